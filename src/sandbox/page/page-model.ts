import type { AppState } from "../app/app-state.ts";
import type { Breakage, BreakageState } from "../breaking/breaker.ts";
import type { CastMember } from "../cast/cast.ts";
import type { IssueTemplate } from "../forms/template.ts";
import type { IssueView } from "../github/index.ts";
import type { Guide } from "../guide/guide.ts";
import type { SlackChannel } from "../slack/index.ts";
import type { Deadline } from "../time/deadlines.ts";
import type { Traffic } from "../wire/traffic.ts";

/** Light or dark, or as the system has it. */
export type Theme = "auto" | "light" | "dark";

/** What the middle of the page shows. */
export type Place =
  | { readonly kind: "issue"; readonly issue: IssueView }
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
  /** What the team's Slack was told, and whether it is down. */
  readonly slack: { readonly channels: readonly SlackChannel[]; readonly isDown: boolean };
  readonly theme: Theme;
  /** Who acts. */
  readonly me: CastMember;
  /** Newest first. */
  readonly issues: readonly IssueView[];
  readonly labels: readonly { readonly name: string; readonly color: string }[];
  readonly app: AppState;
  readonly isBusy: boolean;
  readonly guide: Guide | null;
  readonly traffic: Traffic;
  readonly place: Place;
}
