import type { ActionItem } from "../incident/action-items.ts";
import type { AgendaItem } from "../incident/agenda.ts";
import type { Brief } from "../incident/brief.ts";
import type { DutyName } from "../incident/duty.ts";
import type { Gate } from "../incident/gates.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { PolicyTrouble } from "../incident/policy-trouble.ts";
import type { CommandHelp } from "./message.ts";

/** Something that the status comment has to say besides the incident itself. */
export type StatusNotice =
  /** The policy file of a repository is broken: what is wrong, where (counted from 1), how to mend it, and what serves meanwhile. */
  | {
      readonly kind: "policy";
      readonly file: string;
      readonly serves: PolicyTrouble["serves"];
      readonly line: number;
      readonly column: number;
      readonly problem: string;
      readonly mend: string;
    }
  /** Something in the policy file cannot be used; all else in it serves. */
  | {
      readonly kind: "policy-part";
      readonly line: number;
      readonly column: number;
      readonly problem: string;
      readonly mend: string;
    }
  /** GitHub refused an effect for good (a locked issue, a missing permission): what was to be done, in words. */
  | { readonly kind: "refused-by-github"; readonly what: string; readonly why: string }
  /** A channel, a ticket, a project or (`place` null) a whole system cannot be told: why, and what to do. Sitrep tries again. */
  | {
      readonly kind: "outside";
      readonly system: "Slack" | "Freshdesk" | "Backlog";
      readonly place: string | null;
      readonly why: string;
    }
  /** The Incident Report cannot be drafted, read or brought up to date: why. `isElsewhere`: it stands in a comment instead. */
  | { readonly kind: "report"; readonly why: string; readonly isElsewhere: boolean }
  /**
   * Who has a duty cannot be told from the source that the policy names (`isGroup`: in Slack): why. Who was known by it at `asOf`
   * serves, or (null) the fallback, where there is one.
   */
  | {
      readonly kind: "duty";
      readonly duty: DutyName;
      readonly source: string;
      readonly isGroup: boolean;
      readonly why: string;
      readonly asOf: Instant | null;
      readonly fallback: string | null;
    }
  /** A field stands twice in the top comment with different values; the first one counts. */
  | { readonly kind: "conflict"; readonly field: string };

/** What the status comment shows; rendered by `messages/`, from data alone: no clock, so that it changes only with the facts. */
export interface StatusView {
  readonly incident: Incident;
  readonly brief: Brief;
  readonly notices: readonly StatusNotice[];
  /** What is due next, soonest first, but for what moves with every comment. */
  readonly agenda: readonly AgendaItem[];
  /** Issues that are improvements. */
  readonly actionItems: readonly ActionItem[];
  /** What has to be so before it is closed as completed. */
  readonly gates: readonly Gate[];
  /** The project in which the incident stands; null: in none that Sitrep knows. */
  readonly backlog: { readonly name: string; readonly url: string } | null;
  /** Base of profile links, e.g. `https://github.com`. */
  readonly server: string;
  /** Every command there is, for the fold-out that says how to give them. */
  readonly commands: readonly CommandHelp[];
}
