import { toIso, type Instant } from "../incident/instant.ts";
import type { RepositoryKey } from "../incident/key.ts";
import type { Policy } from "../incident/policy.ts";
import type { DebtLacks, DebtRow } from "../incident/report-debt.ts";
import { daysSince } from "../report/index.ts";
import { capped } from "./shown.ts";
import { fillPartial } from "./templates.ts";

/** What the list of owed reports is drawn from. */
export interface DebtView {
  readonly key: RepositoryKey;
  /** Oldest first. */
  readonly rows: readonly DebtRow[];
  /** Ages are counted to it. */
  readonly now: Instant;
  /** Base of the web pages. */
  readonly server: string;
  /** Characters that the text may take, at least a thousand. */
  readonly room: number;
}

const MOST_ROWS = 50;

const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

const toLacking = ({ questions, sections, others }: DebtLacks): string =>
  [
    ...counted(questions, "question unanswered", "questions unanswered"),
    ...counted(sections, "section empty", "sections empty"),
    ...counted(others, "other thing to mend", "other things to mend"),
  ].join(", ");

const toAge = (days: number): string =>
  days === 0 ? "today" : `${days} day${days === 1 ? "" : "s"}`;

/** A row with every field there, as a strict template wants it. */
function toShownRow(row: DebtRow, { key, now, server }: DebtView, policy: Policy): object {
  const { number, title, since, as, lacks } = row;
  return {
    ...row,
    as: as ?? policy.report.as,
    title: `#${number} ${title}`,
    issue: `${server}/${key.owner}/${key.repo}/issues/${number}`,
    date: toIso(since).slice(0, 10),
    age: toAge(daysSince(since, now)),
    hasReviews: (as ?? policy.report.as) === "pull-request" && row.stage !== "reviewed",
    isRead: lacks === null ? "no" : "yes",
    lacks: lacks === null ? "" : toLacking(lacks),
  };
}

/** Sitrep's part of the debt issue, for people: as many rows as have room, fifty at most, oldest first. It calls nobody. */
export function renderDebt(view: DebtView, policy: Policy): string {
  const rows = view.rows.map((row) => toShownRow(row, view, policy));
  let most = MOST_ROWS;
  for (;;) {
    const shown = { rows: capped(rows, most) };
    const text = fillPartial("report-debt", shown, { policy, server: view.server });
    if (text.length <= view.room || most === 0) return text.replace(/\n{3,}/g, "\n\n");
    most = Math.min(most, rows.length) - 1;
  }
}
