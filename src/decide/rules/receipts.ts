import type { OwedReceipt } from "../../incident/record.ts";
import type { Rule, Standing } from "./rule.ts";

/** Receipts that are to stand and do not: of this look, and of earlier ones whose comment is still in view. */
export function missingReceipts({ walk, given }: Standing): readonly OwedReceipt[] {
  const { snapshot } = given;
  const receiptsOf = (subject: string): readonly string[] | null => {
    if (subject === snapshot.nodeId) return snapshot.receipts;
    return snapshot.recentReceipts.get(subject) ?? null;
  };
  const owed = (snapshot.record?.receipts ?? []).filter(
    ({ subject, receipt }) => receiptsOf(subject)?.includes(receipt) === false,
  );
  return [...owed, ...walk.receipts];
}

/** A reaction is the receipt of a command (docs/architecture.md, section 3). */
export const receipts: Rule = {
  name: "receipts",
  holdsStandingBy: true,
  effects: (standing) =>
    missingReceipts(standing).map((owed) => ({ kind: "react", ...owed }) as const),
};
