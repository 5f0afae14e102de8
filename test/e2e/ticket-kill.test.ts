import { afterEach, beforeEach, expect, test } from "@jest/globals";
import {
  createEmbeddedFreshdesk,
  type EmbeddedFreshdesk,
} from "../../src/sandbox/freshdesk/index.ts";
import type { EmbeddedGitHub } from "../../src/sandbox/github/index.ts";
import { startEmbeddedGitHub } from "../support/embedded-github.ts";
import {
  environmentFor,
  startSitrepProcess,
  type SitrepProcess,
} from "../support/sitrep-process.ts";
import { until } from "../support/until.ts";

const REPO = "acme/hubs";
const PATIENCE = { ms: 40_000 } as const;

let github: EmbeddedGitHub;
let desk: EmbeddedFreshdesk;
let alive: SitrepProcess | null = null;

beforeEach(async () => {
  github = await startEmbeddedGitHub({ now: () => new Date() });
  desk = await createEmbeddedFreshdesk({ now: Date.now });
  github.world.addRepository({ owner: "acme", name: "hubs" });
  github.world.addUser({ login: "ana" });
  github.world.setPermission(REPO, "ana", "admin");
  github.world.installApp("acme", ["hubs"]);
});

afterEach(async () => {
  await kill();
  await Promise.all([github.close(), desk.stop()]);
});

async function live(): Promise<void> {
  alive = startSitrepProcess({
    ...environmentFor(github),
    FRESHDESK_URL: desk.url,
    FRESHDESK_API_KEY: desk.apiKey,
    SITREP_OWNERS: "acme",
    LOG_LEVEL: "info",
  });
  github.setWebhookUrl(`http://127.0.0.1:${await alive.listening}/api/github/webhooks`);
}

async function kill(): Promise<void> {
  github.setWebhookUrl(null);
  alive?.kill("SIGKILL");
  await alive?.ended;
  alive = null;
}

const bodies = (ticket: number): readonly string[] =>
  desk.world.ticket(ticket).messages.map(({ body }) => body);

test("killed with -9 after a reply and before its record, Sitrep says nothing twice", async () => {
  const ticket = desk.world.openTicket();
  const ana = github.world.as("ana");
  // The reply takes effect, and nobody hears of it.
  desk.faults.failNext({ kind: "drop", when: "after" }, { method: "POST" });
  await live();
  const body = `Help!\n\nSupport ticket: ${desk.addressOf(ticket)}\n`;
  const number = ana.openIssue(REPO, { title: "Hub is down", body });
  ana.addLabel(REPO, number, "incident");
  await until(() => bodies(ticket).length > 0, PATIENCE);
  await kill();
  expect(bodies(ticket)).toHaveLength(1);

  await live();
  await until(() => bodies(ticket).length > 1, PATIENCE);
  desk.faults.failNext({ kind: "drop", when: "after" }, { method: "POST" });
  ana.comment(REPO, number, "/update we make room");
  await until(() => bodies(ticket).length > 2, PATIENCE);
  await kill();

  await live();
  const status = (): string => JSON.stringify(github.world.issue(REPO, number).comments);
  await until(() => status().includes("somebody looks into it"), PATIENCE);
  await until(() => desk.world.ticket(ticket).status === 3, PATIENCE);
  const told = bodies(ticket);
  expect(told).toHaveLength(3);
  expect(told[0]).toContain("We are looking into it now.");
  expect(told[1]).toContain(`acme/hubs#${number}`);
  expect(told[2]).toContain("we make room");
}, 150_000);
