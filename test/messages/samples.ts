import { COMMANDS, toCommandHelp } from "../../src/commands/index.ts";
import type { Message, MessageName, Reminding } from "../../src/effects/index.ts";
import type { ReminderName } from "../../src/incident/reminder-settings.ts";
import { after } from "../support/incident.ts";
import { A_TEXT, BRIEF, commentUrl, DUE_UPDATE } from "./busy.ts";

const COMMAND = COMMANDS.filter(({ name }) => name === "severity").map(toCommandHelp);

/** What a reminder says besides its own: it comes again in ten minutes. */
const again = (reminder: ReminderName, names: readonly string[]): Reminding => ({
  reminder,
  names,
  next: { at: after(40), names: ["pm"] },
  late: null,
});

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
  escalated: {
    name: "escalated",
    data: {
      ...again("escalate", ["acme/engineering", "pm"]),
      next: null,
      by: null,
      why: null,
      commander: "ana",
      minutes: 30,
    },
  },
  "confirm-role": {
    name: "confirm-role",
    data: {
      ...again("confirm-role", ["bo"]),
      who: "bo",
      asks: [
        { kind: "confirm", role: "commander", who: "bo", by: "ana", from: "ana", since: after(20) },
        { kind: "handoff", role: "liaison", who: "bo", by: "cy", from: "cy", since: after(20) },
      ],
      askedAt: after(20),
      isFirst: true,
    },
  },
  "commander-missing": {
    name: "commander-missing",
    data: {
      ...again("commander-missing", ["pm"]),
      since: after(30),
      team: ["acme/engineering", "cy"],
    },
  },
  "update-due": {
    name: "update-due",
    data: {
      ...again("update-due", ["bo"]),
      promise: after(120),
      isOverdue: false,
      isLast: false,
      liaison: "bo",
      url: commentUrl(8),
      minutes: 105,
    },
  },
  "handoff-suggested": {
    name: "handoff-suggested",
    data: {
      ...again("handoff-suggested", ["ana"]),
      minutes: 360,
      isDayOver: false,
      people: ["bo", "cy"],
      handover: "/handoff @bo",
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
      minutes: 133,
      since: "declaration",
      url: commentUrl(6),
    },
  },
  "close-blocked": {
    name: "close-blocked",
    data: {
      by: "cy",
      how: "hand",
      may: true,
      closeGate: "reopen",
      gates: [
        { name: "resolved", isOpen: false, opensAt: null, who: "ana", items: [] },
        { name: "report", isOpen: false, opensAt: null, who: null, items: [] },
        { name: "action-items", isOpen: false, opensAt: null, who: "bo", items: ["Add a probe"] },
      ],
    },
  },
  "gone-quiet": {
    name: "gone-quiet",
    data: { ...again("gone-quiet", ["ana"]), next: null, since: after(0) },
  },
  "confirm-with-community": {
    name: "confirm-with-community",
    data: {
      ...again("confirm-with-community", ["bo"]),
      next: null,
      toldAt: null,
    },
  },
  "may-close": {
    name: "may-close",
    data: {
      ...again("may-close", ["ana"]),
      next: null,
      isConfirmed: false,
    },
  },
  "report-due": {
    name: "report-due",
    data: {
      ...again("report-due", ["ana", "bo"]),
      since: after(0),
      writer: "ana",
      turn: "ana",
      others: ["bo"],
      report: {
        stage: "draft",
        as: "pull-request",
        url: "https://github.com/acme/hub/pull/14",
        reviewer: null,
      },
      isLast: false,
    },
  },
  "action-items-open": {
    name: "action-items-open",
    data: {
      ...again("action-items-open", ["cy", "di"]),
      since: after(0),
      items: [
        {
          title: "Watch the disks",
          url: "https://github.com/acme/hub/issues/12",
          assignees: ["cy", "di"],
        },
        {
          title: "[Fix](x) `df` of @acme/hub",
          url: "https://github.com/acme/hub/issues/13",
          assignees: [],
        },
      ],
      more: 3,
    },
  },
  unfinished: {
    name: "unfinished",
    data: {
      to: "ana",
      items: [
        {
          kind: "action",
          title: "Watch the disks of @acme/hub",
          url: "https://github.com/acme/hub/issues/12",
          since: after(-30_000),
          owners: ["cy", "di"],
          of: { title: "Disks are full", url: "https://github.com/acme/hub/issues/11" },
          reasons: [
            { kind: "company" },
            { kind: "field", field: "Hub URL", value: "https://hub.example.org" },
            { kind: "words", words: ["disk", "storage"] },
          ],
        },
        {
          kind: "report",
          title: "Logins fail, fixes #12",
          url: "https://github.com/acme/hub/issues/9",
          since: after(-60_000),
          owners: [],
          of: { title: "Logins fail, fixes #12", url: "https://github.com/acme/hub/issues/9" },
          reasons: [{ kind: "label", label: "hub: utoronto" }],
        },
      ],
      more: 1,
    },
  },
  "action-item": {
    name: "action-item",
    data: { by: "ana", issue: "acme/hub#1", from: "https://github.com/acme/hub/issues/1" },
  },
  "report-published": {
    name: "report-published",
    data: { by: "ana", report: "https://github.com/acme/hub/pull/14" },
  },
  "report-drafted": {
    name: "report-drafted",
    data: {
      writer: "ana",
      issue: "acme/hub#1",
      as: "pull-request",
      templateProblem: "`.github/report.hbs`, line 3, column 5: There is no helper.",
      why: null,
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
  "policy-broken": {
    name: "policy-broken",
    data: {
      file: "acme/hubs",
      serves: "earlier",
      problems: [
        {
          line: 4,
          column: 1,
          problem: "“rights” must be one of write, triage.",
          mend: "Write it like this: rights: write",
        },
      ],
      more: 2,
    },
  },
  "community-answered": {
    name: "community-answered",
    data: {
      ...again("community-answered", ["bo"]),
      at: after(60),
      ticket: "https://example.freshdesk.com/a/tickets/125",
      isOver: true,
      isLast: false,
    },
  },
  "text-waits": {
    name: "text-waits",
    data: {
      text: A_TEXT,
      mayBeSent: false,
      speakers: ["ana", "cy"],
      findings: [
        {
          kind: "fix-time",
          excerpt: "by 5pm",
          offset: 32,
          suggestion: "Nobody knows yet when it works again.",
        },
      ],
      more: 1,
      canned: null,
      around: {
        server: "https://github.com",
        privateRepositories: [],
        internalHosts: [],
        names: [],
      },
    },
  },
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
  why: {
    name: "why",
    data: {
      to: "ana",
      zone: "Europe/Berlin",
      topic: null,
      isOff: false,
      items: [DUE_UPDATE],
      gates: null,
      state: "ongoing",
    },
  },
  help: { name: "help", data: { to: "ana", topic: "severity", commands: COMMAND } },
};
