import { describe, expect, it } from "@jest/globals";
import type { Duty } from "../../src/incident/duty.ts";
import type { Policy } from "../../src/incident/policy.ts";
import type { TeamAnswer } from "../../src/integrations/github/index.ts";
import { withDuties } from "../../src/reconcile/with-duties.ts";
import { POLICY } from "../support/incident.ts";

const NOW = Date.parse("2026-03-06T14:00:00Z");

const managedBy = (manager: Duty): Policy => ({
  ...POLICY,
  manager: null,
  duties: { steward: { kind: "nobody" }, manager },
});

const aTeam = (pick: "only" | "first", fallback: string | null): Duty => ({
  kind: "team",
  team: "acme/leads",
  pick,
  fallback,
  members: null,
});

const anAnswer = (answer: Partial<TeamAnswer>) => (): Promise<TeamAnswer> =>
  Promise.resolve({ members: null, why: null, asOf: null, ...answer });

const notAsked = (): Promise<TeamAnswer> => Promise.reject(new Error("no team is named"));

describe("a policy with duties", () => {
  it("asks nothing where no team is named, and knows who has a turn now", async () => {
    const rotation = {
      people: ["ana", "bo"],
      days: 1,
      since: { date: "2026-03-05", time: "09:00" },
      zone: "UTC",
      overrides: [],
    };
    const duty: Duty = { kind: "rotation", rotation, fallback: null };
    const { policy, notices } = await withDuties(managedBy(duty), NOW, notAsked);
    expect(policy.manager).toBe("bo");
    expect(notices).toEqual([]);
  });

  it("asks once for each duty that a team has, and keeps all else as it is", async () => {
    const written = managedBy(aTeam("first", null));
    const { policy, notices } = await withDuties(written, NOW, anAnswer({ members: ["bo", "cy"] }));
    expect(policy).toEqual({
      ...written,
      manager: "bo",
      duties: { ...written.duties, manager: { ...written.duties.manager, members: ["bo", "cy"] } },
    });
    expect(notices).toEqual([]);
  });

  it.each<[string, "only" | "first", Partial<TeamAnswer>, string | null, object]>([
    [
      "several members where one is meant",
      "only",
      { members: ["bo", "cy"] },
      "pm",
      {
        why: "More than one person is in it, and the policy means its only one; `pick: first` means the first by login.",
        asOf: null,
      },
    ],
    ["an empty team", "first", { members: [] }, "pm", { why: "Nobody is in it.", asOf: null }],
    ["a team that cannot be read", "only", { why: "Down." }, "pm", { why: "Down.", asOf: null }],
    [
      "a team that cannot be read any more",
      "only",
      { why: "Down.", members: ["bo"], asOf: NOW - 1 },
      "bo",
      { why: "Down.", asOf: NOW - 1 },
    ],
  ])("tells of %s, and who serves", async (_, pick, answer, manager, told) => {
    const written = managedBy(aTeam(pick, "pm"));
    const { policy, notices } = await withDuties(written, NOW, anAnswer(answer));
    expect(policy.manager).toBe(manager);
    expect(notices).toEqual([
      { kind: "duty", duty: "manager", team: "acme/leads", fallback: "pm", ...told },
    ]);
  });
});
