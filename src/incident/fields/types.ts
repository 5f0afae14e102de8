import type { TaskId } from "./tasks.ts";

/** The name of a field of the top comment. */
export type FieldName =
  | "status"
  | "severity"
  | "commander"
  | "liaison"
  | "experts"
  | "representative"
  | "ticket"
  | "impactStarted";

/** The words for one field: the title that is written, and others that are read as well. */
export interface FieldWords {
  readonly title: string;
  readonly aliases: readonly string[];
}

/** The words for every field. Comparison ignores case, emoji, bold, `_`, `-` and extra blanks. */
export type Vocabulary = Readonly<Record<FieldName, FieldWords>>;

/** A Subject Matter Expert: a login without `@`, and what they are asked about, if that is said. */
export interface Expert {
  readonly login: string;
  readonly area: string | null;
}

/** What the fields say. `null` and empty lists mean that nothing is said. */
export interface FieldValues {
  /** Logins without `@`. */
  readonly commander: string | null;
  readonly liaison: string | null;
  readonly representative: string | null;
  readonly experts: readonly Expert[];
  /** http(s) addresses in order, without duplicates. */
  readonly tickets: readonly string[];
  readonly severity: string | null;
  readonly status: string | null;
  /** An instant in UTC to the second: `2026-05-04T09:30:00Z`. */
  readonly impactStarted: string | null;
}

/** A value that a person wrote and that cannot be used, with the reason. */
export interface FieldProblem {
  readonly field: FieldName;
  readonly text: string;
  readonly why: "team" | "not-a-login" | "not-an-address" | "not-a-time";
}

/** All that is read from a body. */
export interface BodyFields extends FieldValues {
  /** The fields that stand in the body, even empty. */
  readonly present: ReadonlySet<FieldName>;
  /** The text of each value as it is written, trimmed. */
  readonly raw: Partial<Readonly<Record<FieldName, string>>>;
  /** Fields that stand twice with different values; the first one counts. */
  readonly conflicts: readonly FieldName[];
  readonly problems: readonly FieldProblem[];
  /** Whether Sitrep's own section is there. */
  readonly hasSection: boolean;
  /** The boxes of Sitrep's task list that are found, and whether they are ticked. */
  readonly tasks: Readonly<Partial<Record<TaskId, boolean>>>;
  /** Action items that are written in the body and have no issue, as plain text; at most 50. */
  readonly unfiled: readonly string[];
  /** The node id of the status comment, kept in the section's marker. */
  readonly statusCommentId: string | null;
}

/** What to set. A field that is left out stays; `null` or an empty list empties it. */
export interface FieldChanges {
  readonly commander?: string | null;
  readonly liaison?: string | null;
  readonly representative?: string | null;
  readonly experts?: readonly Expert[];
  readonly tickets?: readonly string[];
  readonly severity?: string | null;
  readonly status?: string | null;
  readonly impactStarted?: string | null;
  readonly tasks?: Readonly<Partial<Record<TaskId, boolean>>>;
  readonly statusCommentId?: string;
}
