import type { StatusView } from "../effects/status-view.ts";
import { COMMENT_BUDGET } from "../incident/comment-budget.ts";
import type { Policy } from "../incident/policy.ts";
import { toStatusData } from "./status-sections.ts";
import { fill } from "./templates.ts";

/** Characters that the text for people may take; the machine record stands in the same comment, of 65,536 in all. */
export const STATUS_LIMIT = COMMENT_BUDGET.text;

// What is due next is what people come for: the timeline gives way first.
const SIZES = [
  { entries: 20, due: 5, notices: 5 },
  { entries: 10, due: 5, notices: 5 },
  { entries: 5, due: 5, notices: 5 },
  { entries: 0, due: 5, notices: 5 },
  { entries: 0, due: 1, notices: 5 },
  { entries: 0, due: 1, notices: 2 },
] as const;

/**
 * The text for people of the status comment, without the machine record; at most {@link STATUS_LIMIT} characters. It changes
 * only when the facts do: there is no clock in it. Nobody is notified by it but who was asked at the declaration.
 */
export function renderStatus(view: StatusView, policy: Policy): string {
  const surroundings = { policy, server: view.server };
  let text = "";
  for (const most of SIZES) {
    text = fill("status-comment", toStatusData(view, policy, most), surroundings);
    if (text.length <= STATUS_LIMIT) break;
  }
  return text;
}
