import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { COMMENT_LIMIT } from "../../../../src/incident/comment-budget.ts";
import { TerminalError } from "../../../../src/incident/errors.ts";
import { DEBT_END, DEBT_START, isDebtBody } from "../../../../src/incident/report-debt.ts";
import { createDebtText, roomIn } from "../../../../src/integrations/github/debt/index.ts";
import { aRow } from "../../../report/debt-rows.ts";
import { HOSTILE } from "../../../support/markdown.ts";

const text = createDebtText("it is a secret");
const NOTHING = { before: "", after: "" };
const RECORD = { rows: [aRow(1), aRow(2)], basedOn: "UCE_1" };
const LIST = "Two are owed.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |";

const bodyOf = (around = NOTHING, record: typeof RECORD = RECORD, repository = "R_1"): string =>
  text.write(around, LIST, text.toLine(record, repository));

test("what is written is read", () => {
  expect(text.read(bodyOf(), "R_1")).toEqual({ ...NOTHING, text: LIST, record: RECORD });
  expect(isDebtBody(bodyOf())).toBe(true);
});

test("what stands around it is read to the letter, whatever it is", () => {
  const words = fc.oneof(fc.constantFrom(...HOSTILE, "\r\n"), fc.string());
  fc.assert(
    fc.property(words, words, fc.string(), (before, after, title) => {
      const around = { before: `${before}\n`, after: `\r\n${after}` };
      const record = { ...RECORD, rows: [aRow(1, { title })] };
      const read = text.read(bodyOf(around, record), "R_1");
      expect(read).toEqual({ ...around, text: LIST, record: JSON.parse(JSON.stringify(record)) });
    }),
  );
});

test("titles that would end its comment or look like its marks stay within it", () => {
  for (const title of [
    ...HOSTILE,
    "--> x",
    DEBT_START,
    `\n${DEBT_END}\n`,
    "<!-- sitrep:debt v1 x {} -->",
  ]) {
    const record = { ...RECORD, rows: [aRow(1, { title })] };
    const line = text.toLine(record, "R_1");
    expect(line).not.toContain("\n");
    expect(line.match(/--!?>/g)).toHaveLength(1);
    expect(text.read(bodyOf(NOTHING, record), "R_1").record).toEqual(
      JSON.parse(JSON.stringify(record)),
    );
  }
});

describe("a record is none", () => {
  it.each([
    ["that somebody edited", bodyOf().replace("Hub is down", "Hub is up")],
    ["whose signature is gone", bodyOf().replace(/v1 \S+ /, "v1  ")],
    ["of another version", bodyOf().replace("sitrep:debt v1", "sitrep:debt v9")],
    ["of another repository", bodyOf(NOTHING, RECORD, "R_2")],
    [
      "that another secret signed",
      text.write(NOTHING, LIST, createDebtText("other").toLine(RECORD, "R_1")),
    ],
    ["that is not there", bodyOf().replace(/<!-- sitrep:debt .*\n/, "")],
  ])("%s", (_, body) => {
    expect(text.read(body, "R_1")).toEqual({ ...NOTHING, text: LIST, record: null });
  });
});

it("is read where somebody's editor changed its line ends", () => {
  const read = text.read(bodyOf().replaceAll("\n", "\r\n"), "R_1");
  expect(read).toEqual({ ...NOTHING, text: LIST, record: RECORD });
});

describe("where its beginning or its end is gone, the rest is people's", () => {
  it.each([
    ["nothing stands there", "", ""],
    ["people wrote something else", "All gone.\n", "All gone.\n\n"],
    ["the beginning is gone", bodyOf().replace(`${DEBT_START}\n`, ""), `${LIST}\n\n`],
    ["the end is gone", `Mine.\n${bodyOf().replace(DEBT_END, "")}`, `Mine.\n${LIST}\n\n`],
    ["they are quoted", `> ${DEBT_START}\n> ${DEBT_END}`, `> ${DEBT_START}\n> ${DEBT_END}\n\n`],
  ])("%s", (_, body, before) => {
    expect(text.read(body, "R_1")).toEqual({ before, after: "", text: null, record: null });
  });

  it("and of several beginnings the last before the end is meant", () => {
    const body = `${DEBT_START}\nMine.\n\n${bodyOf()}\n\n${bodyOf()}`;
    expect(text.read(body, "R_1")).toMatchObject({
      before: `${DEBT_START}\nMine.\n\n`,
      after: `\n\n${bodyOf()}`,
      record: RECORD,
    });
  });
});

test("text and record share what people leave, within GitHub's limit", () => {
  expect(roomIn(NOTHING)).toBe(26_000);
  const around = { before: "x".repeat(30_000), after: "y".repeat(20_000) };
  const room = roomIn(around);
  expect(room).toBeLessThan(8_000);
  const rows = [aRow(1, { title: "z".repeat(room - 300) })];
  const line = text.toLine({ rows, basedOn: "UCE_".padEnd(60, "x") }, "R_".padEnd(60, "x"));
  expect(text.write(around, "t".repeat(room), line).length).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(() => roomIn({ before: "x".repeat(63_000), after: "" })).toThrow(TerminalError);
});
