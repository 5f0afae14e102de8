/** A moment in time: milliseconds since the Unix epoch, UTC. */
export type Instant = number;

/** To the ISO 8601 text that the machine record holds, e.g. `2026-05-04T09:30:00.000Z`. */
export const toIso = (at: Instant): string => new Date(at).toISOString();

/** To what people read: `2026-05-04 09:30 UTC`; minutes are enough, and an edit by seconds is noise. */
export const toReadable = (at: Instant): string =>
  `${toIso(at).slice(0, 16).replace("T", " ")} UTC`;
