import type { ActionItem } from "./action-items.ts";
import type { Incident } from "./incident.ts";
import type { Policy } from "./policy.ts";

/** What deadlines and gates are judged by: the incident, the team's rules, and what its issue shows besides. */
export interface Situation {
  readonly incident: Incident;
  readonly policy: Policy;
  readonly actionItems: readonly ActionItem[];
  /** Action items written in the top comment that have no issue. */
  readonly unfiled: readonly string[];
}
