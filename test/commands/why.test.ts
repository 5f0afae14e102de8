import { describe, expect, it } from "@jest/globals";
import type { MessageData } from "../../src/effects/index.ts";
import { anIncident, after } from "../support/incident.ts";
import type { Incident } from "../../src/incident/incident.ts";
import { aContext, give, testCommand } from "./cases.ts";

/** The data of the comment with which `/why` answers ana. */
function whyWith(
  comment: string,
  overrides: Partial<Incident> = {},
  policy: Partial<ReturnType<typeof aContext>["policy"]> = {},
): MessageData["why"] {
  const context = aContext(anIncident(overrides));
  const given = give(comment, { ...context, policy: { ...context.policy, ...policy } });
  const [post] = typeof given === "string" ? [] : given;
  if (post?.kind !== "post" || post.message.name !== "why") throw new Error("no answer came");
  return post.message.data;
}

const resolved = { phase: "resolved", phaseSince: after(10) } as const;
const closed = { at: after(20), by: "ana", reason: "completed" };

describe("/why", () => {
  it("tells all that is due, soonest first, to whoever asked", () => {
    const { to, topic, items, gates, state } = whyWith("/why");
    expect({ to, topic, gates, state }).toEqual({
      to: "ana",
      topic: null,
      gates: null,
      state: "ongoing",
    });
    const { agenda } = aContext(anIncident());
    expect(items).toEqual(agenda());
    expect(items.map(({ reminder }) => reminder)).toContain("gone-quiet");
  });

  it.each(["/why update-due", "/why `Update-Due`.", "/why update"])(
    "narrows to one: %s",
    (comment) => {
      const { topic, items } = whyWith(comment);
      expect(topic).toBe("update-due");
      expect(items.map(({ reminder }) => reminder)).toEqual(["update-due"]);
    },
  );

  it("knows the zone of whoever asked", () => {
    const ana = { login: "Ana", zone: "Europe/Berlin", calendar: null, slack: null };
    expect(whyWith("/why", {}, { people: { ana } }).zone).toBe("Europe/Berlin");
    expect(whyWith("/why", {}, { people: { bo: ana } }).zone).toBeNull();
  });

  it("knows that the policy switches a reminder off", () => {
    const { reminders } = aContext(anIncident()).policy;
    const off = { reminders: { ...reminders, escalate: null } };
    expect(whyWith("/why escalate", {}, off).isOff).toBe(true);
    expect(whyWith("/why update-due", {}, off).isOff).toBe(false);
    expect(whyWith("/why", {}, off).isOff).toBe(false);
  });

  it("tells what blocks closing once it is resolved, by then", () => {
    expect(whyWith("/why", resolved).gates?.map(({ name }) => name)).toEqual([
      "told",
      "agreed",
      "report",
    ]);
    const vouched = { report: { at: after(15), by: "ana" } };
    expect(whyWith("/why", { ...resolved, vouched, confirmedAt: after(15) }).gates).toEqual([]);
    expect(whyWith("/why may-close", resolved).gates).toHaveLength(3);
    expect(whyWith("/why report-due", resolved).gates).toBeNull();
    expect(whyWith("/why", { ...resolved, closed }).gates).toBeNull();
  });

  it.each([
    ["ongoing", {}],
    ["resolved", resolved],
    ["closed", { ...resolved, closed }],
    ["cancelled", { closed: { ...closed, reason: "not_planned" } }],
  ] as const)("knows the state that explains it: %s", (state, overrides) => {
    expect(whyWith("/why", overrides).state).toBe(state);
  });

  testCommand([
    {
      it: "names the reminders where a word is none",
      comment: "/why pager",
      gives:
        "There is no such reminder. There are `confirm-role`, `commander-missing`, `escalate`, `update-due`, `handoff-suggested`, `gone-quiet`, `community-answered`, `confirm-with-community`, `may-close`, `report-due`, `action-items-open`.",
    },
  ]);
});
