import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { decide } from "../../src/decide/index.ts";
import type { Actor } from "../../src/incident/actor.ts";
import type { ThreadEvent } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import {
  A_STATUS,
  aComment,
  aGiven,
  aLabel,
  aSnapshot,
  aVersion,
  person,
  SELF,
} from "../support/snapshot.ts";

const LOGINS = ["ana", "bo", "sam", "tri", "cleo", "nobody-here"] as const;
const login = fc.constantFrom(...LOGINS);
const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 6, arbitrary: login.map(person) },
  { weight: 1, arbitrary: fc.constant(SELF) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Actor>(
      { login: "ghost", kind: "gone" },
      { login: "x", kind: "bot" },
    ),
  },
);
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom("commander", "liaison", "sme", "release", "handoff"), login)
    .map(([word, who]) => `/${word} @${who}`),
  fc.constantFrom(
    "/commander me",
    "/accept",
    "/decline",
    "/incident 1",
    "/resolve",
    "/reopen x",
    "/close",
    "/done report",
    "/escalate",
    "/cancel",
    "/comander",
    "/severity 9",
    "hello",
  ),
);
const speech = fc.array(line, { maxLength: 3 }).map((lines) => lines.join("\n"));
// Few bodies, so that people often write what stood there before.
const body = fc
  .tuple(
    fc.constantFrom("ana", "bo", "nobody-here"),
    fc.boolean(),
    fc.constantFrom(" ", "x"),
    fc.constantFrom("", "Resolved: 2026-05-04 10:00 UTC\n", "Resolved: later\n"),
  )
  .map(
    ([who, isLong, mark, time]) =>
      `- Incident Commander: @${who}\n- External Liaison: @${isLong ? "sam" : "ana"}\n- [${mark}] Fill in the Incident Report\n${time}`,
  );
const event = (minutes: number): fc.Arbitrary<ThreadEvent> =>
  fc.oneof(
    fc.tuple(login, speech).map(([who, text]) => aComment(who, text, minutes)),
    fc
      .tuple(login, speech, login)
      .map(([who, text, editor]) => aComment(who, text, minutes, { editor: person(editor) })),
    fc
      .tuple(
        fc.constantFrom("incident", "SEV-1", "incident: resolved"),
        login,
        fc.constantFrom("labeled", "unlabeled"),
      )
      .map(([name, who, kind]) => aLabel(name, minutes, who, kind)),
    fc.tuple(actor, fc.constantFrom("closed", "reopened")).map(([who, kind]): ThreadEvent => ({
      kind,
      id: `SE_${minutes}`,
      at: after(minutes),
      actor: who,
      reason: minutes % 4 === 0 ? "not_planned" : null,
    })),
    fc.tuple(actor, login).map(([who, off]): ThreadEvent => ({
      kind: "unassigned",
      id: `UE_${minutes}`,
      at: after(minutes),
      actor: who,
      login: off,
    })),
  );
const events = (from: number) =>
  fc.tuple(...Array.from({ length: 6 }, (_, index) => event(from + 2 * index)));
const versions = (from: number) =>
  fc
    .array(fc.tuple(actor, body), { maxLength: 4 })
    .map((list) => list.map(([by, text], index) => aVersion(by, text, from + 2 * index + 1)));

test("whatever happens, the rights that the decision needs were asked for, in the first look and in the next", () => {
  fc.assert(
    fc.property(
      actor,
      body,
      events(1),
      versions(1),
      events(40),
      versions(40),
      (opener, text, early, edits, late, more) => {
        const before = aVersion(opener, text, -1);
        const first = aSnapshot({
          opener,
          before,
          versions: edits,
          events: [aLabel("incident", 0), ...early],
          status: A_STATUS,
          fresh: true,
        });
        const { record } = decide(aGiven(first), after(30));
        if (record === null) return;
        const known = [before, ...edits];
        const digested = known.find((version) => version.id === record.digest.version) ?? before;
        const second = aSnapshot({
          opener,
          before: digested,
          versions: [...known.slice(known.indexOf(digested) + 1), ...more],
          events: late,
          status: A_STATUS,
          record,
        });
        expect(() => decide(aGiven(second), after(90))).not.toThrow();
      },
    ),
    { numRuns: Number(process.env["FC_RUNS"] ?? 300) },
  );
});
