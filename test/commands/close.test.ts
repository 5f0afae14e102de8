import { describe, expect, test } from "@jest/globals";
import { findCommand, isRejection } from "../../src/commands/index.ts";
import { GATE_NAMES } from "../../src/incident/gates.ts";
import type { CloseGate } from "../../src/incident/policy.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { aContext, applied, AT, testCommand } from "./cases.ts";

const DONE = {
  phase: "resolved",
  phaseSince: after(5),
  confirmedAt: after(20),
  vouched: { report: { at: after(20), by: "ana" } },
} as const;
const closed = [
  { kind: "want-state", state: "closed-as-completed", by: "ana" },
  { kind: "log", entry: { kind: "closed", by: "ana", what: "completed" } },
] as const;
const elsewise =
  "The issue is closed already, and not as completed. If it was an incident after all, write `/reopen` and why first.";

const decide = (closeGate: CloseGate) => {
  const context = aContext(anIncident());
  const policy = { ...POLICY, closeGate };
  const result = findCommand("close")?.decide(null, { ...context, policy });
  if (result === undefined) throw new Error("there is no /close");
  return result;
};

describe("/close", () => {
  testCommand([
    {
      it: "closes as completed when nothing is missing",
      before: DONE,
      comment: "/close",
      gives: closed,
    },
    {
      it: "does nothing when it is so already, whatever is missing",
      before: { closed: { at: after(9), by: "bo", reason: "completed" } },
      comment: "/close",
      gives: [],
    },
    {
      it: "does not change why it was closed",
      before: { ...DONE, closed: { at: after(9), by: "bo", reason: "not_planned" } },
      comment: "/close",
      gives: elsewise,
    },
    {
      it: "does not make an incident of a duplicate",
      before: { closed: { at: after(9), by: null, reason: "duplicate" } },
      comment: "/close",
      gives: elsewise,
    },
    {
      it: "is for responders",
      before: DONE,
      comment: "/close",
      by: "rep",
      gives: "anyone with write access",
    },
  ]);

  test.each(["reopen", "warn"] as const)(
    "is refused with everything that is missing, by the policy `%s`",
    (closeGate) => {
      const result = decide(closeGate);
      if (!isRejection(result)) throw new Error("it was not refused");
      const [refused, log, post, ...rest] = result.instead ?? [];
      expect([refused, log]).toEqual([
        { kind: "refuse-close" },
        {
          kind: "log",
          entry: {
            kind: "close-refused",
            by: "ana",
            what: "command",
            text: "not resolved, the community was not told, the community has not agreed, no report",
          },
        },
      ]);
      expect(post).toMatchObject({
        kind: "post",
        key: "close-refused",
        message: {
          name: "close-blocked",
          data: {
            by: "ana",
            how: "command",
            may: true,
            closeGate,
            gates: GATE_NAMES.slice(0, 4).map((name) => ({ name, isOpen: false })),
          },
        },
      });
      expect(rest).toEqual([]);
      const next = applied(anIncident(), result.instead ?? []);
      expect(next).toMatchObject({ closed: null, wanted: null, closeRefusedAt: AT });
    },
  );

  test("closes without a look at what is missing where the policy wants none", () => {
    expect(decide("off")).toEqual(closed);
  });
});
