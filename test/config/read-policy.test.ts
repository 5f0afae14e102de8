import { describe, expect, it } from "@jest/globals";
import { load } from "js-yaml";
import { exampleAt, policyFields, policyFile } from "../../src/config/policy.ts";
import { PRESETS } from "../../src/config/presets.ts";
import { readPolicy } from "../../src/config/read-policy.ts";
import type { Policy } from "../../src/incident/policy.ts";
import { type Duration, toWords } from "../../src/incident/time/index.ts";

const preset = PRESETS["2i2c-2022"];

describe("a repository's policy", () => {
  it.each([null, "", "\n\n", "# nothing yet\n", "---\n", "null\n", "{}", "\uFEFF"])(
    "is the default preset's where the file says nothing (%j)",
    (text) => {
      expect(readPolicy(text)).toEqual({ policy: preset, problems: [] });
    },
  );

  it("takes each field from the file and the rest from the preset that it names", () => {
    const text = [
      "extends: 2i2c-2026",
      "labels: [ Outage, 'type: Hub Incident' ]",
      "severities: [critical, minor]",
      "phases: { resolved: 'state: over' }",
      "rights: triage",
      "manager: '@Sam'",
      "engineering: ['@acme/engineering', bo]",
      'channels: { engineering: Eng, support: "#support" }',
      "thread: false",
      "closeGate: off",
      "silence: 2 working days",
      "report: { writer: commander }",
    ].join("\n");
    expect(readPolicy(text)).toEqual({
      policy: {
        ...PRESETS["2i2c-2026"],
        labels: ["Outage", "type: Hub Incident"],
        severities: ["critical", "minor"],
        phases: { ...PRESETS["2i2c-2026"].phases, resolved: "state: over" },
        rights: "triage",
        duties: {
          steward: { kind: "nobody" },
          manager: { kind: "login", login: "Sam", fallback: null },
        },
        manager: "Sam",
        engineering: ["acme/engineering", "bo"],
        channels: { engineering: "#eng", support: "#support", updates: null },
        thread: false,
        closeGate: "off",
        silence: { clock: "working", days: 2 },
        report: { ...PRESETS["2i2c-2026"].report, writer: "commander" },
      },
      problems: [],
    });
  });

  it("does without a liaison where they are optional, in whatever the preset has for them", () => {
    const { policy, problems } = readPolicy("extends: 2i2c-2026\nroles: { liaison: optional }");
    expect(problems).toEqual([]);
    expect(policy).toMatchObject({
      requiredRoles: ["commander"],
      stewardRole: "commander",
      report: { writer: "commander" },
    });
    expect(readPolicy("").policy.requiredRoles).toEqual(["commander", "liaison"]);
  });

  it("reads Windows line ends and a byte order mark", () => {
    const { policy, problems } = readPolicy("\uFEFFlabels:\r\n  - outage\r\nrights: triage\r\n");
    expect(problems).toEqual([]);
    expect(policy).toMatchObject({ labels: ["outage"], rights: "triage" });
  });

  it("trims blanks around words", () => {
    expect(readPolicy("labels: [' outage ']").policy.labels).toEqual(["outage"]);
  });

  it("calls one team that is not in a list", () => {
    expect(readPolicy('engineering: "@acme/hub-eng"').policy.engineering).toEqual(["acme/hub-eng"]);
  });

  it.each(Object.keys(policyFile.shape))("is written as the example of %s shows", (field) => {
    const example = exampleAt([field]);
    expect(example).toMatch(new RegExp(`^${field}: `));
    expect(readPolicy(example).problems).toEqual([]);
  });

  const fields = policyFields().map((field) => [field.path.join("."), field] as const);
  it.each(fields)("can have %s as its own example shows", (_name, { path, schema, example }) => {
    const name = path.at(-1)?.replace("[]", "") ?? "";
    if (example === null) return;
    expect(example).toMatch(new RegExp(`^${name}: `));
    const written = load(example) as Readonly<Record<string, unknown>>;
    expect(schema.safeParse(written[name]).error?.issues).toBeUndefined();
  });
});

describe("the roles' names in a policy", () => {
  it("keep their old ones as aliases when they get another", () => {
    const { policy } = readPolicy("roles: { commander: { title: Boss, aliases: [Chief, boss] } }");
    expect(policy.roles.commander).toEqual({
      title: "Boss",
      aliases: ["Chief", "Incident Commander", ...preset.roles.commander.aliases],
    });
    expect(policy.roles.liaison).toEqual(preset.roles.liaison);
  });

  it("take an alias away from the role that had it in the preset", () => {
    const { policy, problems } = readPolicy("roles: { liaison: { title: Incident Lead } }");
    expect(problems).toEqual([]);
    expect(policy.roles.liaison.title).toBe("Incident Lead");
    expect(policy.roles.commander.aliases).not.toContain("Incident Lead");
  });

  it("may be exchanged between two roles", () => {
    const text =
      "roles: { commander: { title: External Liaison }, liaison: { title: Incident Commander } }";
    const { policy, problems } = readPolicy(text);
    expect(problems).toEqual([]);
    expect(policy.roles.commander.title).toBe("External Liaison");
    expect(policy.roles.liaison.title).toBe("Incident Commander");
    expect(policy.roles.liaison.aliases).not.toContain("External Liaison");
  });
});

describe("a preset", () => {
  it.each(Object.entries(PRESETS))("%s is what a file naming it alone gives", (name, policy) => {
    expect(readPolicy(`extends: ${name}`)).toEqual({ policy, problems: [] });
    expect(policy.preset).toBe(name);
  });

  it.each(Object.entries(PRESETS))("%s could itself be written in a file", (name, policy) => {
    const text = JSON.stringify({ ...toFile(policy), extends: name });
    expect(readPolicy(text)).toEqual({ policy, problems: [] });
  });
});

const isDuration = (value: unknown): value is Duration =>
  typeof value === "object" && value !== null && "clock" in value;

/** A policy without people and offices, as a team would write it: durations in words, what is not there left out. */
function toFile({
  preset: _name,
  duties: _duties,
  stewardRole: _role,
  requiredRoles: _required,
  managerJoins: _joins,
  project: _project,
  calendar,
  ...fields
}: Policy): object {
  const text = JSON.stringify({ ...fields, calendar: calendar.kind }, (_key, value: unknown) =>
    isDuration(value) ? toWords(value) : value,
  );
  const file = JSON.parse(text) as {
    manager?: string | null;
    channels: Record<string, string | null>;
    report: Record<string, unknown>;
    reminders: Record<string, unknown>;
  };
  if (file.manager === null) delete file.manager;
  const channels = Object.entries(file.channels).filter(([, channel]) => channel !== null);
  file.channels = Object.fromEntries(channels);
  const report = Object.entries(file.report).filter(([, value]) => value !== null);
  file.report = Object.fromEntries(report);
  file.reminders = Object.fromEntries(
    Object.entries(file.reminders).map(([reminder, settings]) => {
      const isBare = settings !== null && Object.keys(settings as object).length === 0;
      return [reminder, settings === null ? "off" : isBare ? "on" : settings];
    }),
  );
  return file;
}
