import type { DowntimeBook } from "./downtime.ts";

/** The outside systems that the player may take down, each with a button where the page shows it. */
export const SYSTEMS = ["slack", "freshdesk", "backlog"] as const;

/** One of {@link SYSTEMS}. */
export type System = (typeof SYSTEMS)[number];

/** What they are called. */
export const SYSTEM_NAMES: Readonly<Record<System, string>> = {
  slack: "Slack",
  freshdesk: "Freshdesk",
  backlog: "GitHub Projects",
};

/** The outside systems, each of which can be down. */
export type Downtimes = Readonly<
  Record<System, { readonly faults: { readonly downtime: DowntimeBook } }>
>;
