import type { FieldProblem } from "./types.ts";

/** A value as it stands in a body. */
export interface ValueText {
  /** As it is written, trimmed. */
  readonly raw: string;
  /** Its words without markup. */
  readonly plain: string;
  /** The text that addresses are looked for in. */
  readonly links: string;
}

/** What a value's text means. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly { readonly text: string; readonly why: FieldProblem["why"] }[];
  /** Whether the text holds the value and nothing else, such as a remark or a sentence; never where there are problems. */
  readonly exact: boolean;
}
