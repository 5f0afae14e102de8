import type { StatusNotice } from "../effects/index.ts";
import { RetryLaterError, TerminalError } from "../incident/errors.ts";
import type { Instant } from "../incident/instant.ts";

/** A system outside of GitHub that is told of incidents. */
export type OutsideSystem = Extract<StatusNotice, { readonly kind: "outside" }>["system"];

/** Why something went wrong, in words, and when it is worth trying again. */
export interface Setback {
  readonly why: string;
  readonly retryAt: Instant;
  /** How often in a row it went wrong. */
  readonly failures: number;
}

/** Why a place outside of GitHub could not be told. */
export interface Trouble extends Setback {
  readonly system: OutsideSystem;
  /** A channel, or the address of a ticket; null: the whole system. */
  readonly place: string | null;
  /** What of that place it is about, where all else there goes on; left out: all of it. */
  readonly about?: string;
}

/** Where something went wrong, what went wrong before, and what time it is. */
export interface Troubled {
  readonly system: OutsideSystem;
  readonly place: string | null;
  readonly about?: string;
  readonly before: readonly Trouble[];
  readonly now: Instant;
}

const RETRY_MS = 30_000;
// Of a system that stays down nobody expects more.
const MOST_RETRY_MS = 10 * 60_000;
// Somebody has to mend it first: a missing right, a channel that Sitrep was not invited to, a ticket that was deleted.
const MEND_MS = 10 * 60_000;
const MOST_MEND_MS = 60 * 60_000;

const isAt =
  ({ system, place, about }: Pick<Trouble, "system" | "place" | "about">) =>
  (one: Trouble): boolean =>
    one.system === system && one.place === place && one.about === about;

/** What went wrong at this place the last time, where it is too soon to try again; undefined: it may be tried. */
export const waitingAt = ({ before, now, ...at }: Troubled): Trouble | undefined =>
  before.find((one) => isAt(at)(one) && one.retryAt > now);

/** The setback behind an error after so many `before` it in a row; anything but a failing system is a bug, and is thrown. */
export function toSetback(error: unknown, before: number, now: Instant): Setback {
  const failures = before + 1;
  if (error instanceof TerminalError) {
    const wait = Math.min(MEND_MS * 2 ** (failures - 1), MOST_MEND_MS);
    return { why: error.message, retryAt: now + wait, failures };
  }
  if (error instanceof RetryLaterError) {
    // Twice as long each time: every try is a look, which reads the whole incident.
    const patience = Math.min(RETRY_MS * 2 ** (failures - 1), MOST_RETRY_MS);
    const wait = Math.max(error.retryAfterMs, patience);
    return { why: error.message, retryAt: now + wait, failures };
  }
  throw error;
}

/** The trouble behind an error of a system outside; anything else is a bug, and is thrown. */
export function toTrouble(error: unknown, { before, now, ...at }: Troubled): Trouble {
  return { ...at, ...toSetback(error, before.find(isAt(at))?.failures ?? 0, now) };
}

/** What the status comment says of places outside that cannot be told; one reason of a system once, wherever it holds. */
export const troubleNotices = (troubles: readonly Trouble[]): readonly StatusNotice[] =>
  troubles
    .filter(
      ({ system, why }, index) =>
        troubles.findIndex((one) => one.system === system && one.why === why) === index,
    )
    .map(({ system, place, why }) => ({ kind: "outside", system, place, why }) as const);
