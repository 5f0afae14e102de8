import type { WantedAction } from "../incident/action-items.ts";
import type {
  Ask,
  Claim,
  Incident,
  Snooze,
  StatusUpdate,
  VouchedStep,
} from "../incident/incident.ts";
import type { CommunityText } from "../incident/community.ts";
import type { Instant } from "../incident/instant.ts";
import type { ReportProgress } from "../incident/report.ts";
import type { PhaseName } from "../incident/phases.ts";
import type { RoleName } from "../incident/roles.ts";
import type { TimelineEntry } from "../incident/timeline.ts";

/**
 * What becomes true of an incident: the verbs of the capability `record`. Applied by `decide/apply-fact.ts`; they travel
 * to GitHub with the machine record, the top comment and the labels that the standing rules derive from the incident.
 */
export type Fact =
  /** `who` holds `role` from now on; whatever was asked about the role is settled. */
  | { readonly kind: "designate"; readonly role: RoleName; readonly who: string | null }
  /** Replaces what was asked about the same role. */
  | { readonly kind: "ask"; readonly ask: Omit<Ask, "since"> }
  /** `who` answered what they were asked about `role`. */
  | { readonly kind: "settle"; readonly role: RoleName }
  /** Adds an expert, or changes the area of one who is there. */
  | { readonly kind: "add-expert"; readonly login: string; readonly area: string | null }
  | { readonly kind: "release-expert"; readonly login: string }
  | { readonly kind: "set-severity"; readonly severity: string }
  | { readonly kind: "set-phase"; readonly phase: PhaseName }
  | { readonly kind: "set-tickets"; readonly tickets: readonly string[] }
  | { readonly kind: "set-representative"; readonly login: string | null }
  | { readonly kind: "set-impact-started"; readonly at: Instant | null }
  | { readonly kind: "set-impact-ended"; readonly at: Instant }
  /** `isToBeSent`: the community hears of it when it stands in a ticket, and not yet. */
  | {
      readonly kind: "record-update";
      readonly update: StatusUpdate;
      readonly isToBeSent?: boolean;
    }
  /** A text goes out to the community; whatever waited does not any more. */
  | { readonly kind: "say"; readonly text: CommunityText }
  /** A text waits for somebody's word; it takes the place of one that waited. */
  | { readonly kind: "hold"; readonly text: CommunityText; readonly mayBeSent: boolean }
  /** A message stands in a ticket. */
  | { readonly kind: "told"; readonly name: string; readonly by: string | null }
  /** The community wrote in a ticket. */
  | { readonly kind: "answered"; readonly ticket: string }
  | { readonly kind: "confirm" }
  /** Help is asked for; once in a response. */
  | { readonly kind: "escalate"; readonly by: string | null; readonly why: string | null }
  /** It belongs into the team's backlog, where it is put back if somebody took it out; an escalation says so too. */
  | { readonly kind: "want-backlog" }
  /** Somebody says that a step of the process is done; or, by null, that it is not. */
  | { readonly kind: "vouch"; readonly step: VouchedStep; readonly by: string | null }
  /** The Incident Report is to be drafted, or its facts to be brought up to date. */
  | { readonly kind: "want-report" }
  /** An issue is to be made of it, unless there is one. */
  | { readonly kind: "want-action"; readonly action: WantedAction }
  /** Issues are to be made of the action items that are written in the report. */
  | { readonly kind: "want-actions"; readonly by: string }
  /** What its place shows of it. */
  | { readonly kind: "follow-report"; readonly report: ReportProgress }
  /** Replaces what was put off of the same reminder. */
  | { readonly kind: "snooze"; readonly snooze: Snooze }
  /** The issue was closed, or was to be, though something is missing. */
  | { readonly kind: "refuse-close" }
  /** `by`: who closes; left out where Sitrep does by rule. */
  | {
      readonly kind: "want-state";
      readonly state: NonNullable<Incident["wanted"]>["state"];
      readonly by?: string;
    }
  /** Words in the top comment that were not followed. */
  | { readonly kind: "claim"; readonly claim: Claim }
  /** The words of a claim stand there no more: somebody wrote something else into the field. */
  | { readonly kind: "unclaim"; readonly field: Claim["field"] }
  /** A line of the timeline; its time is the time of what caused it. */
  | { readonly kind: "log"; readonly entry: Omit<TimelineEntry, "at"> };
