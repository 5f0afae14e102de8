import { describe, expect, it } from "@jest/globals";
import { comparePolicies } from "../../src/config/compare-policies.ts";
import { policyFields, PRESETS, readPolicy } from "../../src/config/index.ts";

const policyOf = (...lines: string[]) => {
  const { policy, problems } = readPolicy(lines.join("\n"));
  expect(problems).toEqual([]);
  return policy;
};

const changes = (before: string, after: string): readonly string[] =>
  comparePolicies(policyOf(before), policyOf(after)).map(
    ({ field, from, to }) => `${field}: ${from} -> ${to}`,
  );

describe("what another policy would change", () => {
  it("is what differs, and nothing where both come to the same", () => {
    expect(changes("", "extends: 2i2c-2022\nsilence: PT48H")).toEqual([
      "silence: 48 working hours -> 2 days",
    ]);
    expect(changes("rights: write", "closeGate: reopen # as it is")).toEqual([]);
    for (const preset of Object.values(PRESETS)) {
      expect(comparePolicies(preset, preset)).toEqual([]);
    }
  });

  it.each<[string, string, string, readonly string[]]>([
    ["a list", "", "labels: [outage]", ["labels: incident, type: Hub Incident -> outage"]],
    [
      "a phase's label",
      "",
      "phases: { mitigated: contained }",
      ["phases.mitigated: incident: mitigated -> contained"],
    ],
    ["a login", "", "engineering: sam", ["engineering: none -> sam"]],
    ["a duty", "", "manager: sam", ["manager: nobody -> sam"]],
    [
      "a duty by a group in Slack",
      "manager: { login: sam, fallback: bo }",
      "manager: { slack: '@leads', fallback: bo }",
      ["manager: sam -> Slack group @leads, only"],
    ],
    [
      "a rotation",
      "steward: ana",
      "steward: { rotation: { people: [ana, bo], length: 1 week, since: 2026-11-02 09:00, zone: Europe/Berlin }, fallback: bo }",
      [
        "steward: ana -> rotation",
        "steward.rotation.people: none -> ana, bo",
        "steward.rotation.zone: none -> Europe/Berlin",
        "steward.rotation.since: none -> 2026-11-02 09:00",
        "steward.rotation.length: none -> 7 days",
        "steward.fallback: none -> bo",
      ],
    ],
    [
      "a role's names, old ones kept",
      "",
      "roles: { manager: { title: Boss } }",
      [
        "roles.manager.title: Project Manager -> Boss",
        "roles.manager.aliases: PM -> Project Manager, PM",
      ],
    ],
    [
      "a reminder's time",
      "",
      "reminders: { escalate: { after: 1h } }",
      ["reminders.escalate.after: 30 minutes -> 1 hour"],
    ],
    [
      "a reminder that is switched off",
      "",
      "reminders: { escalate: off }",
      ["reminders.escalate: on -> off", "reminders.escalate.after: 30 minutes -> none"],
    ],
    [
      "the calendar",
      "calendar: { offices: [{ zone: Europe/Berlin, hours: 09:00-17:00 }] }",
      "calendar: { offices: [{ zone: Europe/Paris, hours: 09:00-17:00 }] }",
      ["calendar.offices, entry 1.zone: Europe/Berlin -> Europe/Paris"],
    ],
  ])("tells %s in words", (_what, before, after, told) => {
    expect(changes(before, after)).toEqual(told);
  });

  it.each(policyFields().filter(({ path }) => path.length === 1))(
    "leaves out no field: $path",
    ({ example }) => {
      const before = policyOf("");
      const after = policyOf(example ?? "");
      const isOther = JSON.stringify(before) !== JSON.stringify(after);
      expect(comparePolicies(before, after).length > 0).toBe(isOther);
    },
  );

  it("tells a new preset by all that it brings", () => {
    const told = changes("", "extends: 2i2c-2026");
    expect(told[0]).toBe("extends: 2i2c-2022 -> 2i2c-2026");
    expect(told).toContain("report.writer: commander -> liaison");
  });

  it("tells a person who comes by their login", () => {
    const told = changes("", "people: { Ana: { zone: Europe/Berlin } }");
    expect(told).toContain("people.ana.zone: none -> Europe/Berlin");
  });
});
