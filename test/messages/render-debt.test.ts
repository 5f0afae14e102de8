import { describe, expect, it, test } from "@jest/globals";
import type { DebtRow } from "../../src/incident/report-debt.ts";
import { renderDebt } from "../../src/messages/index.ts";
import { aRow } from "../report/debt-rows.ts";
import { after, POLICY } from "../support/incident.ts";
import { HOSTILE, htmlOf, linksOf, liveIn, seen, toTokens } from "../support/markdown.ts";

const DAY = 1440;
const PULL = "https://github.com/acme/hubs/pull/7";
const LACKS = { questions: 0, sections: 0, others: 0 };

const VIEW = {
  key: { installation: 1, owner: "acme", repo: "hubs", number: null },
  now: after(3 * DAY),
  server: "https://github.com",
  room: 24_000,
} as const;

const text = (rows: readonly DebtRow[], view: Partial<typeof VIEW> = {}): string =>
  seen(renderDebt({ ...VIEW, ...view, rows }, POLICY));

const lines = (rows: readonly DebtRow[]): readonly string[] =>
  text(rows)
    .split("\n")
    .filter((line) => line.startsWith("| [") || line.startsWith("and "));

/** The last cell of the row. */
const missing = (more: Partial<DebtRow>): string =>
  /\| ([^|]*) \|$/.exec(lines([aRow(1, { writer: null, ...more })])[0] ?? "")?.[1] ?? "";

test("the list says what it is, who keeps it, and how to be rid of it", () => {
  const [about, , ...rest] = text([aRow(12, { reviewer: "bo" })]).split("\n");
  expect(about).toBe(
    "These incidents are over, and their Incident Report is not published. Sitrep edits this list in place, which notifies nobody; what you write above or below stays.",
  );
  expect(rest.slice(0, 3)).toEqual([
    "| Incident | Over since | Age | Writer | Reviewer | What is missing |",
    "| --- | --- | --- | --- | --- | --- |",
    String.raw`| [\#12 Hub is down](https://github.com/acme/hubs/issues/12) | 2026-05-04 | 3 days | [ana](https://github.com/ana) | [bo](https://github.com/bo) | no draft yet |`,
  ]);
  expect(rest.slice(3).join("\n")).toMatch(
    /`\/done report` in its incident[^]*Sitrep closes this issue\.[^]*`report: \{ debt: off \}` in `\.github\/sitrep\.yml`/,
  );
});

test("where nothing is owed, it says so, and shows no table", () => {
  const empty = text([]);
  expect(empty).toMatch(/^No Incident Report is owed\./);
  expect(empty).not.toContain("|");
});

describe("what is missing", () => {
  it.each<[string, Partial<DebtRow>]>([
    ["no draft yet", { stage: null }],
    [`[a draft](${PULL}): to be filled in`, { stage: "draft", url: PULL }],
    ["a draft: 1 question unanswered", { stage: "draft", lacks: { ...LACKS, questions: 1 } }],
    [
      "a draft: 4 questions unanswered, 2 sections empty, 3 other things to mend",
      { stage: "draft", lacks: { questions: 4, sections: 2, others: 3 } },
    ],
    [
      "a draft: 1 section empty, 1 other thing to mend",
      { stage: "draft", lacks: { questions: 0, sections: 1, others: 1 } },
    ],
    ["a draft: mark it as ready for review", { stage: "draft", lacks: LACKS }],
    ["a draft: `/done report` once it is right", { stage: "draft", as: "comment", lacks: LACKS }],
    ["a draft: close its issue once it is right", { stage: "draft", as: "issue", lacks: LACKS }],
    [
      `[in review](${PULL}): waits for the review of [bo](https://github.com/bo)`,
      { stage: "in-review", url: PULL, reviewer: "bo", lacks: LACKS },
    ],
    [
      "in review: waits for a review; 1 question unanswered",
      { stage: "in-review", lacks: { ...LACKS, questions: 1 } },
    ],
    [`[reviewed](${PULL}): merge it`, { stage: "reviewed", url: PULL, lacks: LACKS }],
    [
      `[its pull request](${PULL}) was closed: reopen it, or \`/done report\``,
      { stage: "withdrawn", url: PULL },
    ],
    [
      "its issue was closed as not planned: reopen it, or `/done report`",
      { stage: "withdrawn", as: "issue" },
    ],
  ])("is told as: %s", (words, row) => {
    expect(missing(row)).toBe(words);
  });
});

test.each<[string, string, Partial<DebtRow>]>([
  ["nobody", "anybody else", {}],
  ["nobody", "", { as: "comment" }],
  ["nobody", "", { stage: "reviewed" }],
])("who writes is %s, who reviews %j (%#)", (writer, reviewer, row) => {
  const [line = ""] = lines([aRow(1, { writer: null, ...row })]);
  expect(line.split("|").slice(4, 6)).toEqual([` ${writer} `, ` ${reviewer} `]);
});

test.each([
  ["today", 0],
  ["1 day", 1],
  ["400 days", 400],
])("an age is told as %s", (age, days) => {
  const [line] = lines([aRow(1, { since: VIEW.now - days * DAY * 60_000 })]);
  expect(line).toContain(`| ${age} |`);
});

test("fifty rows are shown, and how many more there are", () => {
  const rows = Array.from({ length: 60 }, (_, index) => aRow(index + 1));
  expect(lines(rows)).toHaveLength(51);
  expect(lines(rows).at(-1)).toBe("and 10 more");
  expect(lines(rows.slice(0, 50))).toHaveLength(50);
});

test("where there is little room, fewer rows are shown", () => {
  const rows = Array.from({ length: 60 }, (_, index) => aRow(index + 1));
  const room = 3000 as never;
  const little = renderDebt({ ...VIEW, room, rows }, POLICY);
  expect(little.length).toBeLessThanOrEqual(3000);
  expect(little.length).toBeGreaterThan(2500);
  expect(little).toMatch(/^and \d+ more$/m);
});

test.each(HOSTILE.map((poison) => [poison]))(
  "hostile words notify nobody, link nowhere and break no row: %.40j",
  (poison) => {
    const row = aRow(1, {
      title: poison.slice(0, 100),
      writer: poison,
      reviewer: poison,
      url: poison,
      stage: "in-review",
    });
    const markdown = renderDebt({ ...VIEW, rows: [row, aRow(2)] }, POLICY);
    expect(liveIn(markdown)).toEqual([]);
    expect(htmlOf(markdown).filter((one) => !/^<\/?sub>$/.test(one))).toEqual([]);
    expect(linksOf(markdown).filter((url) => !/^https?:\/\//.test(url))).toEqual([]);
    expect(toTokens(markdown).filter(({ type }) => type === "td_open")).toHaveLength(12);
  },
);
