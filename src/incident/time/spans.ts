import type { Instant } from "../instant.ts";
import { type Calendar, type Office, officesOf } from "./calendar.ts";
import { DAY, type DayNumber, MINUTE, toMinute } from "./dates.ts";
import { openingOf } from "./opening.ts";
import { dayAt, edgeAt } from "./zone.ts";

/** A stretch of time; `to` is no longer in it. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** How far ahead working time is looked for: 50 years. A calendar without any by then never works. */
export const FURTHEST_DAYS = 50 * 366;

/**
 * Days before an instant at which hours can begin that reach it: one since they run over midnight, one more since a zone can
 * skip a date.
 */
const REACH = 2;

/** The stretches that begin on this date of the office, by their begin; without those that clocks skip. */
export function shiftsOn(office: Office, day: DayNumber): readonly Span[] {
  const opening = openingOf(office, day);
  if (opening.kind !== "open") return [];
  const shifts = opening.hours.map(({ from, to }): Span => {
    const start = toMinute(from) ?? 0;
    const end = toMinute(to) ?? 0;
    const endDay = end > start ? day : day + 1;
    return {
      from: edgeAt(office.zone, day * DAY + start * MINUTE, "start"),
      to: edgeAt(office.zone, endDay * DAY + end * MINUTE, "end"),
    };
  });
  return shifts.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from);
}

function* shiftsFrom(office: Office, at: Instant): Generator<Span, undefined> {
  const first = dayAt(office.zone, at) - REACH;
  for (let day = first; day <= first + FURTHEST_DAYS; day++) yield* shiftsOn(office, day);
}

/** All sequences in one, by the begin of what is in them. */
function* merged(sequences: readonly Generator<Span, undefined>[]): Generator<Span, undefined> {
  const heads = sequences.map((spans) => ({ spans, span: spans.next().value }));
  for (;;) {
    let first: { readonly spans: Generator<Span, undefined>; span: Span | undefined } | undefined;
    for (const head of heads) {
      if (head.span !== undefined && head.span.from < (first?.span?.from ?? Infinity)) first = head;
    }
    if (first?.span === undefined) return;
    yield first.span;
    first.span = first.spans.next().value;
  }
}

/**
 * The working time of a calendar in order and without overlap, from the stretch on that ends at or after this instant. Stretches
 * may touch. It ends after 50 years, so that no search in it runs for ever.
 */
export function* spansFrom(calendar: Calendar, at: Instant): Generator<Span, undefined> {
  const all = officesOf(calendar).map((office) => shiftsFrom(office, at));
  let reached = -Infinity;
  for (const { from, to } of merged(all)) {
    if (to <= reached) continue;
    const start = Math.max(from, reached);
    reached = to;
    if (to >= at) yield { from: start, to };
  }
}
