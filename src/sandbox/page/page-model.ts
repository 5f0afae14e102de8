import type { AppState } from "../app/app-state.ts";
import type { Breakage, BreakageState } from "../breaking/breaker.ts";
import type { Downtime } from "../breaking/downtime.ts";
import type { System } from "../breaking/systems.ts";
import type { CastMember } from "../cast/cast.ts";
import type { IssueTemplate } from "../forms/template.ts";
import type { DeskTicket } from "../freshdesk/index.ts";
import type { IssueView, ProjectView, PullRequestView } from "../github/index.ts";
import type { Guide } from "../guide/guide.ts";
import type { SlackChannel } from "../slack/index.ts";
import type { Deadline } from "../time/deadlines.ts";
import type { Traffic } from "../wire/traffic.ts";

/** Light or dark, or as the system has it. */
export type Theme = "auto" | "light" | "dark";

/** What the middle of the page shows. */
export type Place =
  | { readonly kind: "issue"; readonly issue: IssueView }
  | { readonly kind: "pull"; readonly pull: PullRequestView }
  | { readonly kind: "choose"; readonly templates: readonly IssueTemplate[] }
  | { readonly kind: "write"; readonly template: IssueTemplate | null }
  | { readonly kind: "missing" };

/** How time stands in the game. */
export interface TimeView {
  /** What is to come of the issue in view, soonest first. */
  readonly deadlines: readonly Deadline[];
  /** When its next deadline is (ms); null: it has none. */
  readonly next: number | null;
  /** Where time is being wound to (ms); null: nowhere. */
  readonly target: number | null;
}

/** A ticket, and its address as it stands in issues. */
export interface TicketView extends DeskTicket {
  readonly address: string;
}

/** Everything that the page shows, as it is now. */
export interface PageModel {
  /** `owner/name` */
  readonly repository: string;
  readonly githubUrl: string;
  /** The app's login. */
  readonly bot: string;
  /** The time of the game, ms. */
  readonly now: number;
  readonly time: TimeView;
  readonly breakages: Readonly<Record<Breakage, BreakageState>>;
  /** When each outside system was down last; null: never. */
  readonly downtimes: Readonly<Record<System, Downtime | null>>;
  /** What the team's Slack was told. */
  readonly channels: readonly SlackChannel[];
  /** The tickets of the support desk, oldest first. */
  readonly tickets: readonly TicketView[];
  /** Where the support desk is. */
  readonly deskUrl: string;
  /** The team's project. */
  readonly backlog: ProjectView;
  readonly theme: Theme;
  /** Who acts. */
  readonly me: CastMember;
  /** Newest first. */
  readonly issues: readonly IssueView[];
  /** In the order of their numbers. */
  readonly pulls: readonly PullRequestView[];
  readonly labels: readonly { readonly name: string; readonly color: string }[];
  readonly app: AppState;
  readonly isBusy: boolean;
  readonly guide: Guide | null;
  readonly traffic: Traffic;
  readonly place: Place;
}
