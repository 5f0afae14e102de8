import { describe } from "@jest/globals";
import { after } from "../support/incident.ts";
import { testCommand } from "./cases.ts";

// The comment is written at 09:30 UTC, on a Monday.
const started = (minutes: number, text: string) =>
  [
    { kind: "set-impact-started", at: after(minutes) },
    { kind: "log", entry: { kind: "impact", by: "ana", text } },
  ] as const;
const both = (from: number, to: number, text: string) =>
  [
    { kind: "set-impact-started", at: after(from) },
    { kind: "set-impact-ended", at: after(to) },
    { kind: "log", entry: { kind: "impact", by: "ana", text } },
  ] as const;
const ended = (minutes: number, text: string) =>
  [
    { kind: "set-impact-ended", at: after(minutes) },
    { kind: "log", entry: { kind: "impact", by: "ana", text } },
  ] as const;

const NO_TIME =
  "That is no time with its zone, such as `2026-05-04 09:30 UTC`, `09:30 Europe/Berlin` or `2 hours ago`. Write it like `/impact 09:30 UTC to 11:45 UTC`.";
const NO_ZONE =
  "It does not say whose clock that is. Write it like `/impact 09:30 UTC to 11:45 UTC`.";

describe("/impact", () => {
  testCommand([
    {
      it: "says from when people were affected",
      comment: "/impact 2026-05-04 08:47 UTC",
      gives: started(-13, "from 2026-05-04 08:47 UTC"),
    },
    {
      it: "takes a time of day as the last one before the comment",
      comment: "/impact since 22:00 UTC",
      gives: started(-660, "from 2026-05-03 22:00 UTC"),
    },
    {
      it: "takes the clock of a place",
      comment: "/impact 10:47 Europe/Berlin",
      gives: started(-13, "from 2026-05-04 08:47 UTC"),
    },
    {
      it: "takes an offset",
      comment: "/impact 2026-05-04T14:17:00+05:30",
      gives: started(-13, "from 2026-05-04 08:47 UTC"),
    },
    {
      it: "takes a time from now on back",
      comment: "/impact 43 minutes ago",
      gives: started(-13, "from 2026-05-04 08:47 UTC"),
    },
    {
      it: "says from when to when, by one clock where only one is named",
      comment: "/impact 08:47 to 09:15 UTC",
      gives: both(-13, 15, "from 2026-05-04 08:47 UTC to 2026-05-04 09:15 UTC"),
    },
    {
      it: "takes the date of the start for the end, and a dash for `to`",
      comment: "/impact 2026-05-03 08:47 UTC - 09:15",
      gives: both(-1453, -1425, "from 2026-05-03 08:47 UTC to 2026-05-03 09:15 UTC"),
    },
    {
      it: "takes an end after midnight for the next day's",
      comment: "/impact yesterday 23:00 to 01:00 UTC",
      gives: both(-600, -480, "from 2026-05-03 23:00 UTC to 2026-05-04 01:00 UTC"),
    },
    {
      it: "takes `now` for the end",
      comment: "/impact 2 hours ago until now",
      gives: both(-90, 30, "from 2026-05-04 07:30 UTC to 2026-05-04 09:30 UTC"),
    },
    {
      it: "says the end alone",
      before: { impactStarted: after(-13) },
      comment: "/impact to 09:15 UTC",
      gives: ended(15, "to 2026-05-04 09:15 UTC"),
    },
    {
      it: "gives nothing when it is so already",
      before: { impactStarted: after(-13), impactEnded: after(15) },
      comment: "/impact 08:47 to 09:15 UTC",
      gives: [],
    },
    {
      it: "refuses an end before the start",
      before: { impactStarted: after(10) },
      comment: "/impact to 09:00 UTC",
      gives: "By that it would end 2026-05-04 09:00 UTC, before it begins 2026-05-04 09:10 UTC.",
    },
    {
      it: "refuses a start after the known end",
      before: { impactStarted: after(-13), impactEnded: after(0) },
      comment: "/impact 09:20 UTC",
      gives:
        "By that it would begin after its end, 2026-05-04 09:00 UTC. Give both: Write it like `/impact 09:30 UTC to 11:45 UTC`.",
    },
    {
      it: "refuses what is yet to come",
      comment: "/impact 2026-05-04 09:45 UTC",
      gives: "2026-05-04 09:45 UTC is yet to come.",
    },
    {
      it: "refuses an end that is yet to come",
      comment: "/impact 08:00 UTC to 2026-05-04 10:00 UTC",
      gives: "2026-05-04 10:00 UTC is yet to come.",
    },
    {
      it: "takes `from` before the start, and gaps of any width",
      comment: "/impact from  08:47   to   09:15 UTC",
      gives: both(-13, 15, "from 2026-05-04 08:47 UTC to 2026-05-04 09:15 UTC"),
    },
    {
      it: "takes an end at the start: it was over at once",
      comment: "/impact 09:00 to 09:00 UTC",
      gives: both(0, 0, "from 2026-05-04 09:00 UTC to 2026-05-04 09:00 UTC"),
    },
    {
      it: "takes an end at the known start",
      before: { impactStarted: after(15) },
      comment: "/impact to 09:15 UTC",
      gives: ended(15, "to 2026-05-04 09:15 UTC"),
    },
    {
      it: "takes the instant of the comment for the start",
      comment: "/impact 2026-05-04 09:30 UTC",
      gives: started(30, "from 2026-05-04 09:30 UTC"),
    },
    {
      it: "corrects the start alone, and leaves a later end",
      before: { impactStarted: after(0), impactEnded: after(15) },
      comment: "/impact 08:47 UTC",
      gives: started(-13, "from 2026-05-04 08:47 UTC"),
    },
    {
      it: "takes a start at the known end",
      before: { impactEnded: after(-13) },
      comment: "/impact 08:47 UTC",
      gives: started(-13, "from 2026-05-04 08:47 UTC"),
    },
    {
      it: "takes both after the end that was known",
      before: { impactEnded: after(0) },
      comment: "/impact 09:20 to 09:25 UTC",
      gives: both(20, 25, "from 2026-05-04 09:20 UTC to 2026-05-04 09:25 UTC"),
    },
    ...[
      ["a date", "2026-05-03 12:00 UTC", "2026-05-03 11:00 UTC"],
      ["a day", "yesterday 12:00 UTC", "yesterday 11:00 UTC"],
    ].map(([what, start, end]) => ({
      it: `refuses an end before the start, where it has ${what} of its own`,
      comment: `/impact ${start} to ${end}`,
      gives: "By that it would end 2026-05-03 11:00 UTC, before it begins 2026-05-03 12:00 UTC.",
    })),
    {
      it: "refuses an end before the start, counted from now",
      comment: "/impact 1 hour ago to 2 hours ago",
      gives: "By that it would end 2026-05-04 07:30 UTC, before it begins 2026-05-04 08:30 UTC.",
    },
    {
      it: "reads a line of 200 characters",
      comment: `/impact 08:47 to${" ".repeat(183)}09:15 UTC`,
      gives: both(-13, 15, "from 2026-05-04 08:47 UTC to 2026-05-04 09:15 UTC"),
    },
    {
      it: "refuses a longer one",
      comment: `/impact 08:47 to${" ".repeat(184)}09:15 UTC`,
      gives: NO_TIME,
    },
    {
      it: "refuses words for the start",
      comment: "/impact breakfast to 09:15 UTC",
      gives: NO_TIME,
    },
    { it: "refuses words for the end", comment: "/impact 08:47 UTC to lunch", gives: NO_TIME },
    { it: "refuses two times without a zone", comment: "/impact 08:47 to 09:15", gives: NO_ZONE },
    {
      it: "refuses an end without a zone, where the start needs none",
      comment: "/impact 2 hours ago to 09:15",
      gives: NO_ZONE,
    },
    { it: "refuses a time without a zone", comment: "/impact 08:47", gives: NO_ZONE },
    { it: "refuses a short name of a zone", comment: "/impact 08:47 EST", gives: NO_TIME },
    { it: "refuses words", comment: "/impact this morning", gives: NO_TIME },
    { it: "refuses an hour that no clock has", comment: "/impact 25:00 UTC", gives: NO_TIME },
    { it: "refuses working time", comment: "/impact 2 working hours ago", gives: NO_TIME },
    {
      it: "refuses nothing at all",
      comment: "/impact",
      gives: "It does not say when. Write it like `/impact 09:30 UTC to 11:45 UTC`.",
    },
  ]);
});
