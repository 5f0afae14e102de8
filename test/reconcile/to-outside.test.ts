import { expect, test } from "@jest/globals";
import { NOTHING_SAID } from "../../src/incident/community.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { MachineRecord } from "../../src/incident/record.ts";
import { withSentMessages, type SentMessage } from "../../src/incident/sent.ts";
import { toOutside } from "../../src/reconcile/to-outside.ts";
import { after, anIncident } from "../support/incident.ts";

const TICKET = "https://desk.test/a/tickets/125";
const OTHER = "https://desk.test/a/tickets/126";

const recordOf = (
  overrides: Partial<Incident>,
  sent: readonly SentMessage[] | null = null,
): MachineRecord => ({
  incident: anIncident({ tickets: [TICKET], ...overrides }),
  digest: { through: after(0), recent: [], version: null },
  outbox: [],
  receipts: [],
  leaving: [],
  ...(sent === null ? {} : { sent: withSentMessages(undefined, sent) }),
  writtenAt: after(0),
  pinned: true,
});

/** Minute, direction, what and where. */
const seen = (record: MachineRecord | null): readonly string[] =>
  toOutside(record).map(({ at, direction, what, place, kind }) =>
    [(at - after(0)) / 60_000, direction, what ?? "-", kind, place].join(" "),
  );

const message = (what: string, minutes: number, place: string): SentMessage => ({
  what,
  since: after(minutes),
  at: after(minutes + 1),
  place,
});

const SAID = { ...NOTHING_SAID, acknowledgedAt: after(1), toldAt: after(31) };

test("what the record keeps of messages outside is told, but for those of the report itself", () => {
  const record = recordOf({ community: SAID }, [
    message("first-response", 0, TICKET),
    message("update", 30, TICKET),
    message("update", 30, "#updates"),
    message("published", 90, TICKET),
  ]);
  expect(seen(record)).toEqual([
    `1 out first-response ticket ${TICKET}`,
    `31 out update ticket ${TICKET}`,
    "31 out update chat #updates",
  ]);
});

test("a record of older versions tells when the community was first and last told", () => {
  expect(seen(recordOf({ community: SAID }))).toEqual([
    `1 out - ticket ${TICKET}`,
    `31 out - ticket ${TICKET}`,
  ]);
  const once = { ...SAID, toldAt: after(1) };
  expect(seen(recordOf({ community: once }))).toEqual([`1 out - ticket ${TICKET}`]);
  const since = recordOf({ community: SAID }, [message("update", 30, TICKET)]);
  expect(seen(since)).toEqual([`31 out update ticket ${TICKET}`, `1 out - ticket ${TICKET}`]);
  expect(seen(null)).toEqual([]);
});

test("each time that the community was seen to write is told, once", () => {
  const answered = { kind: "answered", by: null, url: OTHER } as const;
  const timeline = [
    { ...answered, at: after(10) },
    { ...answered, at: after(40) },
  ];
  const community = { ...NOTHING_SAID, answeredAt: after(40), answeredIn: OTHER };
  const lines = [`10 in - ticket ${OTHER}`, `40 in - ticket ${OTHER}`];
  expect(seen(recordOf({ timeline, community }))).toEqual(lines);
  expect(seen(recordOf({ timeline: timeline.slice(0, 1), community }))).toEqual(lines);
});
