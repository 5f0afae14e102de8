import type { Actor } from "./actor.ts";
import type { Instant } from "./instant.ts";
import type { ActionItem } from "./action-items.ts";
import type { IncidentKey } from "./key.ts";
import type { MachineRecord } from "./record.ts";

/** Sitrep's receipt on a comment, read back: what became of the commands in it. */
export type Receipt = "done" | "refused" | "seen";

/** A comment by anybody but Sitrep. `editor` is set when somebody else than its author changed it last. */
export interface CommentEvent {
  readonly kind: "comment";
  readonly id: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly url: string;
  readonly text: string;
  readonly editor: Actor | null;
  readonly receipts: readonly Receipt[];
}

/** A label put on or taken off. */
export interface LabelEvent {
  readonly kind: "labeled" | "unlabeled";
  readonly id: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly label: string;
}

/** The issue closed or reopened; `reason` as GitHub names it in lower case (`completed`, `not_planned`, `duplicate`). */
export interface StateEvent {
  readonly kind: "closed" | "reopened";
  readonly id: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly reason: string | null;
}

/** An assignee taken off the issue. */
export interface UnassignEvent {
  readonly kind: "unassigned";
  readonly id: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly login: string;
}

/** An event of the thread, in GitHub's order. */
export type ThreadEvent = CommentEvent | LabelEvent | StateEvent | UnassignEvent;

/** One version of the body. `text` is null when somebody deleted this version from the history. */
export interface BodyVersion {
  readonly id: string;
  readonly at: Instant;
  readonly editor: Actor;
  readonly text: string | null;
}

/** Sitrep's own comment that holds the status for people and the machine record. */
export interface StatusComment {
  readonly nodeId: string;
  readonly databaseId: number;
  readonly url: string;
  readonly body: string;
  readonly createdAt: Instant;
}

/** A comment by Sitrep other than the status comment: `key` is the mark of the effect that it carries out. */
export interface OwnPost {
  /** Empty while GitHub does not show the comment yet that it took. */
  readonly nodeId: string;
  readonly key: string;
  readonly at: Instant;
  readonly minimized: boolean;
}

/**
 * Everything that one look read of an issue. `events` and `versions` hold what the record has not digested (all there is,
 * when there is no valid record), oldest first; `before` is the version of the body that the record digested last.
 */
export interface Snapshot {
  readonly key: IncidentKey;
  readonly nodeId: string;
  readonly url: string;
  readonly title: string;
  readonly createdAt: Instant;
  readonly opener: Actor;
  readonly state: "open" | "closed";
  readonly locked: boolean;
  /** Whether only some people can see the repository. */
  readonly isPrivate: boolean;
  readonly body: string;
  readonly before: BodyVersion | null;
  readonly versions: readonly BodyVersion[];
  readonly events: readonly ThreadEvent[];
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** Sitrep's receipts on the issue itself, for commands in its first body. */
  readonly receipts: readonly Receipt[];
  /** Sitrep's receipts on every comment in view, digested or not, by node id. */
  readonly recentReceipts: ReadonlyMap<string, readonly Receipt[]>;
  readonly status: StatusComment | null;
  /** The sub-issues: improvements that came of the incident, each an issue of its own. */
  readonly actionItems: readonly ActionItem[];
  readonly posts: readonly OwnPost[];
  readonly record: MachineRecord | null;
  /** The record was there but not as Sitrep wrote it: edited by somebody, copied from another issue, or signed with another key. */
  readonly tampered: boolean;
  /** The status comment was made and never held a record: the first look was interrupted between its two writes. */
  readonly fresh: boolean;
}
