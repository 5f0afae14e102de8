import { expect, test } from "@jest/globals";
import { archive } from "../../src/decide/archive.ts";
import { COMMENT_BUDGET, COMMENT_LIMIT, RECENT_LIMIT } from "../../src/incident/comment-budget.ts";
import { CORRECTED_NAMES } from "../../src/incident/corrections.ts";
import type { BacklogItem } from "../../src/incident/backlog-item.ts";
import type { Incident } from "../../src/incident/incident.ts";
import {
  isDigested,
  toDigest,
  toInertJson,
  type MachineRecord,
  type OutboxEntry,
} from "../../src/incident/record.ts";
import { withSentMessages } from "../../src/incident/sent.ts";
import { CLAIM_TEXT_LIMIT, toEntryText } from "../../src/incident/timeline.ts";
import { createRecordText } from "../../src/integrations/github/record-text.ts";
import { owesMuch, toLastRecord } from "../../src/reconcile/last-record.ts";
import { anIncident } from "../support/incident.ts";

const NOW = Date.parse("2026-05-04T09:00:00Z");
const LOGIN = "l".repeat(39);
const URL = `https://github.com/${LOGIN}/${"r".repeat(60)}/issues/12345#issuecomment-1234567890`;
const ID = "IC_kwDOABCDEFGHIJKLMNOP";

/** As much of everything as people bring about, each text full of signs that take more room as JSON. */
function fullest(words: string, entries: number): Incident {
  const text = toEntryText(words.repeat(300));
  const entry = {
    at: NOW,
    kind: "note",
    by: LOGIN,
    who: LOGIN,
    what: "x".repeat(60),
    text,
    url: URL,
  } as const;
  const fields = [
    "commander",
    "liaison",
    "representative",
    "experts",
    "ticket",
    "severity",
    "status",
  ] as const;
  return anIncident({
    commander: LOGIN,
    liaison: LOGIN,
    representative: LOGIN,
    experts: Array.from({ length: 50 }, () => ({ login: LOGIN, area: "a".repeat(60) })),
    tickets: Array.from({ length: 10 }, () => URL),
    claims: fields.map((field) => ({
      field,
      text: toEntryText(text, CLAIM_TEXT_LIMIT),
      by: LOGIN,
      why: "not-readable",
    })),
    update: { at: NOW, by: LOGIN, text, url: URL, nextAt: NOW },
    escalation: { at: NOW, by: LOGIN, why: text },
    timeline: Array.from({ length: entries }, () => entry),
    community: { acknowledgedAt: NOW, toldAt: NOW, answeredAt: NOW, answeredIn: URL },
    heldCount: 12,
    acknowledgedAt: NOW,
    mitigatedAt: NOW,
    impactStarted: NOW,
    impactEnded: NOW,
    corrections: Object.fromEntries(CORRECTED_NAMES.map((name) => [name, { at: NOW, since: NOW }])),
  });
}

const entry = (index: number, size: number): OutboxEntry => ({
  key: `${ID}/${index}/announce`,
  since: NOW,
  message: { name: "note", data: { text: "x".repeat(size) } },
});

/** As many fields as the four parts of a policy can name, with names of the greatest length. */
const BACKLOG: BacklogItem = {
  project: `${LOGIN}/123456789`,
  since: NOW,
  id: 123_456_789,
  gone: false,
  set: Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [`${"é".repeat(48)}${index}`, `investigating/${NOW}`]),
  ),
};

const recordOf = (incident: Incident, outbox: readonly OutboxEntry[]): MachineRecord => ({
  incident: archive(incident).incident,
  digest: toDigest(
    null,
    Array.from({ length: 1000 }, (_, index) => ({ id: `${ID}${index}`, at: NOW + index * 100 })),
    ID,
  ),
  outbox,
  receipts: Array.from({ length: 40 }, () => ({ subject: ID, receipt: "refused" })),
  leaving: [LOGIN],
  backlog: BACKLOG,
  sent: withSentMessages(
    undefined,
    Array.from({ length: 300 }, (_, index) => ({
      what: "first-response",
      since: NOW + index * 60_000,
      at: NOW + (index + 9) * 60_000,
      place: `https://example.freshdesk.com/a/tickets/${index % 10}`,
    })),
  ),
  writtenAt: NOW,
  pinned: true,
});

test("the parts of the status comment add up to what GitHub takes", () => {
  const parts = Object.values(COMMENT_BUDGET);
  // What is left over is for the marks and the signature.
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(COMMENT_LIMIT - 500);
});

const WORDS = ["plain ", '"', "\\", "x\n", "-->", "->", "é", "🔥"];

test.each(WORDS.flatMap((words) => [24, 300].map((entries) => [words, entries] as const)))(
  "the fullest record fits beside the longest text, its words full of %j, with %i entries in the timeline",
  (words, entries) => {
    const outbox = Array.from({ length: 200 }, (_, index) => entry(index, 300));
    const record = toLastRecord(recordOf(fullest(words, entries), outbox), []);
    const text = "t".repeat(COMMENT_BUDGET.text);
    const records = createRecordText("secret");
    const body = `${text}\n\n${records.write(record, "I_kwDOABCDEFGHIJKLMNOP", COMMENT_LIMIT - text.length - 2)}`;
    expect(body.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(records.read(body)).toEqual({ issueId: "I_kwDOABCDEFGHIJKLMNOP", record });
    expect(record.outbox.length).toBeGreaterThan(10);
  },
);

test("of what is owed the newest is kept, and what has no room beside it is given up", () => {
  const outbox = [entry(0, 100), entry(1, 3000), entry(2, 9000), entry(3, 2000)];
  const record = recordOf(anIncident(), outbox);
  expect(owesMuch(record)).toBe(true);
  const { outbox: kept } = toLastRecord(record, []);
  expect(kept.map(({ key }) => key)).toEqual([0, 1, 3].map((index) => entry(index, 1).key));
  expect(toInertJson(kept).length).toBeLessThanOrEqual(COMMENT_BUDGET.outbox + 2);
});

test("what was posted and what was given before the record is written is owed no more", () => {
  const record = recordOf(anIncident(), [entry(0, 10), entry(1, 10)]);
  const receipts = [
    { subject: "IC_1", receipt: "done" },
    { subject: "IC_2", receipt: "done" },
  ] as const;
  const message = {
    name: "vacated",
    data: { role: "liaison", previous: "bo", by: "ana" },
  } as const;
  const after = toLastRecord({ ...record, receipts }, [
    { kind: "post", key: entry(1, 10).key, message },
    { kind: "react", subject: "IC_1", receipt: "done" },
  ]);
  expect(after.outbox).toEqual([entry(0, 10)]);
  expect(after.receipts).toEqual([receipts[1]]);
});

test("in a burst the newest ids are kept, those of one instant together, and older events go by their time", () => {
  const burst = Array.from({ length: 400 }, (_, index) => ({
    id: `IC_${index}`,
    at: NOW + Math.floor(index / 4) * 100,
  }));
  const digest = toDigest(null, burst, null);
  expect(digest.recent.length).toBeGreaterThanOrEqual(RECENT_LIMIT);
  expect(digest.recent.length).toBeLessThan(RECENT_LIMIT + 4);
  for (const event of burst) expect(isDigested(digest, event)).toBe(true);
  expect(isDigested(digest, { id: "IC_new", at: NOW + 9900 })).toBe(false);
  const soon = toDigest(digest, [{ id: "IC_soon", at: NOW + 11_000 }], null);
  for (const event of burst) expect(isDigested(soon, event)).toBe(true);
  const later = toDigest(digest, [{ id: "IC_later", at: NOW + 200_000 }], null);
  expect(later.since).toBeUndefined();
  for (const event of burst) expect(isDigested(later, event)).toBe(true);
});
