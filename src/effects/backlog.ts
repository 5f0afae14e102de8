import type { Instant } from "../incident/instant.ts";
import type { ProjectPlace } from "../incident/project.ts";

/** An issue, as a project holds it. */
export interface BacklogIssue {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly nodeId: string;
}

/** A field that is to be set: its name and the value as the policy writes them, what it is set for, and when that was. */
export interface FieldToSet {
  readonly field: string;
  readonly value: string | number;
  /** Names what happened, such as `resolved/1772806000000`. */
  readonly moment: string;
  /** `today` means its date, in UTC. */
  readonly at: Instant;
}

/** A field that cannot be set: why, in a sentence, with what would help. */
export interface FieldTrouble {
  readonly field: string;
  readonly why: string;
}

/**
 * A team's backlog. Every call may throw `RetryLaterError` (down, rate limited: `retryAfterMs` as it says) or `TerminalError` (no
 * such project, a missing right: in words, with what to do).
 */
export interface Backlog {
  /** The id of the issue's item in the project; null: there is none. */
  find(project: ProjectPlace, issue: BacklogIssue): Promise<number | null>;
  /** Puts the issue into the project; gives the id of its item. Where it is there already, nothing happens. */
  add(project: ProjectPlace, issue: BacklogIssue): Promise<number>;
  /**
   * Sets fields of an item as far as the project has them; gives those that it could not. Writes nothing where all of it is so.
   * `gone`: the project has no such item any more.
   */
  set(
    project: ProjectPlace,
    item: number,
    fields: readonly FieldToSet[],
  ): Promise<readonly FieldTrouble[] | "gone">;
}
