import { html } from "../html.ts";
import type { Html } from "../html.ts";

const UNITS = [
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const exact = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});

function tellAgo(ms: number): string {
  for (const { unit, ms: length } of UNITS)
    if (ms >= length) return words.format(-Math.floor(ms / length), unit);
  return "now";
}

/** An instant (ISO 8601) as GitHub tells it: how long ago, and exactly (UTC) when one points at it. */
export function instant(at: string, now: number): Html {
  const ms = Date.parse(at);
  return html`<time datetime="${at}" title="${exact.format(ms)} UTC">${tellAgo(now - ms)}</time>`;
}

const day = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

/** An instant (ms) of the game by weekday, date and time: `Fri 6 Mar, 14:05` (UTC). */
export function gameTime(at: number): string {
  const time = new Date(at).toISOString().slice(11, 16);
  return `${day.format(at).replace(",", "")}, ${time}`;
}

/** How long something is off, roughly: `in 29 minutes`, `in 2 days`; what is past is due now. */
export function tellAhead(ms: number): string {
  if (ms <= 0) return "due now";
  // What is due within the minute is not due in none.
  for (const { unit, ms: length } of UNITS)
    if (ms >= 2 * length) return words.format(Math.round(ms / length), unit);
  return words.format(Math.max(1, Math.round(ms / 60_000)), "minute");
}

/** What a clock on the wall of this time zone shows now. */
export function localTime(zone: string, now: number): string {
  const options = { hour: "2-digit", minute: "2-digit", timeZone: zone } as const;
  return new Intl.DateTimeFormat("en-GB", options).format(now);
}
