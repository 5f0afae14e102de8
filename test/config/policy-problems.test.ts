import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { PRESETS } from "../../src/config/presets.ts";
import { readPolicy } from "../../src/config/read-policy.ts";
import { cpuMs } from "../support/cpu-time.ts";

/** Everything that is wrong, one line each: `line:column what mend`. */
const told = (text: string): readonly string[] =>
  readPolicy(text).problems.map(
    ({ line, column, what, mend }) => `${line}:${column} ${what} ${mend}`,
  );

describe("a broken policy file is told", () => {
  it.each<[string, string, string]>([
    [
      "a field's name misspelt",
      "rights: write\nlabel: [x]\n",
      "2:1 “label” is no field of the policy. Did you mean “labels”?",
    ],
    [
      "an unknown field",
      "timezone: UTC",
      "1:1 “timezone” is no field of the policy. Remove it, or use one of extends, labels, severities, phases, rights, roles, calendar, people, steward, manager, engineering, channels, thread, ticket, project, reminders, closeGate, silence, report, related.",
    ],
    [
      "an unknown role",
      "roles:\n  comander:\n    title: Boss\n",
      "2:3 “comander” is no field of roles. Did you mean “commander”?",
    ],
    [
      "a word of a few misspelt",
      "closeGate: Reopn",
      "1:1 “closeGate” must be one of reopen, warn, off. Did you mean “reopen”?",
    ],
    [
      "a field in the wrong case",
      "closegat: warn",
      "1:1 “closegat” is no field of the policy. Did you mean “closeGate”?",
    ],
    [
      "a text cut by a comma in braces",
      "people: { ana: { zone: UTC, hours: 09:00-12:00, 13:00-17:00 } }",
      "1:49 “13:00-17:00” is no field of people.ana. If it belongs to the text before it, put that in quotation marks. Else remove it, or use one of zone, hours, days, slack.",
    ],
    [
      "a role that cannot be optional",
      "roles: { commander: optional }",
      "1:10 “roles.commander” must be a group of fields, but is a text. Write it like this: roles: { commander: { title: Incident Lead, aliases: [IL] } }",
    ],
    [
      "an unknown field of a role",
      "roles:\n  commander:\n    name: Boss\n",
      "3:5 “name” is no field of roles.commander. Remove it, or use one of title, aliases.",
    ],
    [
      "a text for a list",
      "labels: incident",
      "1:1 “labels” must be a list, but is a text. Write it like this: labels: [incident, outage]",
    ],
    [
      "a number for a text",
      "# ours\nseverities:\n  - high\n  - 2\n",
      "4:5 “severities”, entry 2, must be a text, but is a number (in quotation marks it would be a text). Write it like this: severities: [SEV-1, SEV-2, SEV-3, SEV-4]",
    ],
    [
      "a field without a value",
      "labels:\nrights: write",
      "1:1 “labels” must be a list, but has no value. Write it like this: labels: [incident, outage]",
    ],
    [
      "an empty list",
      "labels: []",
      "1:1 “labels” must not be empty. Write it like this: labels: [incident, outage]",
    ],
    [
      "a word that is none of a few",
      "{extends: x, rights: admin}",
      "1:2 “extends” must be one of 2i2c-2022, 2i2c-2026. Write it like this: extends: 2i2c-2022",
    ],
    [
      "a list for the whole file",
      "- incident",
      "1:1 The file must be a group of fields, but is a list. The fields are extends, labels, severities, phases, rights, roles, calendar, people, steward, manager, engineering, channels, thread, ticket, project, reminders, closeGate, silence, report, related; each may be left out.",
    ],
    [
      "a label too long",
      `labels:\r\n  - ok\r\n  - ${"x".repeat(51)}`,
      "3:5 “labels”, entry 2, must not have more than 50 characters. Write it like this: labels: [incident, outage]",
    ],
    [
      "a title that would break a line of the top comment",
      'roles: {commander: {title: "a: b"}}',
      "1:21 “roles.commander.title” must be of letters, digits, blanks and ' ( ) / & . -. Write it like this: title: Incident Lead",
    ],
  ])("%s, with place and remedy", (_what, text, problem) => {
    expect(told(text)[0]).toBe(problem);
  });

  it.each<[string, string, string]>([
    [
      "tabs",
      "labels:\n\t- incident",
      "2:1 This is not YAML: tab characters must not be used in indentation. Use blanks, not tabs, at the start of the line.",
    ],
    [
      "a field twice",
      "rights: write\nrights: triage",
      "2:1 This is not YAML: duplicated mapping key. Keep one of the two and remove the other.",
    ],
    ["an open quotation mark", "labels: ['x", "Close the quotation mark that is open."],
    ["an open bracket", "labels: [x", "Close the bracket or brace that is open."],
    ["a tag", "labels: !!js/function x", "Remove the word that begins with an exclamation mark."],
    ["a complex key", "? [a]\n: b", "Begin the line with the field's name and a colon."],
    ["a label that begins with @", "labels:\n  - @x", "put text with : # @ ` or * in quotation"],
    [
      "an anchor",
      "labels: &l [x]",
      "1:9 The file uses an anchor (&name) or an alias (*name). Write the value out",
    ],
    ["an alias", "rights: *r", "1:9 The file uses an anchor (&name) or an alias (*name)."],
    [
      "two documents",
      "rights: write\n---\nrights: triage",
      "2:1 The file holds more than one YAML document.",
    ],
  ])("%s, once", (_what, text, problem) => {
    expect(told(text)).toEqual([expect.stringContaining(problem)]);
    expect(readPolicy(text).policy).toEqual(PRESETS["2i2c-2022"]);
  });

  it.each<[string, string, string]>([
    ["a phase label", "labels: ['Incident: mitigated']", "stands for a declaring label and for an"],
    ["a label twice", "labels: [outage, Outage]", "1:18 “Outage” stands for a declaring label and"],
    ["a severity twice", "severities: [SEV-1, sev 1]", "1:21 “sev 1” stands for a severity and"],
    [
      "a severity that declares",
      "severities: [incident]",
      "stands for a severity and for a declar",
    ],
    [
      "a phase's label that declares",
      "phases: { mitigated: Incident }",
      "1:11 “Incident” stands for the phase mitigated and for a declaring label.",
    ],
    [
      "a phase's label that is a severity",
      "phases: { resolved: sev-4 }",
      "stands for the phase resolved and for a severity.",
    ],
    [
      "a phase's label that is another phase's by default",
      "phases: { mitigated: 'Incident: resolved', resolved: over }",
      "stands for the phase mitigated and for another phase.",
    ],
    [
      "an alias that is another role's title",
      "roles: { commander: { aliases: [external liaison] } }",
      "1:33 “external liaison” stands for commander and for another role.",
    ],
    [
      "one name for two roles",
      "roles:\n  commander: { title: Boss }\n  liaison: { aliases: [boss] }",
      "3:24 “boss” stands for liaison and for another role.",
    ],
  ])("%s, since one word would mean two things", (_what, text, problem) => {
    expect(told(text)).toEqual([expect.stringContaining(problem)]);
  });

  it("everything that is wrong, in the order of the file", () => {
    const text = "rights: none\nlabels: 1\nextends: no\n";
    expect(told(text).map((line) => line.slice(0, 3))).toEqual(["1:1", "2:1", "3:1"]);
  });

  it("and gives the preset that it still names, and nothing else of the file", () => {
    const text = "extends: 2i2c-2026\nrights: triage\nlabels: 5\n";
    expect(readPolicy(text).policy).toEqual(PRESETS["2i2c-2026"]);
  });
});

describe("a hostile policy file", () => {
  it("does not reach prototypes", () => {
    const { policy, problems } = readPolicy("__proto__: {rights: triage}\nconstructor: {x: 1}\n");
    expect(problems.map(({ what }) => what)).toEqual([
      "“__proto__” is no field of the policy.",
      "“constructor” is no field of the policy.",
    ]);
    expect(policy).toEqual(PRESETS["2i2c-2022"]);
    expect(({} as { rights?: string }).rights).toBeUndefined();
    expect(told("roles: {__proto__: {title: x}}")).toHaveLength(1);
    expect(told("extends: __proto__")).toHaveLength(1);
  });

  const bomb = [
    "a: &a [x,x]",
    ...Array.from("bcdefghij", (c, n) => `${c}: &${c} [*${"abcdefghij"[n]},*${"abcdefghij"[n]}]`),
  ];
  it.each<[string, string]>([
    ["an alias bomb", bomb.join("\n")],
    ["a megabyte", `labels: [${"x,".repeat(524_288)}]`],
    ["deep nesting", "[".repeat(60_000)],
    ["deep blocks", Array.from({ length: 300 }, (_, n) => `${" ".repeat(n)}a:`).join("\n")],
    ["ten thousand unknown fields", Array.from({ length: 7_000 }, (_, n) => `k${n}: 1`).join("\n")],
    ["thirty thousand wrong entries", `labels: [${"1,".repeat(30_000)}]`],
    [
      "ten offices that never open",
      `calendar: {offices: [${Array.from({ length: 10 }, () => `{zone: Pacific/Apia, hours: 22:00-06:00, holidays: [${"12-24, ".repeat(100)}], reduced: [{from: 01-01, to: 12-31, hours: none}]}`).join(", ")}]}`,
    ],
    ["one long word", `labels: ["${"x".repeat(65_000)}"]`],
    ["nothing but blanks", " ".repeat(65_000)],
    ["nothing but line ends", "\r".repeat(65_000)],
    ["merge keys", "<<: {rights: triage}"],
    ["control characters", "labels: [\u0007\u0000]"],
  ])("with %s is answered in short time with few problems", (_what, text) => {
    const began = cpuMs();
    const { policy, problems } = readPolicy(text);
    expect(cpuMs() - began).toBeLessThan(2_000);
    expect(policy).toEqual(PRESETS["2i2c-2022"]);
    expect(problems.length).toBeLessThanOrEqual(20);
    for (const { what, mend } of problems) expect((what + mend).length).toBeLessThan(400);
  });
});

describe("reading a policy", () => {
  const word = fc.constantFrom(
    ..."labels|severities|roles|commander|title|extends|2i2c-2026|calendar|offices|zone|UTC|hours|09:00-17:00|people|ana|reminders|update-due|every|1h|off|: |- |\n|\r\n|  |\t|[|]|{|}|,|'|\"|&a |*a |!!x |? |--- |#|__proto__|1|null|~|%".split(
      "|",
    ),
  );
  const yamlish = fc.array(word, { maxLength: 30 }).map((words) => words.join(""));

  it("never throws and always gives a policy, with places inside the text", () => {
    const text = fc.oneof(yamlish, fc.string({ unit: "binary" }), fc.json());
    fc.assert(fc.property(text, expectSound), { numRuns: 3_000 });
  });
});

function expectSound(text: string): void {
  const { policy, problems } = readPolicy(text);
  expect(policy.labels.length * policy.severities.length).toBeGreaterThan(0);
  const lines = text.split(/\r\n?|\n/);
  for (const { line, column } of problems) {
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
  }
}
