import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { createEmbeddedFreshdesk } from "../../src/sandbox/freshdesk/index.ts";
import type { EmbeddedGitHub } from "../../src/sandbox/github/index.ts";
import { startEmbeddedSlack } from "../../src/sandbox/slack/index.ts";
import {
  APP_PRIVATE_KEY,
  startEmbeddedGitHub,
  WEBHOOK_SECRET,
} from "../support/embedded-github.ts";
import {
  environmentFor,
  startSitrepProcess,
  type SitrepProcess,
} from "../support/sitrep-process.ts";
import { until } from "../support/until.ts";

let github: EmbeddedGitHub;
let processes: SitrepProcess[];

beforeEach(async () => {
  processes = [];
  github = await startEmbeddedGitHub({ now: () => new Date() });
  github.world.addUser({ login: "ana" });
  github.world.addRepository({ owner: "acme", name: "hubs" });
  github.world.setPermission("acme/hubs", "ana", "admin");
  github.world.installApp("acme", ["hubs"]);
});

afterEach(async () => {
  for (const sitrep of processes) sitrep.kill("SIGKILL");
  await Promise.all(processes.map((sitrep) => sitrep.ended));
  await github.close();
});

function start(changes: Readonly<Record<string, string>> = {}): SitrepProcess {
  const sitrep = startSitrepProcess({ ...environmentFor(github), ...changes });
  processes.push(sitrep);
  return sitrep;
}

async function listen(sitrep: SitrepProcess): Promise<string> {
  const origin = `http://127.0.0.1:${await sitrep.listening}`;
  github.setWebhookUrl(`${origin}/api/github/webhooks`);
  return origin;
}

const readyOf = async (origin: string): Promise<{ status: number; text: string }> => {
  const answer = await fetch(`${origin}/readyz`);
  return { status: answer.status, text: await answer.text() };
};

const UNAUTHORISED = { status: 401, match: () => true } as const;

test("credentials that GitHub does not accept end the start with a sentence, not with a stack", async () => {
  github.faults.failNext(100, UNAUTHORISED);
  const sitrep = start();
  expect(await sitrep.ended).toEqual({ code: 1, signal: null });
  expect(sitrep.output()).toContain(
    "Sitrep cannot start: GitHub does not accept the credentials. APP_ID and PRIVATE_KEY must be of the same App.",
  );
  expect(sitrep.output()).not.toMatch(/^ +at /m);
});

test("another App's number ends the start with the same sentence", async () => {
  const sitrep = start({ APP_ID: "4711" });
  expect(await sitrep.ended).toEqual({ code: 1, signal: null });
  expect(sitrep.output()).toContain("GitHub does not accept the credentials");
});

test.each([
  ["WEBHOOK_SECRET", "WEBHOOK_SECRET is missing."],
  ["PRIVATE_KEY", "PRIVATE_KEY is missing."],
  ["APP_ID", "APP_ID is missing."],
])("without %s it says so and ends", async (name, sentence) => {
  const sitrep = start({ [name]: "" });
  expect(await sitrep.ended).toEqual({ code: 1, signal: null });
  expect(sitrep.output()).toContain("Sitrep cannot start:");
  expect(sitrep.output()).toContain(sentence);
});

test.each([
  ["SLACK_BOT_TOKEN", { SLACK_BOT_TOKEN: "xoxb-1-2-s3cret" }],
  [
    "FRESHDESK_API_KEY",
    { FRESHDESK_URL: "https://example.freshdesk.com", FRESHDESK_API_KEY: "s3cret-key" },
  ],
])("%s without the owners whom it is for ends the start, and is not shown", async (name, env) => {
  const sitrep = start(env);
  expect(await sitrep.ended).toEqual({ code: 1, signal: null });
  expect(sitrep.output()).toContain(`- SITREP_OWNERS is missing, and ${name} is set.`);
  expect(sitrep.output()).not.toContain("s3cret");
  expect(github.calls.count()).toBe(0);
});

test("every malformed setting is named at once", async () => {
  const sitrep = start({
    APP_ID: "Iv1.abc",
    PRIVATE_KEY: "no key",
    PORT: "many",
    LOG_LEVEL: "loud",
  });
  expect(await sitrep.ended).toEqual({ code: 1, signal: null });
  for (const name of ["APP_ID", "PRIVATE_KEY", "PORT", "LOG_LEVEL"]) {
    expect(sitrep.output()).toContain(`- ${name}`);
  }
});

test("a port that is taken ends the start with what to do", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const sitrep = start({ PORT: String((other.address() as AddressInfo).port) });
  expect(await sitrep.ended).toEqual({ code: 1, signal: null });
  expect(sitrep.output()).toContain("the port is taken. Set PORT to another one.");
  await new Promise((resolve) => other.close(resolve));
});

test("it is alive at once, and ready once the first sweep has reached GitHub", async () => {
  github.faults.failFor(60_000, {
    status: 502,
    match: ({ path }) => path.startsWith("/app/installations"),
  });
  const sitrep = start();
  const origin = await listen(sitrep);
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  expect((await readyOf(origin)).status).toBe(503);
  github.faults.reset();
  const second = await listen(start());
  await until(async () => (await readyOf(second)).status === 200);
  expect((await readyOf(second)).text).toContain("GitHub accepts the App's credentials.");
  expect(JSON.parse((await readyOf(second)).text)).toMatchObject({
    checks: { app: { ok: true, says: expect.stringMatching(/^The App (asks|does not ask) for/) } },
  });
});

test("it says what does not work outside of GitHub, and is ready all the same", async () => {
  const slack = await startEmbeddedSlack({ channels: [], now: () => new Date() });
  const desk = await createEmbeddedFreshdesk({ now: Date.now });
  const sitrep = start({
    SITREP_OWNERS: "acme",
    SLACK_BOT_TOKEN: "xoxb-revoked",
    SLACK_API_URL: slack.apiUrl,
    FRESHDESK_URL: desk.url,
    FRESHDESK_API_KEY: desk.apiKey,
  });
  const origin = await listen(sitrep);
  await until(async () => (await readyOf(origin)).text.includes("Freshdesk accepts the key."));
  await until(async () => (await readyOf(origin)).status === 200);
  const { text } = await readyOf(origin);
  expect(JSON.parse(text)).toMatchObject({
    ready: true,
    checks: {
      slack: { ok: false, says: expect.stringMatching(/^Slack does not accept the token/) },
      freshdesk: { ok: true },
    },
  });
  expect(text).not.toContain("xoxb");
  await Promise.all([slack.close(), desk.stop()]);
});

test("while GitHub is down it says that it is not ready, and it is again when GitHub is back", async () => {
  const origin = await listen(start());
  await until(async () => (await readyOf(origin)).status === 200);
  github.faults.failFor(60_000, { status: 502 });
  await until(async () => (await readyOf(origin)).status === 503);
  expect((await readyOf(origin)).text).toContain("GitHub was not reached");
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  github.faults.reset();
  await until(async () => (await readyOf(origin)).status === 200);
}, 20_000);

test("where GitHub is not there at all, the start says so", async () => {
  const sitrep = start({ GHE_HOST: "127.0.0.1:1" });
  expect(await sitrep.ended).toEqual({ code: 1, signal: null });
  expect(sitrep.output()).toContain(
    "Sitrep cannot start: GitHub was not reached at http://127.0.0.1:1/api/v3",
  );
});

test("SIGTERM lets the look that runs finish, and ends with 0", async () => {
  const sitrep = start();
  await listen(sitrep);
  const { world, faults, calls } = github;
  const number = world.as("ana").openIssue("acme/hubs", { title: "Hub is down" });
  const told = new Promise<void>((resolve) => {
    faults.failNext(1, {
      status: "drop",
      match: ({ fields }) => {
        if (fields.includes("createLabel")) resolve();
        return false;
      },
    });
  });
  world.as("ana").addLabel("acme/hubs", number, "incident");
  await told;
  sitrep.kill("SIGTERM");
  expect(await sitrep.ended).toEqual({ code: 0, signal: null });
  const last = calls.all.findLast(({ kind }) => kind === "write");
  expect(last?.fields).toContain("updateIssueComment");
  expect(world.issue("acme/hubs", number).labels).toContain("incident: investigating");
});

test("nothing that it writes holds a secret, even when it tells all", async () => {
  const sitrep = start({ LOG_LEVEL: "trace" });
  const origin = await listen(sitrep);
  const { world, faults } = github;
  faults.failNext(1, { status: 500, match: ({ fields }) => fields.includes("createLabel") });
  faults.failNext(1, { status: "drop", match: ({ path }) => path.includes("/permission") });
  const number = world.as("ana").openIssue("acme/hubs", { title: "Hub is down" });
  world.as("ana").addLabel("acme/hubs", number, "incident");
  await fetch(`${origin}/api/github/webhooks`, { method: "POST", body: "{}" });
  await until(() => world.issue("acme/hubs", number).labels.includes("incident: investigating"));
  sitrep.kill("SIGTERM");
  await sitrep.ended;
  expect(sitrep.output().length).toBeGreaterThan(1000);
  const key = APP_PRIVATE_KEY.split("\n").filter(
    (line) => line.length > 20 && !line.includes("-----"),
  );
  for (const secret of [WEBHOOK_SECRET, "PRIVATE KEY", ...key]) {
    expect(sitrep.output()).not.toContain(secret);
  }
  expect(sitrep.output()).not.toMatch(/ghs_\w{8}|eyJ[\w-]{10,}\.[\w-]{10,}/);
}, 15_000);
