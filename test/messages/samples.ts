import { COMMANDS, toCommandHelp } from "../../src/commands/index.ts";
import type { Message, MessageName } from "../../src/effects/index.ts";
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

const COMMAND = COMMANDS.filter(({ name }) => name === "severity").map(toCommandHelp);

/** One of every message. */
export const SAMPLES: {
  readonly [Name in MessageName]: Extract<Message, { readonly name: Name }>;
} = {
  designated: {
    name: "designated",
    data: {
      role: "commander",
      who: "bo",
      by: "ana",
      how: "another",
      previous: "cy",
      confirm: true,
    },
  },
  vacated: { name: "vacated", data: { role: "commander", previous: "ana", by: "bo" } },
  "handoff-asked": {
    name: "handoff-asked",
    data: { role: "commander", who: "bo", by: "ana", from: "ana" },
  },
  "handed-off": {
    name: "handed-off",
    data: { role: "liaison", who: "ed", from: "bo", brief: BRIEF },
  },
  declined: {
    name: "declined",
    data: {
      role: "liaison",
      who: "bo",
      why: "it is 3 a.m.\nsorry",
      holder: "ana",
      tell: "ana",
      url: commentUrl(5),
    },
  },
  "expert-called": { name: "expert-called", data: { who: "cy", area: "storage", by: "ana" } },
  resolved: {
    name: "resolved",
    data: {
      by: "ana",
      text: "bigger disk",
      liaison: "bo",
      minutes: 133,
      since: "declaration",
      url: commentUrl(6),
    },
  },
  reopened: {
    name: "reopened",
    data: { by: "ana", why: "it is back", commander: "bo", url: commentUrl(7) },
  },
  reply: {
    name: "reply",
    data: {
      to: "ana",
      refused: [
        {
          line: "/handoff",
          problem: "It does not say whom.",
          usage: "/handoff @user [role]",
          who: "anyone with write access",
        },
        {
          line: "Incident Commander: @acme/sre",
          problem: "Write `@user`.",
          usage: "/commander @user",
          who: null,
        },
      ],
      nearMisses: [{ typed: "resovle", meant: "resolve" }],
    },
  },
  status: { name: "status", data: { to: "ana", brief: BRIEF, statusUrl: commentUrl(1) } },
  "timeline-archive": {
    name: "timeline-archive",
    data: {
      before: 25,
      entries: [
        { at: after(0), kind: "note", by: "cy", text: "The disk is full.", url: commentUrl(2) },
        { at: after(24 * 60), kind: "phase", by: "ana", what: "mitigated" },
      ],
    },
  },
  help: { name: "help", data: { to: "ana", topic: "severity", commands: COMMAND } },
};
