import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createEmbeddedFreshdesk,
  type EmbeddedFreshdesk,
} from "../../src/sandbox/freshdesk/index.ts";
import type { EmbeddedGitHub } from "../../src/sandbox/github/index.ts";
import { type EmbeddedSlack, startEmbeddedSlack } from "../../src/sandbox/slack/index.ts";
import { startEmbeddedGitHub } from "../support/embedded-github.ts";
import { PROJECT } from "./backlog-scene.ts";
import { environmentFor, startSitrepProcess } from "../support/sitrep-process.ts";

const ALL = {
  issues: "write",
  metadata: "read",
  contents: "read",
  members: "read",
  organization_projects: "write",
} as const;

let github: EmbeddedGitHub;
let slack: EmbeddedSlack;
let desk: EmbeddedFreshdesk;
let folder: string;

const now = (): number => Date.now();

beforeEach(async () => {
  github = await startEmbeddedGitHub({ now: () => new Date(now()) });
  desk = await createEmbeddedFreshdesk({ now });
  slack = await startEmbeddedSlack({
    channels: [
      { id: "C0ENG", name: "eng" },
      { id: "C0SUPPORT", name: "support", isMember: false },
    ],
    now: () => new Date(now()),
  });
  github.world.addUser({ login: "acme", type: "Organization" });
  github.world.addRepository({ owner: "acme", name: "hubs" });
  folder = mkdtempSync(join(tmpdir(), "sitrep-doctor-"));
});

afterEach(async () => {
  await Promise.all([github.close(), slack.close(), desk.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the doctor as an operator would. */
async function doctor(changes: Readonly<Record<string, string>> = {}, args: string[] = []) {
  const environment = { ...environmentFor(github), ...changes };
  const run = startSitrepProcess(environment, ["doctor", ...args]);
  const { code } = await run.ended;
  const lines = run.output().trim().split("\n");
  return { code, lines, others: lines.filter((line) => !line.startsWith("ok ")) };
}

const outside = (): Readonly<Record<string, string>> => ({
  SITREP_OWNERS: "acme",
  SLACK_BOT_TOKEN: slack.token,
  SLACK_API_URL: slack.apiUrl,
  FRESHDESK_URL: desk.url,
  FRESHDESK_API_KEY: desk.apiKey,
});

test("it says what works, and changes nothing", async () => {
  github.world.installApp("acme", ["hubs"], { permissions: ALL });
  const { code, lines, others } = await doctor(outside());
  expect(lines[0]).toBe("ok      GitHub: the credentials work. The App is sitrep[bot].");
  expect(lines).toContain("ok      Slack: the token works, as sitrep in Sandbox.");
  expect(lines).toContain("ok      Freshdesk: the key works.");
  expect({ code, problems: others.filter((line) => line.startsWith("problem")) }).toEqual({
    code: 0,
    problems: [],
  });
  expect(github.calls.count("write")).toBe(0);
});

test("it looks for the channels of a policy, and says who has to invite it", async () => {
  github.world.installApp("acme", ["hubs"], { permissions: ALL });
  const file = join(folder, "sitrep.yml");
  writeFileSync(file, "channels: { engineering: '#eng', support: '#support', updates: '#nosuch' }");
  const { code, lines } = await doctor(outside(), ["--policy", file]);
  expect(lines.filter((line) => line.includes("#"))).toEqual([
    "ok      Slack: Sitrep is in #eng.",
    "problem Slack: Sitrep is not in #support. Invite it: write `/invite @sitrep` there.",
    expect.stringMatching(/^problem Slack: Sitrep sees no channel #nosuch in Slack\./),
  ]);
  expect(code).toBe(1);
});

test("it looks for the groups and people of a policy in Slack, and tells nobody's e-mail address", async () => {
  github.world.installApp("acme", ["hubs"], { permissions: ALL });
  slack.world.setGroups([
    { id: "S0STEW", handle: "stewards", users: ["U0ANA"] },
    { id: "S0LEAD", handle: "leads", users: ["U0NONE"] },
  ]);
  slack.world.setUsers([{ id: "U0BO", email: "bo@example.org" }]);
  const file = join(folder, "sitrep.yml");
  writeFileSync(
    file,
    [
      "steward: { slack: '@stewards' }",
      "manager: { slack: '@leads' }",
      "people: { ana: { slack: U0ANA }, bo: { slack: bo@example.org }, sam: { slack: sam@example.org } }",
    ].join("\n"),
  );
  const { code, lines } = await doctor(outside(), ["--policy", file]);
  expect(lines.filter((line) => line.includes("Slack:")).slice(1)).toEqual([
    "ok      Slack: Sitrep sees who is in @stewards.",
    "problem Slack: nobody in @leads has their member ID in the policy, under people.",
    "ok      Slack: bo is found by e-mail address.",
    "problem Slack: nobody there has the e-mail address of sam.",
  ]);
  expect(lines.join("\n")).not.toContain("example.org");
  expect(code).toBe(1);
});

const NAMED = "{ owner: acme, number: 1, onEscalate: { Status: Needs help }";

test.each<readonly [string, string, string, number]>([
  [
    "sees the project, and all that is named",
    `${NAMED}, phases: { resolved: { Resolved on: today } } }`,
    "ok      Backlog: Sitrep sees the project acme/1, with the fields that the policy names.",
    0,
  ],
  [
    "lacks fields",
    `${NAMED}, onAdd: { Size: 1, Rank: 2 }, phases: { closed: { Size: 2 } } }`,
    "problem Backlog: The project acme/1 has no field Size, Rank. Add it there, or correct its name.",
    1,
  ],
  [
    "has no such option",
    `${NAMED}, phases: { resolved: { Status: Over } } }`,
    "problem Backlog: The project acme/1 does not take Status: Over. See docs/backlog.md.",
    1,
  ],
  [
    "knows no such project",
    "{ owner: acme, number: 2 }",
    "problem Backlog: GitHub knows no project 2 of acme, or does not show it to Sitrep. Check the number in the policy. The App needs the permission “Projects: read and write” of the organization, which an owner can grant.",
    1,
  ],
  [
    "is not installed there",
    "{ owner: others, number: 1 }",
    "problem Backlog: The policy names the project others/1, and the App is not installed at others. Install it there, or name a project of an owner where it is.",
    1,
  ],
  [
    "is on another server",
    "{ url: https://github.test/orgs/acme/projects/1 }",
    "problem Backlog: The project acme/1 is on https://github.test, and Sitrep on SERVER.",
    1,
  ],
])("it looks for the project of a policy, and says when it %s", async (_, project, line, code) => {
  github.world.installApp("acme", ["hubs"], { permissions: { ...ALL, checks: "write" } });
  github.world.projects.add(PROJECT);
  const file = join(folder, "sitrep.yml");
  writeFileSync(file, `project: ${project}`);
  const found = await doctor({}, ["--policy", file]);
  expect(found.lines.filter((one) => one.includes("Backlog"))).toEqual([
    line.replace("SERVER", github.url),
  ]);
  expect(found.code).toBe(code);
  expect(github.calls.count("write")).toBe(0);
});

test("credentials that are not accepted are named one by one", async () => {
  github.world.installApp("acme", ["hubs"]);
  const wrong = { APP_ID: "4711", SLACK_BOT_TOKEN: "xoxb-other", FRESHDESK_API_KEY: "anotherkey1" };
  const { code, lines } = await doctor({ ...outside(), ...wrong });
  expect(lines).toEqual([
    expect.stringMatching(/^problem GitHub: it does not accept the credentials of the App\./),
    expect.stringMatching(/^problem Slack: Slack does not accept the token any more\./),
    expect.stringMatching(/^problem Freshdesk: Freshdesk does not accept the API key\./),
  ]);
  expect(code).toBe(1);
  expect(lines.join("\n")).not.toMatch(/xoxb-other|anotherkey1/);
});

test("an owner who granted too little is named", async () => {
  github.world.installApp("acme", ["hubs"], { permissions: { ...ALL, issues: "read" } });
  const { code, others } = await doctor();
  expect(others).toContainEqual(
    expect.stringMatching(/^problem GitHub: acme has not granted issues: write\./),
  );
  expect(code).toBe(1);
});

test("outside systems without owners are refused, as at the start", async () => {
  const { code, lines } = await doctor({ ...outside(), SITREP_OWNERS: "" });
  expect(code).toBe(1);
  expect(lines[0]).toMatch(/^problem SITREP_OWNERS is missing, and SLACK_BOT_TOKEN is set\./);
});

test("without any credentials it says which are needed", async () => {
  const none = { APP_ID: "", PRIVATE_KEY: "", WEBHOOK_SECRET: "" };
  const { code, lines } = await doctor(none);
  expect({ code, lines }).toEqual({
    code: 1,
    lines: ["problem No credentials are set: APP_ID, PRIVATE_KEY, WEBHOOK_SECRET."],
  });
});
