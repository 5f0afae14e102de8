import type { IssueEffect } from "../effects/index.ts";
import { COMMENT_BUDGET } from "../incident/comment-budget.ts";
import { toInertJson, type MachineRecord, type OutboxEntry } from "../incident/record.ts";

/** Is more owed than the record has room for? Then it is written when all of it was posted, in a document of its own. */
export const owesMuch = ({ outbox }: MachineRecord): boolean =>
  toInertJson(outbox).length > COMMENT_BUDGET.outbox;

/** As much of what is owed still as the record has room for, the newest first: what GitHub refused for good and is too much is given up. */
function fitting(outbox: readonly OutboxEntry[]): readonly OutboxEntry[] {
  let room = COMMENT_BUDGET.outbox;
  const kept = outbox.toReversed().filter((entry) => {
    const size = toInertJson(entry).length + 1;
    if (size > room) return false;
    room -= size;
    return true;
  });
  return kept.toReversed();
}

/** The record that is written after these effects of the same look took place: what they made true is owed no more. */
export function toLastRecord(record: MachineRecord, taken: readonly IssueEffect[]): MachineRecord {
  const posted = new Set(taken.flatMap((effect) => (effect.kind === "post" ? [effect.key] : [])));
  const given = taken.flatMap((effect) => (effect.kind === "react" ? [effect] : []));
  return {
    ...record,
    outbox: fitting(record.outbox.filter(({ key }) => !posted.has(key))),
    receipts: record.receipts.filter(
      ({ subject, receipt }) =>
        !given.some((one) => one.subject === subject && one.receipt === receipt),
    ),
  };
}
