import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { COMMENT_BUDGET } from "../../src/incident/comment-budget.ts";
import { readSent, withSentMessages, type SentMessage } from "../../src/incident/sent.ts";
import { after } from "../support/incident.ts";

const TICKET = "https://desk.test/a/tickets/125";

const sent = (what: string, minutes: number, place: string, seconds = 2): SentMessage => ({
  what,
  since: after(minutes),
  place,
  at: after(minutes) + seconds * 1000,
});

const LOG = withSentMessages(undefined, [
  sent("update", 5, "#updates"),
  sent("update", 5, TICKET, 900),
  sent("declared", 0, "#eng"),
]);

describe("what was sent outside", () => {
  it("is kept with its time and place, in the order of its causes", () => {
    expect(readSent(LOG)).toEqual([
      sent("declared", 0, "#eng"),
      sent("update", 5, "#updates"),
      sent("update", 5, TICKET, 900),
    ]);
  });

  it("stands there once, at the time at which it was first seen", () => {
    const again = withSentMessages(LOG, [sent("update", 5, TICKET, 1200), sent("role", 5, "#eng")]);
    expect(readSent(again)).toEqual([...readSent(LOG), sent("role", 5, "#eng")]);
  });

  it("is forgotten where there is no room, the oldest first", () => {
    const many = Array.from({ length: 400 }, (_, index) => sent("role", index, "#eng"));
    const log = many.reduce((now, one) => withSentMessages(now, [one]), LOG);
    const kept = readSent(log);
    expect(JSON.stringify(log).length).toBeLessThanOrEqual(COMMENT_BUDGET.sent);
    expect(kept.length).toBeGreaterThan(80);
    expect(kept).toEqual(many.slice(-kept.length));
  });

  it("is what was put in, whatever that was", () => {
    const message = fc.record({
      what: fc.constantFrom("update", "phase"),
      since: fc.integer({ min: 0, max: 3 }).map((minutes) => after(minutes)),
      place: fc.constantFrom("#a", "#b", TICKET),
      at: fc.integer({ min: -60, max: 600 }).map((seconds) => after(0) + seconds * 1000),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12 }), (messages) => {
        const log = messages.reduce(
          (now, one) => withSentMessages(now, [one]),
          withSentMessages(undefined, []),
        );
        const inOrder = (one: typeof log) =>
          readSent(one)
            .map((m) => JSON.stringify(m))
            .toSorted();
        expect(inOrder(log)).toEqual(inOrder(withSentMessages(undefined, messages)));
        for (const one of readSent(log)) expect(messages).toContainEqual(one);
      }),
    );
  });
});
