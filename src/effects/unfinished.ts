import type { Instant } from "../incident/instant.ts";

/** Why an earlier incident is taken to have to do with a new one; the words are the new one's own. */
export type RelatedReason =
  /** Their tickets are of one company. */
  | { readonly kind: "company" }
  /** A field of the top comment says the same. */
  | { readonly kind: "field"; readonly field: string; readonly value: string }
  | { readonly kind: "label"; readonly label: string }
  | { readonly kind: "words"; readonly words: readonly string[] };

/** An open action item, or a report that is owed, of an earlier incident (`of`); `title` is that incident's where it is its report. */
export interface UnfinishedItem {
  readonly kind: "action" | "report";
  readonly title: string;
  readonly url: string;
  readonly since: Instant;
  /** Logins. */
  readonly owners: readonly string[];
  readonly of: { readonly title: string; readonly url: string };
  /** Strongest first, never empty. */
  readonly reasons: readonly RelatedReason[];
}
