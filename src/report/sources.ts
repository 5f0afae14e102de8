import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import type { UpdatePolicy } from "./update-stretches.ts";

/**
 * The reaction that puts a comment into the report's timeline, by the name that GraphQL has for it. GitHub has no pushpin; why this
 * one, says docs/decisions/0031.
 */
export const MARK_REACTION = "ROCKET";

/** A comment that was marked for the report: by whom, of those who reacted with {@link MARK_REACTION}. Logins. */
export interface Mark {
  /** Node id of the comment. */
  readonly comment: string;
  readonly by: readonly string[];
}

/** A pull request that was merged or a commit that was made, and that mentions the issue or is mentioned in it. */
export interface Mention {
  readonly kind: "merged" | "committed";
  /** When it was merged, or committed. */
  readonly at: Instant;
  readonly by: string | null;
  /** The title of the pull request, or the first line of the commit's message. */
  readonly title: string;
  /** `#12`, `owner/repo#12`, or the commit's first seven digits. */
  readonly name: string;
  readonly url: string;
}

/** A message that went outside, or came from there. */
export interface OutsideMessage {
  readonly at: Instant;
  /** Where it stands: a channel (`#support`), or a ticket's address. */
  readonly place: string;
  /** What kind of place that is. */
  readonly kind: "chat" | "ticket";
  /** `in`: the community wrote; `out`: the team did. Of a message that came in no words are kept: they are private. */
  readonly direction: "in" | "out";
  /** What it told, by its name (`incident/sent.ts`); null: not known, or it came in. */
  readonly what: string | null;
  /** The time of its cause; null: not known, or it came in. */
  readonly since: Instant | null;
}

/** What the facts of a report are gathered from. */
export interface ReportSources {
  /** Read whole, without its record (`decide/whole-incident.ts`). */
  readonly snapshot: Snapshot;
  /** The incident as the whole thread adds up to it, its timeline with every entry. */
  readonly incident: Incident;
  readonly unfiled: readonly string[];
  /** How severe it was when it was declared. */
  readonly firstSeverity: string;
  /** Logins in lower case of those who may command: whose marks and `TL:` lines count (docs/architecture.md, decision 6). */
  readonly responders: ReadonlySet<string>;
  readonly marks: readonly Mark[];
  readonly mentions: readonly Mention[];
  readonly outside: readonly OutsideMessage[];
  /** By what status updates are in time. */
  readonly policy: UpdatePolicy;
}
