import type { Instant } from "./instant.ts";

/** What people may say of when something was; the beginning of the impact is a field of its own. */
export const CORRECTED_NAMES = [
  "ended",
  "detected",
  "declared",
  "acknowledged",
  "mitigated",
  "resolved",
] as const;

/** One of {@link CORRECTED_NAMES}. */
export type CorrectedName = (typeof CORRECTED_NAMES)[number];

/** A time that stands in the top comment, and since when it does. */
export interface Correction {
  readonly at: Instant;
  readonly since: Instant;
}

/** The times that stand in the top comment. */
export type Corrections = Partial<Readonly<Record<CorrectedName, Correction>>>;
