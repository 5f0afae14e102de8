import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { isWell, toLines } from "../../src/doctor/finding.ts";
import { type GitHubFacts, reportGitHub } from "../../src/doctor/github-report.ts";
import { type OutsideFacts, reportOutside } from "../../src/doctor/outside-report.ts";
import { toReadyCheck } from "../../src/doctor/ready.ts";
import { OPTIONAL, toWanted } from "../../src/doctor/wanted.ts";

const APP_YML = readFileSync(new URL("../../app.yml", import.meta.url), "utf8");
const WANTED = {
  permissions: { issues: "write", metadata: "read", members: "read" },
  events: ["issues", "push"],
};
const ACME = { ...WANTED, owner: "acme", isSuspended: false };
const WELL: GitHubFacts = { login: "sitrep[bot]", app: WANTED, installations: [ACME] };
const NOTHING: OutsideFacts = {
  slack: null,
  freshdesk: null,
  backlog: null,
  owners: [],
  installedAt: ["acme"],
};

test("where all is well it says so of each thing", () => {
  const findings = reportGitHub(WELL, WANTED);
  expect(isWell(findings)).toBe(true);
  expect(toLines(findings)).toEqual([
    "ok      GitHub: the credentials work. The App is sitrep[bot].",
    "ok      GitHub: acme grants what the App asks for.",
  ]);
});

test.each<[string, GitHubFacts, RegExp, boolean]>([
  [
    "credentials that do not work",
    { failed: "it does not accept the credentials of the App." },
    /^problem GitHub: it does not accept .* Check APP_ID, PRIVATE_KEY and GHE_HOST/,
    false,
  ],
  [
    "a permission that the App does not ask for",
    { ...WELL, app: { ...WANTED, permissions: { metadata: "read", members: "read" } } },
    /^problem GitHub: the App does not ask for issues: write\. Change it on the App's settings page/,
    false,
  ],
  [
    "an optional permission that the App does not ask for",
    { ...WELL, app: { ...WANTED, permissions: { issues: "write", metadata: "read" } } },
    /^note {4}GitHub: the App does not ask for members: read\. Optional/,
    true,
  ],
  [
    "an event that the App does not hear of",
    { ...WELL, app: { ...WANTED, events: ["issues"] } },
    /^problem GitHub: the App does not hear of the events push\./,
    false,
  ],
  [
    "an owner who granted less than is asked for",
    {
      ...WELL,
      installations: [{ ...ACME, permissions: { ...WANTED.permissions, issues: "read" } }],
    },
    /^problem GitHub: acme has not granted issues: write\. An owner of acme accepts it/,
    false,
  ],
  [
    "an owner who did not grant what is optional",
    {
      ...WELL,
      installations: [{ ...ACME, permissions: { issues: "write", metadata: "read" } }],
    },
    /^note {4}GitHub: acme has not granted members: read\. Optional/,
    true,
  ],
  [
    "a suspended installation",
    { ...WELL, installations: [{ ...ACME, isSuspended: true }] },
    /^problem GitHub: the App is suspended at acme\./,
    false,
  ],
  [
    "an App that is installed nowhere",
    { ...WELL, installations: [] },
    /^problem GitHub: it is installed nowhere\. Install it/,
    false,
  ],
])("it tells of %s, and what to do", (_, facts, line, well) => {
  const findings = reportGitHub(facts, WANTED);
  const others = toLines(findings).filter((one) => !one.startsWith("ok "));
  expect(others).toEqual([expect.stringMatching(line)]);
  expect(isWell(findings)).toBe(well);
});

test("what is not asked for is said once, not of every owner", () => {
  const less = { ...WANTED, permissions: { metadata: "read", members: "read" } };
  const installations = [{ ...ACME, ...less }];
  const findings = reportGitHub({ ...WELL, app: less, installations }, WANTED);
  expect(toLines(findings).filter((line) => line.includes("issues: write"))).toHaveLength(1);
});

test("more than is asked for is enough", () => {
  const permissions = { issues: "admin", metadata: "write", members: "write", contents: "read" };
  const app = { events: ["issues", "push", "star"], permissions };
  const facts = { ...WELL, app, installations: [{ ...ACME, permissions }] };
  expect(reportGitHub(facts, WANTED).map(({ level }) => level)).toEqual(["ok", "ok"]);
});

test("systems without credentials are not mentioned", () => {
  expect(reportOutside(NOTHING)).toEqual([]);
});

test("it tells of Slack, its channels, Freshdesk, and the owners", () => {
  const facts: OutsideFacts = {
    slack: {
      works: { says: "the token works." },
      seen: [{ says: "Sitrep is in #eng." }, { failed: "Sitrep is not in #support." }],
    },
    freshdesk: { failed: "Freshdesk does not accept the API key." },
    backlog: null,
    owners: ["acme", "beta"],
    installedAt: ["Acme", "stranger"],
  };
  const findings = reportOutside(facts);
  expect(isWell(findings)).toBe(false);
  expect(toLines(findings)).toEqual([
    "ok      Slack: the token works.",
    "ok      Slack: Sitrep is in #eng.",
    "problem Slack: Sitrep is not in #support.",
    "problem Freshdesk: Freshdesk does not accept the API key.",
    "problem SITREP_OWNERS names beta, where the App is not installed. Correct the name, or install the App there.",
    "note    Incidents of stranger stay on GitHub. To tell them in Slack and Freshdesk too, add the name to SITREP_OWNERS.",
  ]);
});

test.each([
  ["all", WANTED, true, /^The App asks for all/],
  [
    "no members",
    { ...WANTED, permissions: { issues: "write", metadata: "read" } },
    true,
    /members/,
  ],
  ["no event", { ...WANTED, events: ["issues"] }, true, /push\. sitrep doctor says/],
  ["no issues", { ...WANTED, permissions: { metadata: "read" } }, false, /issues: write, members/],
  [
    "issues to read",
    { ...WANTED, permissions: { issues: "read" } },
    false,
    /issues: write, metadata/,
  ],
  ["what is not known", null, true, /has not said yet/],
] as const)("an App that asks for %s: readiness", (_, app, isOk, says) => {
  expect(toReadyCheck(app, WANTED)).toEqual({ isOk, says: expect.stringMatching(says) });
});

test("app.yml is what is wanted, and its comments agree on what is optional", () => {
  const { permissions, events } = toWanted(APP_YML);
  expect(permissions).toMatchObject({ issues: "write", metadata: "read" });
  expect(events).toContain("issue_comment");
  const [, block = ""] = /^default_permissions:\n((?: .*\n)+)/m.exec(APP_YML) ?? [];
  const marked = block.matchAll(/((?: +#.*\n)+) +(\w+):/g);
  const optional = [...marked].flatMap(([, comment = "", name = ""]) =>
    comment.trimStart().startsWith("# Optional") ? [name] : [],
  );
  expect(Object.keys(permissions).filter((name) => OPTIONAL.includes(name))).toEqual(optional);
});

test("a project is told of without any system outside", () => {
  expect(reportOutside({ ...NOTHING, backlog: { says: "Sitrep sees it." } })).toEqual([
    { level: "ok", what: "Backlog: Sitrep sees it.", mend: null },
  ]);
  expect(reportOutside({ ...NOTHING, backlog: { failed: "Grant it." } })).toEqual([
    { level: "problem", what: "Backlog: Grant it.", mend: null },
  ]);
});
