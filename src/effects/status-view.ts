import type { Brief } from "../incident/brief.ts";
import type { Incident } from "../incident/incident.ts";
import type { CommandHelp } from "./message.ts";

/** Something that the status comment has to say besides the incident itself. */
export type StatusNotice =
  /** The policy file is broken: what is wrong, where (counted from 1), and how to mend it. The preset serves meanwhile. */
  | {
      readonly kind: "policy";
      readonly line: number;
      readonly column: number;
      readonly problem: string;
      readonly mend: string;
    }
  /** GitHub refused an effect for good (a locked issue, a missing permission): what was to be done, in words. */
  | { readonly kind: "refused-by-github"; readonly what: string; readonly why: string }
  /** A field stands twice in the top comment with different values; the first one counts. */
  | { readonly kind: "conflict"; readonly field: string };

/** What the status comment shows; rendered by `messages/`, from data alone: no clock, so that it changes only with the facts. */
export interface StatusView {
  readonly incident: Incident;
  readonly brief: Brief;
  readonly notices: readonly StatusNotice[];
  /** Base of profile links, e.g. `https://github.com`. */
  readonly server: string;
  /** Every command there is, for the fold-out that says how to give them. */
  readonly commands: readonly CommandHelp[];
}
