import { instant } from "./calendars.ts";

/** Zones, each with a date around which its clocks do something; windows of the oracle begin some days before. */
export const CHANGES: readonly (readonly [zone: string, date: string])[] = [
  ["Europe/Berlin", "2026-03-29"],
  ["Europe/Berlin", "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Africa/Cairo", "2026-04-24"],
  ["Africa/Cairo", "2026-10-30"],
  ["Asia/Beirut", "2026-03-29"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["America/Santiago", "2026-04-05"],
  ["America/Santiago", "2026-09-06"],
  ["America/Havana", "2026-03-08"],
  ["America/Havana", "2026-11-01"],
  ["Africa/Casablanca", "2026-02-15"],
  ["Pacific/Apia", "2011-12-30"],
  ["Pacific/Chatham", "2026-04-05"],
  ["Pacific/Auckland", "2026-09-27"],
  ["Pacific/Apia", "2026-10-31"],
  ["Pacific/Kiritimati", "2026-01-01"],
  ["Pacific/Kiritimati", "2028-02-29"],
  ["Pacific/Pago_Pago", "2026-01-01"],
  ["Asia/Kolkata", "2026-05-01"],
  ["UTC", "2027-02-28"],
  ["Asia/Kathmandu", "2024-02-29"],
];

/** When the window of a change begins: five days before its date, UTC. */
export const windowOf = (date: string): number => instant(`${date} 00:00`) - 5 * 86_400_000;
