import { afterEach, beforeEach, expect, test } from "@jest/globals";
import {
  createEmbeddedFreshdesk,
  type EmbeddedFreshdesk,
} from "../../src/sandbox/freshdesk/index.ts";
import type { EmbeddedGitHub } from "../../src/sandbox/github/index.ts";
import {
  type EmbeddedSlack,
  SLACK_FAULTS,
  startEmbeddedSlack,
} from "../../src/sandbox/slack/index.ts";
import { createWiretap } from "../../src/sandbox/wire/wiretap.ts";
import { APP_PRIVATE_KEY, startEmbeddedGitHub } from "../support/embedded-github.ts";
import {
  environmentFor,
  startSitrepProcess,
  type SitrepProcess,
} from "../support/sitrep-process.ts";
import { until } from "../support/until.ts";

const REPO = "acme/hubs";
const now = (): Date => new Date();
const PLANTED = {
  WEBHOOK_SECRET: "planted-webhook-4f1d0c77",
  SLACK_BOT_TOKEN: "xoxb-1-planted-slack-93ab",
  // The one that the embedded Freshdesk takes.
  FRESHDESK_API_KEY: "sandbox-freshdesk-key",
} as const;

/** Throws, when it is told to, as a library might: with a credential in its words, and with all others hanging onto it. */
const CRASH = `process.on("SIGUSR2", () => {
  const error = new Error("refused: Bearer " + process.env.SLACK_BOT_TOKEN);
  error.request = { headers: { authorization: process.env.FRESHDESK_API_KEY }, env: { ...process.env } };
  throw error;
});`;

const POLICY = "channels: { engineering: '#eng' }\n";

// Whoever writes the policy would like to read the settings.
const HOSTILE = [
  "channels: { engineering: '#eng', support: '#${SLACK_BOT_TOKEN}', updates: '#{{settings.slack.token}}' }",
  "roles: { commander: { title: 'Chief {{WEBHOOK_SECRET}} ${FRESHDESK_API_KEY}' } }",
].join("\n");

let github: EmbeddedGitHub;
let slack: EmbeddedSlack;
let desk: EmbeddedFreshdesk;
let sitrep: SitrepProcess;

beforeEach(async () => {
  github = await startEmbeddedGitHub({ now, webhookSecret: PLANTED.WEBHOOK_SECRET });
  slack = await startEmbeddedSlack({
    channels: [{ id: "C0ENG", name: "eng" }],
    now,
    token: PLANTED.SLACK_BOT_TOKEN,
  });
  desk = await createEmbeddedFreshdesk({ now: Date.now });
  const { world } = github;
  for (const login of ["ana", "bo"]) world.addUser({ login });
  world.addRepository({ owner: "acme", name: "hubs", files: { ".github/sitrep.yml": POLICY } });
  for (const login of ["ana", "bo"]) world.setPermission(REPO, login, "admin");
  world.installApp("acme", ["hubs"]);
  sitrep = startSitrepProcess({
    ...environmentFor(github),
    ...PLANTED,
    SLACK_API_URL: slack.apiUrl,
    FRESHDESK_URL: desk.url,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(CRASH)}`,
    SITREP_OWNERS: "acme",
    LOG_LEVEL: "trace",
  });
});

afterEach(async () => {
  sitrep.kill("SIGKILL");
  await sitrep.ended;
  await Promise.all([github.close(), slack.close(), desk.stop()]);
});

const REQUESTER = { name: "Planted Name Ibex", email: "planted-ibex@private.example" };

/** The planted credentials, in the forms in which they go over the wire too. */
const SECRETS: readonly string[] = [
  ...Object.values(PLANTED),
  ...Object.values(PLANTED).map((one) => Buffer.from(`${one}:X`).toString("base64")),
  ...APP_PRIVATE_KEY.split("\n").filter((line) => line.length > 20),
];

/** What GitHub and Sitrep make while they run: tokens of installations, and JWTs of the App. */
const MADE = /\bghs_\w{8,}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}/g;

/** What stands in a ticket, and belongs nowhere else. */
const PRIVATE: readonly string[] = [...Object.values(REQUESTER), "quokka", "narwhal"];

function expectNone(where: string, text: string, words: readonly string[]): void {
  expect(text).not.toBe("");
  const found = [...words.filter((word) => text.includes(word)), ...(text.match(MADE) ?? [])];
  expect({ where, found }).toEqual({ where, found: [] });
}

const expectNoSecrets = (where: string, text: string): void =>
  expectNone(where, text, [...SECRETS, ...PRIVATE]);

test("credentials stand in nothing that is written, shown or sent, whatever fails", async () => {
  const origin = `http://127.0.0.1:${await sitrep.listening}`;
  github.setWebhookUrl(`${origin}/api/github/webhooks`);
  const wiretap = createWiretap(github, () => undefined);
  const ticket = desk.world.openTicket({ subject: "A quokka", requester: REQUESTER });
  desk.world.answerAsCustomer(ticket, "<p>The narwhal is slow.</p>");
  const body = `Help!\n\nSupport ticket: ${desk.addressOf(ticket)}\n`;
  const number = github.world.as("ana").openIssue(REPO, { title: "Hub is down", body });
  github.world.as("ana").addLabel(REPO, number, "incident");
  const posts = (): string => JSON.stringify(github.world.issue(REPO, number).comments);
  const isAnswered = (): boolean => desk.calls().some(({ method }) => method === "POST");
  await until(() => posts().includes("sitrep:record") && slack.calls().length > 0 && isAnswered());

  // Everything that can refuse does, and each refusal is told or logged.
  slack.faults.failNext(1, { status: 200, body: { ok: false, error: "invalid_auth" } });
  slack.faults.failNext(1, SLACK_FAULTS.dropped);
  desk.faults.failNext({ kind: "answer", status: 401 });
  desk.faults.failNext({ kind: "drop", when: "after" });
  github.faults.failNext(1, { status: 401 });
  github.faults.failNext(1, { status: 422, match: ({ kind }) => kind === "write" });
  github.faults.failNext(1, { status: 403, match: ({ kind }) => kind === "token" });
  github.faults.failNext(1, { status: "drop" });
  github.faults.failNextField("updateIssue", "FORBIDDEN");
  github.world.as("ana").comment(REPO, number, "/commander @bo\n/update it is bad");
  await sitrep.wrote("a look failed");
  github.faults.reset();
  github.faults.expireTokens();
  github.world.setFile(REPO, ".github/sitrep.yml", HOSTILE);
  github.world.as("bo").comment(REPO, number, "/severity SEV-1\n/note `$SLACK_BOT_TOKEN`");
  // Back-off included, on a machine that is busy.
  await until(() => github.world.issue(REPO, number).labels.includes("SEV-1"), {
    ms: 90_000,
    problem: () => sitrep.output().slice(-4000),
  });
  await until(() => posts().includes("channels.support"), { ms: 20_000 });

  const unsigned = await fetch(`${origin}/api/github/webhooks`, {
    method: "POST",
    headers: { "x-github-event": "issues", "x-github-delivery": "1", "x-hub-signature-256": "x" },
    body: "{}",
  });
  const ready = await fetch(`${origin}/readyz`);
  const elsewhere = await fetch(`${origin}/.env`);
  const answers = [unsigned, ready, elsewhere].map((answer) => answer.text());

  const panels = github.deliveries.all.map(({ id }) => wiretap.bodies(id) ?? "");
  const calls = Array.from({ length: 200 }, (_, n) => wiretap.bodies(`call-${n + 1}`) ?? "");
  wiretap.traffic();
  wiretap.close();

  expect(github.calls.count("token")).toBeGreaterThan(0);
  expect(sitrep.output()).toContain('"level":20');
  expectNoSecrets("the log", sitrep.output());
  expectNoSecrets("the issue", JSON.stringify(github.world.issue(REPO, number)));
  expectNoSecrets("the answers", (await Promise.all(answers)).join("\n"));
  expectNoSecrets(
    "Slack",
    JSON.stringify([
      slack.calls().map((call) => call.arguments),
      slack.world.find("C0ENG")?.messages,
    ]),
  );
  expectNoSecrets("the sandbox's panels", [...panels, ...calls].join("\n"));
  expectNone("Freshdesk", JSON.stringify([desk.calls(), desk.world.tickets()]), SECRETS);
}, 150_000);

test("credentials stand in nothing that is written when Sitrep crashes", async () => {
  await sitrep.listening;
  sitrep.kill("SIGUSR2");
  expect(await sitrep.ended).toEqual({ code: 1, signal: null });
  expect(sitrep.output()).toContain("Sitrep ends by a mistake of its own");
  expect(sitrep.output()).toContain("(not shown)");
  expectNoSecrets("what it wrote", sitrep.output());
});
