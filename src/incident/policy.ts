import type { Duty, DutyName } from "./duty.ts";
import type { PhaseLabels } from "./phases.ts";
import type { ProjectPolicy } from "./project.ts";
import type { ReminderPolicy } from "./reminder-settings.ts";
import type { ReportPolicy } from "./report-policy.ts";
import type { RoleName } from "./roles.ts";
import type { Calendar } from "./time/calendar.ts";
import type { Duration } from "./time/duration.ts";

/** The processes that Sitrep ships; a repository's policy extends one of them. */
export type PresetName = "2i2c-2022" | "2i2c-2026";

/** The roles that a policy can name in its own words. Who has a duty (`duty.ts`) is named by the policy alone. */
export type PolicyRole = "commander" | "liaison" | "expert" | "representative" | DutyName;

/** What a team calls one role. */
export interface RolePolicy {
  /** The name that Sitrep writes. */
  readonly title: string;
  /** Further names that are read as this role; the title itself is not among them. */
  readonly aliases: readonly string[];
}

/** What is known of somebody. `calendar`: their own hours; null: not known. They tell whom to ask, and never keep an escalation back. */
export interface PersonPolicy {
  readonly login: string;
  /** The zone in which they are told times, e.g. `Europe/Berlin`. */
  readonly zone: string;
  readonly calendar: Calendar | null;
  /** Their member ID in Slack, or the e-mail address of their account there; null: not known. */
  readonly slack: string | null;
}

/** What happens when the issue is closed as completed though something is missing. */
export type CloseGate = "reopen" | "warn" | "off";

/** What is said to the community that a text kept in the support desk can say instead of Sitrep's own words. */
export const CANNED_NAMES = ["first-response", "update", "resolved", "published"] as const;

/** How tickets are written to. */
export interface TicketPolicy {
  /**
   * Whose word lets a text go out to the community. `role`: the liaison's or the commander's own, and theirs for that of others;
   * `always`: theirs, once they saw it as it will be sent; `never`: nobody's.
   */
  readonly approval: "role" | "always" | "never";
  /** The status of a ticket after a first response or an update. */
  readonly onReply: "pending" | "none";
  /** And after the resolution was told. */
  readonly onResolve: "resolved" | "pending" | "none";
  /** And when the incident is closed as completed. */
  readonly onClose: "closed" | "none";
  /** Hosts that only the team reaches, their subdomains too: addresses there do not go out. */
  readonly internalHosts: readonly string[];
  /** Numbers of canned responses by what they are said as; where there is none, Sitrep's own words are. */
  readonly canned: Readonly<Partial<Record<(typeof CANNED_NAMES)[number], number | undefined>>>;
}

/** How earlier incidents are compared with a new one. */
export interface RelatedPolicy {
  /** Names of fields of the top comment that say what an incident is about; compare without case. */
  readonly fields: readonly string[];
}

/**
 * The repository's rules, complete: every field has a value, from the repository's file or from its preset.
 * Plain data; read from text by `config/read-policy.ts`.
 */
export interface Policy {
  readonly preset: PresetName;
  /** Labels that declare an incident, never empty; the first one is the one that Sitrep creates and puts on. Compare without case. */
  readonly labels: readonly string[];
  /** Severities, most severe first, never empty; the last one is given at declaration. */
  readonly severities: readonly string[];
  /** The label of each phase. */
  readonly phases: PhaseLabels;
  /** The least repository access with which a person may command. */
  readonly rights: "write" | "triage";
  readonly roles: Readonly<Record<PolicyRole, RolePolicy>>;
  /** The roles with one holder that have to be filled, the commander always among them; any other is whoever's who takes it. */
  readonly requiredRoles: readonly RoleName[];
  /** When the team works; public holidays are dates in it. */
  readonly calendar: Calendar;
  /** By login in lower case. */
  readonly people: Readonly<Record<string, PersonPolicy>>;
  /** Who is Support Steward and who is manager, or where that stands. */
  readonly duties: Readonly<Record<DutyName, Duty>>;
  /** The role that the Support Steward has at a declaration where nobody is named for it. */
  readonly stewardRole: RoleName;
  /** Whether the manager is called in as expert at every declaration. */
  readonly managerJoins: boolean;
  /** Login of the manager, who helps to delegate, as of now (`reconcile/with-duties.ts`); null: not named. */
  readonly manager: string | null;
  /** Who is called when an incident escalates: logins, or teams as `org/team`. */
  readonly engineering: readonly string[];
  /** Channels of the chat by what they are for, as the team writes them; null: none. */
  readonly channels: Readonly<Record<"engineering" | "support" | "updates", string | null>>;
  /** Whether what happens is told in the thread of the incident's first message in a channel. */
  readonly thread: boolean;
  readonly ticket: TicketPolicy;
  /** The project into which incidents go that escalate; null: none. */
  readonly project: ProjectPolicy | null;
  readonly reminders: ReminderPolicy;
  readonly closeGate: CloseGate;
  /** How long the community may stay silent after it was told until that counts as agreement. */
  readonly silence: Duration;
  readonly report: ReportPolicy;
  /** What is unfinished of earlier incidents is told at a declaration where it is related by these; null: never. */
  readonly related: RelatedPolicy | null;
}
