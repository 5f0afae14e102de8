import type { AppState } from "../app/app-state.ts";
import type { CastMember } from "../cast/cast.ts";
import type { IssueTemplate } from "../forms/template.ts";
import type { IssueView } from "../github/index.ts";
import type { Guide } from "../guide/guide.ts";
import type { Traffic } from "../wire/traffic.ts";

/** Light or dark, or as the system has it. */
export type Theme = "auto" | "light" | "dark";

/** What the middle of the page shows. */
export type Place =
  | { readonly kind: "issue"; readonly issue: IssueView }
  | { readonly kind: "choose"; readonly templates: readonly IssueTemplate[] }
  | { readonly kind: "write"; readonly template: IssueTemplate | null }
  | { readonly kind: "missing" };

/** Everything that the page shows, as it is now. */
export interface PageModel {
  /** `owner/name` */
  readonly repository: string;
  readonly githubUrl: string;
  /** The app's login. */
  readonly bot: string;
  /** ms */
  readonly now: number;
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
