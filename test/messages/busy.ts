import type { AgendaItem } from "../../src/incident/agenda.ts";
import type { Incident } from "../../src/incident/incident.ts";
import { aBrief, after } from "../support/incident.ts";

/** Where the comments of the samples are. */
export const commentUrl = (number: number): string =>
  `https://github.com/acme/hub/issues/1#issuecomment-${number}`;

/** An incident in the middle: roles, questions, an update, tickets, notes. */
export const BUSY: Partial<Incident> = {
  phase: "mitigated",
  phaseSince: after(40),
  severity: "SEV-2",
  liaison: "bo",
  experts: [
    { login: "cy", area: "storage" },
    { login: "di", area: null },
  ],
  tickets: ["https://example.freshdesk.com/a/tickets/125"],
  asks: [
    { kind: "confirm", role: "commander", who: "ana", by: null, from: null, since: after(0) },
    { kind: "handoff", role: "liaison", who: "ed", by: "bo", from: "bo", since: after(20) },
  ],
  update: {
    at: after(30),
    by: "bo",
    text: "Logins are slow.\nWe look for the cause.",
    url: commentUrl(4),
    nextAt: after(150),
  },
  timeline: [
    { at: after(0), kind: "declared", by: "ana" },
    { at: after(0), kind: "role", by: null, who: "ana", what: "commander" },
    { at: after(0), kind: "role", by: "ana", who: "bo", what: "liaison" },
    { at: after(10), kind: "expert", by: "ana", who: "cy", what: "storage", url: commentUrl(2) },
    {
      at: after(20),
      kind: "note",
      by: "cy",
      text: "disk of @acme/hub is full, see #12",
      url: commentUrl(3),
    },
    { at: after(40), kind: "phase", by: "ana", what: "mitigated", text: "rolled back" },
    {
      at: after(24 * 60),
      kind: "ticket",
      by: "bo",
      what: "https://example.freshdesk.com/a/tickets/125",
    },
  ],
};

/** The brief of {@link BUSY}, with two steps open. */
export const BRIEF = {
  ...aBrief(BUSY),
  openTasks: ["Fill in the Incident Report", "Close the incident"],
};

/** A status update that is due two working hours after the last one, and was put off by an hour. */
export const DUE_UPDATE: AgendaItem = {
  reminder: "update-due",
  subject: "1",
  step: 0,
  names: ["bo"],
  deadline: {
    at: after(135),
    from: after(30),
    anchor: "update",
    duration: { clock: "working", ms: 7_200_000 },
    before: { clock: "wall", ms: 900_000 },
    skipped: [{ reason: "holiday", name: "Labour Day", from: after(60), to: after(61) }],
  },
  snoozedUntil: after(195),
  dueAt: after(195),
  moves: "`/update TEXT` moves it.",
  restless: false,
};

/** A text of bo's for the community, with a promise. */
export const A_TEXT = {
  name: "update",
  isUpdate: true,
  words: "Logins are **slow**. We are back by 5pm.\n\n- found the cause\n- mending it",
  promisedAt: after(150),
  nextAt: after(150),
  by: "bo",
  at: after(30),
  url: commentUrl(4),
} as const;
