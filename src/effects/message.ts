import type { AgendaItem } from "../incident/agenda.ts";
import type { Brief } from "../incident/brief.ts";
import type { CommunityText } from "../incident/community.ts";
import type { Gate } from "../incident/gates.ts";
import type { Ask } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { OutgoingFinding, OutgoingSurroundings } from "../incident/outgoing/index.ts";
import type { CloseGate } from "../incident/policy.ts";
import type { PolicyTrouble } from "../incident/policy-trouble.ts";
import type { ReminderName } from "../incident/reminder-settings.ts";
import type { ReportStanding } from "../incident/report.ts";
import type { ReportPlace } from "../incident/report-policy.ts";
import type { TimelinePart } from "../incident/timeline.ts";
import type { RoleName } from "../incident/roles.ts";
import type { UnfinishedItem } from "./unfinished.ts";

/** Why somebody got a role: they took it, another named them, the top comment was edited, the rule, or a handoff. */
export type DesignatedBy = "themselves" | "another" | "edit" | "handoff";

/** An answer to one command line that was refused: what was wrong, how it is written, who may give it. */
export interface RefusedLine {
  readonly line: string;
  readonly problem: string;
  readonly usage: string | null;
  readonly who: string | null;
}

/** A word that is nearly a command. */
export interface NearMiss {
  readonly typed: string;
  readonly meant: string;
}

/** What every reminder's comment tells besides its own. */
export interface Reminding {
  readonly reminder: ReminderName;
  /** Whom it names: logins, or teams as `org/team`; nobody where nobody is known. */
  readonly names: readonly string[];
  /** When it comes again if nothing is done, and whom it names then; null: not again. */
  readonly next: { readonly at: Instant; readonly names: readonly string[] } | null;
  /**
   * It was held up: when it, and others like it before, were due (the first of them, and how many `more`); when Sitrep
   * was last seen here and when it was back, null: it waited for working time besides.
   */
  readonly late: {
    readonly dues: readonly Instant[];
    readonly more: number;
    readonly lastSeen: Instant | null;
    readonly back: Instant | null;
  } | null;
}

/** A command as help shows it. */
export interface CommandHelp {
  readonly usage: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly who: string;
  readonly examples: readonly string[];
}

/**
 * Every comment that Sitrep may post, by name, with the data that its template (`templates/<name>.hbs`) gets. Logins
 * are plain, texts are as people wrote them: `messages/` makes them safe for the place.
 */
export interface MessageData {
  readonly designated: {
    readonly role: RoleName;
    readonly who: string;
    readonly by: string;
    readonly how: DesignatedBy;
    readonly previous: string | null;
    readonly confirm: boolean;
  };
  readonly vacated: { readonly role: RoleName; readonly previous: string; readonly by: string };
  readonly "handoff-asked": {
    readonly role: RoleName;
    readonly who: string;
    readonly by: string;
    readonly from: string;
  };
  readonly "handed-off": {
    readonly role: RoleName;
    readonly who: string;
    readonly from: string | null;
    readonly brief: Brief;
  };
  readonly declined: {
    readonly role: RoleName;
    readonly who: string;
    readonly why: string | null;
    readonly holder: string | null;
    readonly tell: string | null;
    /** Address of the comment that the words are from. */
    readonly url?: string;
  };
  /** `by` null: the process wants the manager in every incident. */
  readonly "expert-called": {
    readonly who: string;
    readonly area: string | null;
    readonly by: string | null;
  };
  readonly resolved: {
    readonly by: string;
    readonly text: string | null;
    /** How long it lasted: whole minutes since the impact started, or since it was declared where that is not known. */
    readonly minutes: number;
    readonly since: "impact" | "declaration";
    /** Address of the comment that the words are from. */
    readonly url?: string;
  };
  /** `by` null: the time ran out, `minutes` after users could work last. */
  readonly escalated: Reminding & {
    readonly by: string | null;
    readonly why: string | null;
    readonly commander: string | null;
    readonly minutes: number;
    /** Address of the comment that the words are from. */
    readonly url?: string;
  };
  /** `since`: when a person last wrote something. */
  readonly "gone-quiet": Reminding & { readonly since: Instant };
  /** The community wrote in this `ticket`; `isOver`: after the resolution; `isLast`: the Project Manager is asked to help. */
  readonly "community-answered": Reminding & {
    readonly at: Instant;
    readonly ticket: string;
    readonly isOver: boolean;
    readonly isLast: boolean;
  };
  /** `toldAt`: when the community was told already; null: not yet. */
  readonly "confirm-with-community": Reminding & { readonly toldAt: Instant | null };
  /** `isConfirmed`: the community said so; else it was silent for as long as the policy says. */
  readonly "may-close": Reminding & { readonly isConfirmed: boolean };
  /**
   * `since`: the resolution; `writer`: who is to write it; `turn`: who is to do the next thing for it; `others`: who of the names is to
   * see that it gets done; `report` null: nobody saw a draft; `isLast`: the Project Manager is asked to help.
   */
  readonly "report-due": Reminding & {
    readonly since: Instant;
    readonly writer: string | null;
    readonly turn: string | null;
    readonly others: readonly string[];
    readonly report: ReportStanding | null;
    readonly isLast: boolean;
  };
  /** `since`: the closing; the first open `items`, and how many `more`. */
  readonly "action-items-open": Reminding & {
    readonly since: Instant;
    readonly items: readonly {
      readonly title: string;
      readonly url: string;
      readonly assignees: readonly string[];
    }[];
    readonly more: number;
  };
  /** Somebody was asked at `askedAt` and has not answered: they are asked again, then the manager is. */
  readonly "confirm-role": Reminding & {
    readonly who: string;
    readonly asks: readonly Ask[];
    readonly askedAt: Instant;
    readonly isFirst: boolean;
  };
  /** `team`: whom it calls besides, for somebody who takes it. */
  readonly "commander-missing": Reminding & {
    readonly since: Instant;
    readonly team: readonly string[];
  };
  /** `url` of the last update of this response, empty: none; it, or the response, began `minutes` ago. */
  readonly "update-due": Reminding & {
    readonly promise: Instant;
    readonly isOverdue: boolean;
    readonly isLast: boolean;
    readonly liaison: string | null;
    readonly url: string;
    readonly minutes: number;
  };
  /** `people` are in their working hours; `handover` is the command that hands over to the first of them. */
  readonly "handoff-suggested": Reminding & {
    readonly minutes: number;
    readonly isDayOver: boolean;
    readonly people: readonly string[];
    readonly handover: string;
  };
  /** The text of an issue that is an action item. `issue`: `owner/repo#12`, at `from`. */
  readonly "action-item": { readonly by: string; readonly issue: string; readonly from: string };
  /** `by` null: not known. `report`: its address. */
  readonly "report-published": { readonly by: string | null; readonly report: string };
  /** The description of a report's pull request, or what stands above it elsewhere. `issue`: `owner/repo#12`. */
  readonly "report-drafted": {
    readonly writer: string | null;
    readonly issue: string;
    readonly as: ReportPlace;
    /** Why it is not where the policy wants it; null: it is. */
    readonly why: string | null;
    /** Why the team's own template could not be used, sentences; null: it was, or there is none. */
    readonly templateProblem: string | null;
  };
  /** Of earlier incidents, the first related `items`, and how many `more`. `to`: who leads; null: nobody. */
  readonly unfinished: {
    readonly to: string | null;
    readonly items: readonly UnfinishedItem[];
    readonly more: number;
  };
  readonly reopened: {
    readonly by: string;
    readonly why: string | null;
    readonly commander: string | null;
    /** Address of the comment that the words are from. */
    readonly url?: string;
  };
  /** It was closed as completed, or was to be, while the `gates` are shut. */
  readonly "close-blocked": {
    /** Who closes it; null: an automation. */
    readonly by: string | null;
    readonly how: "command" | "hand";
    /** Whether they may command: else nobody is notified. */
    readonly may: boolean;
    readonly gates: readonly Gate[];
    /** `warn`: by hand, it stays closed. */
    readonly closeGate: CloseGate;
  };
  readonly reply: {
    readonly to: string;
    readonly refused: readonly RefusedLine[];
    readonly nearMisses: readonly NearMiss[];
  };
  readonly status: {
    readonly to: string;
    readonly brief: Brief;
    readonly statusUrl: string | null;
  };
  /** What is due, when, how that came about, and what closing waits for. Nobody is notified by it. */
  readonly why: {
    readonly to: string;
    /** The zone of whoever asked, where it is known. */
    readonly zone: string | null;
    /** The one reminder that was asked about; null: all of them. */
    readonly topic: ReminderName | null;
    /** Whether the policy switches that one off. */
    readonly isOff: boolean;
    readonly items: readonly AgendaItem[];
    /** What blocks closing; null while that is no question. */
    readonly gates: readonly Gate[] | null;
    /** What explains that nothing is due. */
    readonly state: "ongoing" | "resolved" | "closed" | "cancelled";
  };
  /** The policy file of a repository (`file`, as `owner/name`) is broken. Nobody is notified by it. */
  readonly "policy-broken": {
    readonly file: string;
    readonly serves: PolicyTrouble["serves"];
    /** The first problems, and how many `more`. */
    readonly problems: PolicyTrouble["problems"];
    readonly more: number;
  };
  /**
   * A text for the community waits for the word of one of the `speakers`; `mayBeSent`: for no other reason than the first of the
   * `findings`, and how many `more`. `canned`: the number of the canned response that stands above it.
   */
  readonly "text-waits": {
    readonly text: CommunityText;
    readonly mayBeSent: boolean;
    readonly speakers: readonly string[];
    readonly findings: readonly OutgoingFinding[];
    readonly more: number;
    readonly canned: number | null;
    readonly around: OutgoingSurroundings;
  };
  /** Entries that the record has no room for any more; older ones stand in earlier comments. */
  readonly "timeline-archive": TimelinePart;
  /** `topic`: the one command that was asked about; null: all of them. */
  readonly help: {
    readonly to: string;
    readonly topic: string | null;
    readonly commands: readonly CommandHelp[];
  };
}

/** Name of a comment that Sitrep may post. */
export type MessageName = keyof MessageData;

/** A comment as data. */
export type Message = {
  readonly [Name in MessageName]: { readonly name: Name; readonly data: MessageData[Name] };
}[MessageName];
