import { toIso, toReadable, type Instant } from "../../incident/instant.ts";
import { html, type Html } from "./html.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A day, e.g. `2026-05-04`, UTC. */
export const toDay = (at: Instant): string => toIso(at).slice(0, 10);

/** A time of the day, e.g. `09:30`, UTC. */
export const toTime = (at: Instant): string => toIso(at).slice(11, 16);

/** A month, e.g. `2026-05`, UTC. */
export const toMonth = (at: Instant): string => toIso(at).slice(0, 7);

/** A moment with its date, for people and for machines. */
export const moment = (at: Instant): Html =>
  html`<time datetime="${toIso(at)}">${toReadable(at)}</time>`;

/** A day, for people and for machines. */
export const day = (at: Instant): Html => html`<time datetime="${toIso(at)}">${toDay(at)}</time>`;

/**
 * A length of time in at most two units: `45 s`, `14 min`, `2 h 13 min`, `3 d 4 h`, `41 d`. Rounded down; what is negative is
 * nothing.
 */
export function toLength(ms: number): string {
  const left = Math.max(0, ms);
  if (left < MINUTE) return `${Math.floor(left / 1000)} s`;
  if (left < HOUR) return `${Math.floor(left / MINUTE)} min`;
  const [big, small, unit] = left < DAY ? [HOUR, MINUTE, "h"] : [DAY, HOUR, "d"];
  const whole = Math.floor(left / big);
  const rest = Math.floor((left % big) / small);
  if (rest === 0 || whole > 13) return `${whole} ${unit}`;
  return `${whole} ${unit} ${rest} ${unit === "h" ? "min" : "h"}`;
}
