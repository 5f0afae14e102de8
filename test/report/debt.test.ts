import { describe, expect, it } from "@jest/globals";
import type { DebtRow } from "../../src/incident/report-debt.ts";
import {
  daysSince,
  decideDebt,
  isSameRow,
  mergeRows,
  nextMidnight,
  toStayingRow,
  type DebtDecision,
} from "../../src/report/index.ts";
import { aRow } from "./debt-rows.ts";

const at = (text: string): number => Date.parse(text);
const LACKS = { questions: 1, sections: 0, others: 0 };

describe("the rows of the list", () => {
  it("are those in the issue, with what was found since, oldest first", () => {
    const recorded = [aRow(1), aRow(2), aRow(3, { since: aRow(9).since })];
    const looked = new Map<number, DebtRow | null>([
      [2, null],
      [4, aRow(4)],
      [3, aRow(3, { title: "Other", since: aRow(9).since })],
      [7, null],
      [8, aRow(8, { since: aRow(4).since })],
    ]);
    const rows = mergeRows(recorded, looked);
    expect(rows.map(({ number }) => number)).toEqual([1, 4, 8, 3]);
    expect(rows.at(-1)?.title).toBe("Other");
  });

  it("are the same where all in them is", () => {
    expect(isSameRow(aRow(1), aRow(1))).toBe(true);
    expect(isSameRow(aRow(1), aRow(1, { title: "x" }))).toBe(false);
    expect(isSameRow(aRow(1), null)).toBe(false);
    expect(isSameRow(null, null)).toBe(true);
  });

  it("keep what their draft lacked while it cannot be read", () => {
    const before = aRow(1, { stage: "draft", lacks: LACKS });
    const now = aRow(1, { stage: "draft", title: "x" });
    expect(toStayingRow(now, before)).toEqual({ ...now, lacks: LACKS });
    expect(toStayingRow(now, null)).toEqual(now);
    expect(toStayingRow({ ...now, stage: "in-review" }, before).lacks).toBeNull();
    const other = { ...LACKS, questions: 0 };
    expect(toStayingRow({ ...now, lacks: other }, before).lacks).toEqual(other);
  });
});

it.each([
  [0, "2026-03-06T14:00Z", "2026-03-06T23:59:59.999Z"],
  [1, "2026-03-06T23:59Z", "2026-03-07T00:00Z"],
  [366, "2024-01-01T12:00Z", "2025-01-01T00:00Z"],
  [0, "2026-03-07T00:00Z", "2026-03-06T12:00Z"],
])("%i days are counted by the dates (%#)", (days, since, now) => {
  expect(daysSince(at(since), at(now))).toBe(days);
});

it.each([
  ["2026-03-06T23:59:59.999Z", "2026-03-07T00:00Z"],
  ["2026-03-07T00:00Z", "2026-03-08T00:00Z"],
])("after %s ages change next at %s", (now, next) => {
  expect(nextMidnight(at(now))).toBe(at(next));
});

describe("the debt issue", () => {
  const open = { isOpen: true };
  const closed = { isOpen: false };
  it.each<
    [
      string,
      DebtDecision,
      { isOpen: boolean } | null,
      readonly DebtRow[] | null,
      readonly DebtRow[],
    ]
  >([
    ["is not made while nothing is owed", "none", null, null, []],
    ["is made when something is", "create", null, null, [aRow(1)]],
    ["is made when it was deleted", "create", null, [aRow(1)], [aRow(1)]],
    ["is kept while something is owed", "keep", open, [aRow(1)], [aRow(2)]],
    ["is closed when nothing is any more", "close", open, [aRow(1)], []],
    ["is left open by whoever reopened it", "keep", open, [], []],
    ["is reopened for the next", "reopen", closed, [], [aRow(1)]],
    ["is left closed by whoever closed it", "keep", closed, [aRow(1)], [aRow(2)]],
    ["says so there when nothing is owed", "keep", closed, [aRow(1)], []],
    ["stays closed while nothing is owed", "keep", closed, [], []],
    ["is not taken for settled where its record is lost", "none", open, null, []],
    ["gets its rows back where its record is lost", "keep", open, null, [aRow(1)]],
    ["is not reopened where its record is lost", "keep", closed, null, [aRow(1)]],
    ["keeps open what is owed again", "keep", open, [], [aRow(1)]],
  ])("%s", (_, decision, issue, before, rows) => {
    expect(decideDebt(issue, before, rows)).toBe(decision);
  });
});
