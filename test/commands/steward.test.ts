import { describe, expect, it } from "@jest/globals";
import type { Duty } from "../../src/incident/duty.ts";
import { anIncident, POLICY } from "../support/incident.ts";
import { aContext, give } from "./cases.ts";

const ROTATION = {
  kind: "rotation",
  rotation: {
    people: ["rep", "bo"],
    days: 1,
    since: { date: "2026-05-03", time: "00:00" },
    zone: "UTC",
    overrides: [],
  },
  fallback: "cy",
} as const satisfies Duty;

/** What the line gives when the duty is this one; the comment is of 2026-05-04. */
const said = (line: string, steward: Duty, options: Parameters<typeof aContext>[1] = {}) => {
  const context = aContext(anIncident(), options);
  const policy = { ...POLICY, duties: { ...POLICY.duties, steward } };
  return give(line, { ...context, policy });
};

const designated = (who: string) =>
  expect.arrayContaining([{ kind: "designate", role: "commander", who }]);

describe("`/commander steward`", () => {
  it.each<[string, string, Duty, unknown]>([
    [
      "whoever it is",
      "/commander steward",
      { kind: "login", login: "bo", fallback: null },
      designated("bo"),
    ],
    [
      "in any case",
      "/ic  Steward ",
      { kind: "login", login: "bo", fallback: null },
      designated("bo"),
    ],
    ["whose turn it is when it is written", "/commander steward", ROTATION, designated("bo")],
    [
      "the fallback, where the first may not hold a role",
      "/commander steward",
      { ...ROTATION, rotation: { ...ROTATION.rotation, days: 7 } },
      designated("Cy"),
    ],
  ])("names %s", (_, line, duty, gives) => {
    expect(said(line, duty)).toEqual(gives);
  });

  it.each<[string, Duty, string]>([
    [
      "where the policy names nobody",
      { kind: "nobody" },
      "The policy does not say who is Support Steward: `steward` in `.github/sitrep.yml` does.",
    ],
    [
      "where nobody is found",
      { kind: "team", name: "acme/support", pick: "only", fallback: null, members: null },
      "By the policy, nobody is Support Steward now. Name somebody else.",
    ],
    [
      "where they may not hold a role",
      { kind: "login", login: "REP", fallback: null },
      "Rep is Support Steward by the policy, but has no write access to this repository, so they cannot hold a role. Give them access, or name somebody else.",
    ],
  ])("is refused %s", (_, duty, sentence) => {
    expect(said("/commander steward", duty)).toBe(sentence);
  });

  it("means an account where it is written with an @, or with more behind it", () => {
    const duty: Duty = { kind: "login", login: "bo", fallback: null };
    const problem = "There is no GitHub account named steward. Is it spelled right?";
    const context = aContext(anIncident());
    const people = new Map([...context.people, ["steward", null] as const]);
    const policy = { ...POLICY, duties: { ...POLICY.duties, steward: duty } };
    expect(give("/commander @steward", { ...context, people, policy })).toBe(problem);
    expect(give("/commander steward please", { ...context, people, policy })).toBe(problem);
  });

  it("that was carried out before names whom Sitrep wrote down then, or nobody", () => {
    const duty: Duty = { kind: "login", login: "bo", fallback: null };
    const then = { trusted: true, writtenThen: "Cy" };
    expect(said("/commander steward", duty, then)).toEqual(designated("Cy"));
    expect(said("/commander steward", duty, { trusted: true })).toEqual([]);
  });
});
