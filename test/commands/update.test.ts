import { describe, expect, it } from "@jest/globals";
import type { Weekday } from "../../src/incident/time/index.ts";
import { anIncident } from "../support/incident.ts";
import { aContext, AT, give, testCommand, URL_OF_COMMENT } from "./cases.ts";

const told = (text: string, nextAt: number | null) =>
  [
    { kind: "record-update", update: { at: AT, by: "ana", text, url: URL_OF_COMMENT, nextAt } },
    {
      kind: "log",
      entry: {
        kind: "update",
        by: "ana",
        text,
        ...(nextAt === null ? {} : { promisedAt: nextAt }),
      },
    },
  ] as const;
const in2h = AT + 7_200_000;
const wrong =
  "The last line promises the next update, like `next: 2h`, but: That is not a duration: at character 1, a number is missing. Write it like `30 minutes`, `1h 30m` or `PT30M`.";
const empty =
  "There is no text to tell: say what the state is, what was tried, and what comes next.";

describe("/update", () => {
  testCommand([
    {
      it: "records what is told",
      comment: "/update logins work",
      gives: told("logins work", null),
    },
    { it: "takes several lines", comment: "/update a\n\nb", gives: told("a\nb", null) },
    {
      it: "takes the promise from the last line",
      comment: "/update a\nnext: 2h",
      gives: told("a", in2h),
    },
    {
      it: "takes the promise in words",
      comment: "/update a\nNext update: in 30 minutes.",
      gives: told("a", AT + 1_800_000),
    },
    {
      it: "takes the promise in ISO 8601, in bold",
      comment: "/update a\n**Next:** PT2H",
      gives: told("a", in2h),
    },
    {
      it: "takes the promise with marks and blanks about",
      comment: "/update a\n __next   update__ : _in   2h_ ",
      gives: told("a", in2h),
    },
    {
      it: "reads no promise where `next` is not the first word",
      comment: "/update a\nwhat is next: 2h",
      gives: told("a\nwhat is next: 2h", null),
    },
    {
      it: "reads no promise where more than `update` follows it",
      comment: "/update a\nnext steps: 2h",
      gives: told("a\nnext steps: 2h", null),
    },
    {
      it: "reads no promise in a line that is too long for one",
      comment: `/update a\nnext: ${"x".repeat(115)}`,
      gives: told(`a\nnext: ${"x".repeat(115)}`, null),
    },
    {
      it: "reads no promise in other lines",
      comment: "/update a\nnext: we wait\nb",
      gives: told("a\nnext: we wait\nb", null),
    },
    { it: "refuses a promise that is no duration", comment: "/update a\nnext: soon", gives: wrong },
    {
      it: "takes the promise in working hours",
      comment: "/update a\nnext: 2 working hours",
      gives: told("a", in2h),
    },
    {
      it: "takes the promise in working days",
      comment: "/update a\nnext: 1 working day.",
      gives: told("a", AT + 86_400_000),
    },
    {
      it: "records the same words of somebody else",
      before: { update: { at: AT, by: "bo", text: "up", url: URL_OF_COMMENT, nextAt: null } },
      comment: "/update up",
      gives: told("up", null),
    },
    {
      it: "records other words of the same person",
      before: { update: { at: AT, by: "ana", text: "up", url: URL_OF_COMMENT, nextAt: null } },
      comment: "/update down",
      gives: told("down", null),
    },
    {
      it: "records the same words at another time",
      before: { update: { at: AT - 1, by: "ana", text: "up", url: URL_OF_COMMENT, nextAt: null } },
      comment: "/update up",
      gives: told("up", null),
    },
    { it: "refuses nothing at all", comment: "/update", gives: empty },
    { it: "refuses a promise alone", comment: "/update next: 2h", gives: empty },
  ]);
});

describe("the promise of an update by an office's calendar", () => {
  const office = {
    zone: "Europe/Berlin",
    days: ["Mon", "Tue", "Wed", "Thu", "Fri"],
    hours: [{ from: "09:00", to: "17:00" }],
    publicHolidays: null,
    holidays: [{ date: "2026-05-14", name: "Ascension Day" }],
    reduced: [{ from: "2026-05-15", to: "2026-05-15", hours: [], name: null }],
  } as const;

  /** When the next update is promised by a comment of that time. */
  function promised(next: string, at: string, days: readonly Weekday[] = office.days): unknown {
    const calendar = { kind: "offices", offices: [{ ...office, days }] } as const;
    const context = { ...aContext(anIncident()), at: Date.parse(at) };
    const given = give(`/update slow\nnext: ${next}`, {
      ...context,
      policy: { ...context.policy, calendar },
    });
    if (typeof given === "string") return given;
    const [fact] = given;
    const nextAt = fact?.kind === "record-update" ? fact.update.nextAt : null;
    return nextAt === null ? null : new Date(nextAt).toISOString();
  }

  it.each([
    ["2 working hours", "2026-05-04T08:00:00Z", "2026-05-04T10:00:00.000Z"],
    // Over a night, a weekend, a holiday with a day between it and the weekend, and from outside the hours.
    ["2 working hours", "2026-05-05T14:30:00Z", "2026-05-06T08:30:00.000Z"],
    ["2 working hours", "2026-05-08T14:00:00Z", "2026-05-11T08:00:00.000Z"],
    ["2 working hours", "2026-05-13T14:00:00Z", "2026-05-18T08:00:00.000Z"],
    ["90 working minutes", "2026-05-09T12:00:00Z", "2026-05-11T08:30:00.000Z"],
    ["2 working days", "2026-05-07T08:00:00Z", "2026-05-11T08:00:00.000Z"],
    ["2 working days", "2026-05-12T08:00:00Z", "2026-05-18T08:00:00.000Z"],
    // By the clock the calendar does not count.
    ["2h", "2026-05-08T14:00:00Z", "2026-05-08T16:00:00.000Z"],
    ["P1D", "2026-05-09T12:00:00Z", "2026-05-10T12:00:00.000Z"],
  ])("%s from %s are over at %s", (next, at, due) => {
    expect(promised(next, at)).toBe(due);
  });

  it("is refused kindly where nobody ever works", () => {
    expect(promised("2 working hours", "2026-05-04T08:00:00Z", [])).toBe(
      "By the team's calendar there is never so much working time. Promise the next update by the clock, like `next: 2h`.",
    );
    expect(promised("2h", "2026-05-04T08:00:00Z", [])).toBe("2026-05-04T10:00:00.000Z");
  });
});
