import type { ReminderName } from "../incident/reminder-settings.ts";

/** What people are told of a reminder: what it is about, and when it comes. Sitrep's own words. */
export interface ReminderWords {
  readonly title: string;
  readonly comes: string;
}

const WORDS: Readonly<Record<ReminderName, ReminderWords>> = {
  "confirm-role": {
    title: "answer about a role",
    comes: "It comes when somebody was named for a role and has not answered.",
  },
  "commander-missing": {
    title: "somebody to lead",
    comes: "It comes while nobody leads the incident.",
  },
  escalate: {
    title: "call for help",
    comes: "It comes once, when users cannot work for too long and nobody called for help.",
  },
  "update-due": {
    title: "status update",
    comes: "It comes before the next status update, as long as the incident goes on.",
  },
  "handoff-suggested": {
    title: "handing over",
    comes: "It comes when whoever leads has been on duty for long, or their own day ends.",
  },
  "gone-quiet": {
    title: "sign of life",
    comes: "It comes when nobody has written here for long, and it is not resolved.",
  },
  "community-answered": {
    title: "answer of the community",
    comes: "It comes when the community wrote in a ticket, until they are answered or it is over.",
  },
  "confirm-with-community": {
    title: "word to the community",
    comes: "It comes when it is resolved and the community was not told.",
  },
  "may-close": {
    title: "closing",
    comes: "It comes when nothing blocks closing any more.",
  },
  "report-due": {
    title: "Incident Report",
    comes: "It comes after the resolution, until the report is done.",
  },
  "action-items-open": {
    title: "open action items",
    comes: "It comes after the closing, as long as action items are open.",
  },
};

const UNKNOWN: ReminderWords = { title: "reminder", comes: "" };

/** The words for a reminder, by its name; plain ones for a name that is none. */
export const toReminderWords = (name: string): ReminderWords =>
  Object.hasOwn(WORDS, name) ? WORDS[name as ReminderName] : UNKNOWN;
