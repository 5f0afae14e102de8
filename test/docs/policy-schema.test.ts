import { describe, expect, it } from "@jest/globals";
import { Ajv } from "ajv";
import * as yaml from "js-yaml";
import { calendarExample, dutyExample, policyExample } from "../../scripts/docs/policy.ts";
import { policySchema } from "../../scripts/docs/policy-schema.ts";
import { policyFields, readPolicy } from "../../src/config/index.ts";
import { readRepositoryFiles } from "../../src/sandbox/cast/read-files.ts";

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(policySchema()) as object,
);
const accepts = (text: string): boolean => validate(yaml.load(text));
const isRight = (text: string): boolean => readPolicy(text).problems.length === 0;

const DURATIONS = [
  "30 minutes",
  "90s",
  "1h 30m",
  "1h30m",
  "an hour",
  "a week",
  "1.5 hours",
  "2 working hours",
  "1 hour and 30 minutes",
  "3 business days.",
  "PT30M",
  "p1dt2h",
  '" 2 days "',
];

describe("the policy's JSON Schema", () => {
  it.each([
    ["the example of the docs", policyExample()],
    ["the example of a calendar", calendarExample()],
    ["the example of duties", dutyExample()],
    ["a file that changes nothing", "{}"],
    ["the policy of the sandbox", readRepositoryFiles()[".github/sitrep.yml"] ?? "-"],
    ...policyFields()
      .filter(({ path, example }) => path.length === 1 && example !== null)
      .map(({ path, example }) => [`the example of ${path.join(".")}`, example ?? ""] as const),
    ...DURATIONS.map((text) => [`the duration ${text}`, `silence: ${text}`] as const),
  ])("accepts what is right: %s", (_what, text) => {
    expect(isRight(text)).toBe(true);
    expect([accepts(text), validate.errors]).toEqual([true, null]);
  });

  it.each([
    "rihgts: write",
    "rights: everybody",
    "labels: incident",
    "labels: []",
    "labels: ['a,b']",
    "extends: mine",
    "roles: { commander: { title: '{{x}}' } }",
    "roles: { boss: { title: Boss } }",
    "calendar: always",
    "calendar: { offices: [] }",
    "calendar: { offices: [{ hours: 09:00-17:00 }] }",
    "people: [ana]",
    "reminders: { escalate: never }",
    "reminders: { escalate: { after: 5 } }",
    "reminders: { commander-missing: { times: 0 } }",
    "reminders: { nonsense: off }",
    "silence: soon",
    "silence: ''",
    "silence: 30",
    "closeGate: maybe",
    "report: { writer: bot }",
    "steward: [ana, bo]",
    "steward: { team: support }",
    "steward: { team: acme/support, pick: last }",
    "steward: { slack: 5 }",
    "manager: { rotation: { people: [], length: 1 week, since: 2026-11-02, zone: UTC } }",
    "manager: { rotation: { people: [ana], length: soon, since: 2026-11-02, zone: UTC } }",
    "manager: { rotation: { people: [ana], length: 1 week, since: monday, zone: UTC } }",
  ])("refuses what Sitrep refuses: %s", (text) => {
    expect(isRight(text)).toBe(false);
    expect(accepts(text)).toBe(false);
  });

  it("tells editors what each field is for, and shows it", () => {
    const { properties } = JSON.parse(policySchema()) as {
      readonly properties: Readonly<Record<string, { readonly description?: string }>>;
    };
    expect(properties["rights"]?.description).toMatch(
      /^The least access .* For example: rights: write$/,
    );
  });
});
