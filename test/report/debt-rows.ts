import type { DebtRow } from "../../src/incident/report-debt.ts";
import { after } from "../support/incident.ts";

/** A row of the list of owed reports, of which nothing is drafted. */
export const aRow = (number: number, more: Partial<DebtRow> = {}): DebtRow => ({
  number,
  title: "Hub is down",
  since: after(number),
  stage: null,
  as: null,
  url: null,
  writer: "ana",
  reviewer: null,
  lacks: null,
  ...more,
});
