import { describe, expect, it } from "@jest/globals";
import { toWholeIncident } from "../../src/decide/index.ts";
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
import { aRecord, lookAt } from "./looked.ts";

const TEN = Date.parse("2026-05-04T10:00:00Z");
const resolved = (clock: string): string => `Resolved: 2026-05-04 ${clock} UTC`;
const DOWN = aVersion(person("ana"), "down", -1);
const AT_TEN = { resolved: { at: TEN, since: after(10) } };

const correctionsAfter = (...versions: readonly ReturnType<typeof aVersion>[]) =>
  lookAt([], { before: DOWN, versions }).incident?.corrections;

/** A stale write of Sitrep's over this text, which it then puts back. */
const passed = (text: string) => [aVersion(SELF, "down", 11), aVersion(SELF, `${text}\n`, 12)];

describe("a time that somebody puts into the top comment", () => {
  it("is kept in the record, which is written for it alone", () => {
    const edit = aVersion(person("bo"), resolved("10:00"), 10);
    const found = lookAt([], { before: DOWN, versions: [edit] });
    expect(found.incident?.corrections).toEqual(AT_TEN);
    expect(found.mustRecord).toBe(true);
  });

  it("holds in looks after it, until it is said otherwise or taken out", () => {
    const before = aVersion(person("bo"), resolved("10:00"), 10);
    const digest = { through: after(10), recent: [], version: before.id };
    const record = aRecord({ corrections: AT_TEN }, { digest });
    const next = (...versions: readonly ReturnType<typeof aVersion>[]) =>
      lookAt([], { record, before, versions });
    expect(next().incident?.corrections).toEqual(AT_TEN);
    expect(next().mustRecord).toBe(false);
    const more = aVersion(SELF, `${resolved("10:00")}\n\nmore`, 11);
    expect(next(more).incident?.corrections).toEqual(AT_TEN);
    const later = aVersion(person("bo"), resolved("10:30"), 12);
    expect(next(more, later).incident?.corrections).toEqual({
      resolved: { at: TEN + 30 * 60_000, since: after(12) },
    });
    const out = aVersion(person("bo"), "down", 12);
    expect(next(more, out).incident).not.toHaveProperty("corrections");
  });

  it("counts not from somebody who may not command, nor from another program", () => {
    expect(correctionsAfter(aVersion(person("cleo"), resolved("10:00"), 10))).toBeUndefined();
    const bot = { login: "forms", kind: "bot" } as const;
    expect(correctionsAfter(aVersion(bot, resolved("10:00"), 10))).toBeUndefined();
    const mine = aVersion(person("bo"), resolved("10:00"), 10);
    const theirs = aVersion(person("cleo"), resolved("12:00"), 11);
    expect(correctionsAfter(mine, theirs)).toEqual(AT_TEN);
  });

  it("is nobody's where Sitrep puts back what it had passed over", () => {
    const theirs = aVersion(person("cleo"), resolved("12:00"), 10);
    expect(correctionsAfter(theirs, ...passed(resolved("12:00")))).toBeUndefined();
    const mine = aVersion(person("bo"), resolved("10:00"), 10);
    expect(correctionsAfter(mine, ...passed(resolved("10:00")))).toEqual(AT_TEN);
    const over = aVersion(person("ana"), "down\n\nmore", 12);
    expect(correctionsAfter(mine, aVersion(SELF, "down", 11), over)).toEqual(AT_TEN);
  });

  it("is the same where the record is lost, and the thread is read whole", () => {
    const versions = [
      aVersion(person("bo"), resolved("10:00"), 10),
      aVersion(person("cleo"), resolved("12:00"), 11),
    ];
    const events = [aLabel("incident", 0), aComment("ana", "/resolve", 30)];
    const lost = { before: DOWN, versions, events, status: A_STATUS };
    expect(lookAt(events, { ...lost, record: null }).incident?.corrections).toEqual(AT_TEN);
    const whole = toWholeIncident(aGiven(aSnapshot(lost)));
    expect(whole?.incident.corrections).toEqual(AT_TEN);
  });

  it("may stand there from the beginning", () => {
    const opening = { record: null, status: A_STATUS, body: resolved("10:00") };
    const events = [aLabel("incident", 0)];
    expect(lookAt(events, opening).incident?.corrections).toEqual({
      resolved: { at: TEN, since: after(-1) },
    });
    const outsider = { ...opening, opener: person("cleo") };
    expect(lookAt(events, outsider).incident?.corrections).toBeUndefined();
  });
});
