import { expect, test } from "@jest/globals";
import { DEBT_START, fittingRows, isDebtBody } from "../../src/incident/report-debt.ts";
import { aRow } from "../report/debt-rows.ts";

test("the body of a debt issue is known by a line of its own", () => {
  expect(isDebtBody(`Mine.\r\n\r\n${DEBT_START}\r\n\r\nx`)).toBe(true);
  expect(isDebtBody(`> ${DEBT_START}`)).toBe(false);
  expect(isDebtBody(`${DEBT_START} x`)).toBe(false);
  expect(isDebtBody("")).toBe(false);
});

test("rows are kept as far as there is room, the oldest first, a hundred at most", () => {
  const rows = Array.from({ length: 150 }, (_, index) => aRow(index));
  expect(fittingRows(rows, 1_000_000)).toEqual(rows.slice(0, 100));
  const size = JSON.stringify(rows[0]).length + 1;
  expect(fittingRows(rows, 3 * size)).toEqual(rows.slice(0, 3));
  expect(fittingRows(rows, 3 * size - 1)).toEqual(rows.slice(0, 2));
  // What has no room lets nothing newer in.
  const long = aRow(1, { title: "x".repeat(100) });
  expect(fittingRows([aRow(0), long, aRow(2)], 2 * size)).toEqual([aRow(0)]);
});
