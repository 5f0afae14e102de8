import { describe, expect, it } from "@jest/globals";
import { exampleAt, policyFields } from "../../src/config/policy.ts";
import { PRESETS } from "../../src/config/presets.ts";
import { readPolicy } from "../../src/config/read-policy.ts";
import { toReminders } from "../../src/config/reminder-presets.ts";
import { REMINDER_DEFAULTS, REMINDER_NAMES } from "../../src/incident/reminder-settings.ts";

const preset = PRESETS["2i2c-2022"].reminders;

/** Everything that is wrong, one line each: `line:column what mend`. */
const told = (text: string): readonly string[] =>
  readPolicy(text).problems.map(
    ({ line, column, what, mend }) => `${line}:${column} ${what} ${mend}`,
  );

describe("the reminders of a policy", () => {
  it.each(REMINDER_NAMES)("can have %s switched off, left on, and as its example shows", (name) => {
    const off = readPolicy(`reminders: { ${name}: off }`);
    expect(off).toMatchObject({ problems: [], policy: { reminders: { ...preset, [name]: null } } });
    const on = readPolicy(`reminders: { ${name}: on }`);
    expect(on.policy.reminders).toEqual(preset);
    const example = exampleAt(["reminders", name]);
    expect(readPolicy(`reminders:\n  ${example}`).problems).toEqual([]);
  });

  const settings = Object.entries(REMINDER_DEFAULTS).flatMap(([name, row]) =>
    Object.keys(row).map((key) => [name, key] as const),
  );
  it.each(settings)("can have %s with another “%s”", (name, key) => {
    const now = (preset as Readonly<Record<string, object>>)[name] ?? {};
    const isCount = typeof Object.entries(now).find(([each]) => each === key)?.[1] === "number";
    // What comes ahead of a promise is to be shorter than its period.
    const minutes = key === "every" ? 70 : 7;
    const { policy, problems } = readPolicy(
      `reminders: { ${name}: { ${key}: ${isCount ? "7" : `${minutes} minutes`} } }`,
    );
    expect(problems).toEqual([]);
    const wanted = isCount ? 7 : { clock: "wall", ms: minutes * 60_000 };
    expect(policy.reminders).toEqual({ ...preset, [name]: { ...now, [key]: wanted } });
  });

  it("keep what is not said", () => {
    const text = "reminders: { escalate: off, update-due: { every: 4 working hours } }";
    const { policy, problems } = readPolicy(text);
    expect(problems).toEqual([]);
    expect(policy.reminders).toEqual({
      ...preset,
      escalate: null,
      "update-due": {
        every: { clock: "working", ms: 14_400_000 },
        before: { clock: "wall", ms: 900_000 },
      },
    });
  });

  it("come back with a setting, or with `on`, where a preset has them off", () => {
    const without = { ...preset, escalate: null, "gone-quiet": null, "may-close": null };
    const after = { clock: "wall", ms: 60_000 } as const;
    expect(toReminders({ escalate: { after }, "may-close": "on" }, without)).toEqual({
      ...preset,
      escalate: { after },
      "gone-quiet": null,
    });
  });

  it("have their defaults in the documentation, each", () => {
    const documented = policyFields().flatMap(({ path: [first, name, key], fallback }) =>
      first === "reminders" && key !== undefined ? [`${name}.${key}=${fallback}`] : [],
    );
    expect(documented).toEqual(
      Object.entries(REMINDER_DEFAULTS).flatMap(([name, row]) =>
        Object.entries(row).map(([key, value]) => `${name}.${key}=${value}`),
      ),
    );
  });

  it.each<[string, string, string]>([
    [
      "a name misspelt",
      "reminders: { escalte: off }",
      "1:14 “escalte” is no field of reminders. Did you mean “escalate”?",
    ],
    [
      "a word that is neither off nor on",
      "reminders: { escalate: no }",
      "1:14 “reminders.escalate” must be off, on or a group of fields, but is “no”. Write it like this: escalate: { after: 30 minutes }",
    ],
    [
      "what another YAML makes of off",
      "reminders: { escalate: false }",
      "1:14 “reminders.escalate” must be off, on or a group of fields, but is false.",
    ],
    [
      "a text for all of them",
      "reminders: off",
      "1:1 “reminders” must be a group of fields, but is a text. Write it like this: reminders:",
    ],
    [
      "a setting that it does not have",
      "reminders:\n  escalate: { every: 1h }",
      "2:15 “every” is no field of reminders.escalate. Remove it, or use one of after.",
    ],
    [
      "a setting where there is none",
      "reminders: { may-close: { after: 2h } }",
      "1:14 “reminders.may-close” must be one of off, on. Write it like this: may-close: off",
    ],
    [
      "a duration that is none",
      "reminders:\n  escalate:\n    after: 2 moons",
      "3:5 “reminders.escalate.after” cannot be “2 moons”. That is not a duration: at character 3, `moons` is not a unit of time. Write it like `30 minutes`, `1h 30m` or `PT30M`.",
    ],
    [
      "a number for a duration",
      "reminders: { escalate: { after: 30 } }",
      "1:26 “reminders.escalate.after” must be a text, but is a number (in quotation marks it would be a text). Write it like this: after: 30 minutes",
    ],
    [
      "working time where the clock counts",
      "reminders: { update-due: { before: 15 working minutes } }",
      "1:28 “reminders.update-due.before” cannot be “15 working minutes”. It is counted back by the clock, so it cannot be working time. Write it like `15 minutes`.",
    ],
    [
      "less than a minute",
      "reminders: { commander-missing: { every: 5s } }",
      "1:35 “reminders.commander-missing.every” cannot be “5s”. Reminders count in minutes: it is a minute at least. Write it like `10 minutes`.",
    ],
    [
      "a warning before the time from which it counts",
      "reminders:\n  update-due: { every: 15 minutes }",
      "2:3 “reminders.update-due” comes 15 minutes ahead of what is due every 15 minutes. Make “before” shorter than “every”.",
    ],
    [
      "a count of none",
      "reminders: { report-due: { times: 0 } }",
      "1:28 “reminders.report-due.times” must be at least 1. Write it like this: times: 5",
    ],
    [
      "a count without end",
      "reminders: { report-due: { times: 101 } }",
      "1:28 “reminders.report-due.times” must be at most 100.",
    ],
    [
      "half a count",
      "reminders: { report-due: { times: 2.5 } }",
      "1:28 “reminders.report-due.times” must be a whole number, but is 2.5.",
    ],
    [
      "a count in words",
      "reminders: { report-due: { times: five } }",
      "1:28 “reminders.report-due.times” must be a whole number, but is “five”.",
    ],
  ])("with %s are told with place and remedy", (_what, text, problem) => {
    expect(told(text)).toEqual([expect.stringContaining(problem)]);
  });
});

describe("whom a policy names, and what it says of closing", () => {
  it.each<[string, string, string]>([
    [
      "a team as manager",
      "manager: acme/team",
      "1:1 “manager” cannot be “acme/team”. That is not a login. Write it like this: manager: sam",
    ],
    ["a placeholder as manager", "manager: '@username'", "“manager” cannot be “@username”."],
    [
      "no value",
      "manager:",
      "1:1 “manager” must be a text or a group of fields, but has no value.",
    ],
    [
      "words among those who are called",
      "engineering: [bo, our team]",
      "1:19 “engineering”, entry 2, cannot be “our team”. That is neither a login nor a team. Write it like this: engineering:",
    ],
    ["a number to call", "engineering: 5", "“engineering” must be a text or a list, but is 5."],
    [
      "a silence that is no duration",
      "silence: two days",
      "1:1 “silence” cannot be “two days”. That is not a duration: at character 1, a number is missing. Write it like",
    ],
    ["a silence of nothing", "silence: 0h", "A duration is a second at least. Write it like this:"],
    ["another writer", "report: { writer: expert }", "1:11 “report.writer” must be one of comm"],
  ])("%s is told with place and remedy", (_what, text, problem) => {
    expect(told(text)).toEqual([expect.stringContaining(problem)]);
  });
});
