import type { StatusView } from "../effects/status-view.ts";
import type { Policy } from "../incident/policy.ts";
import { toStatusData } from "./status-sections.ts";
import { fill } from "./templates.ts";

/** Characters that the text for people may take; the machine record stands in the same comment, of 65,536 in all. */
export const STATUS_LIMIT = 24_000;

const ENTRIES = [20, 10, 5, 0] as const;

/**
 * The text for people of the status comment, without the machine record; at most {@link STATUS_LIMIT} characters. It changes
 * only when the facts do: there is no clock in it. Nobody is notified by it but who was asked at the declaration.
 */
export function renderStatus(view: StatusView, policy: Policy): string {
  const surroundings = { policy, server: view.server };
  let text = "";
  for (const most of ENTRIES) {
    text = fill("status-comment", toStatusData(view, most), surroundings);
    if (text.length <= STATUS_LIMIT) break;
  }
  return text;
}
