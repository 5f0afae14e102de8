import { describe, expect, it } from "@jest/globals";
import { applyFact, respondAgain } from "../../src/decide/apply-fact.ts";
import type { Fact } from "../../src/effects/index.ts";
import type { Incident } from "../../src/incident/incident.ts";
import { wantedReport } from "../../src/incident/report.ts";
import { after, anIncident } from "../support/incident.ts";

const AT = after(30);
const URL = "https://github.com/acme/hubs/issues/1#issuecomment-7";

const aClaim = (field: Incident["claims"][number]["field"]): Incident["claims"][number] => ({
  field,
  text: "?",
  by: "cleo",
  why: "not-readable",
});
const anAsk = (role: "commander" | "liaison", who = "ana"): Incident["asks"][number] => ({
  kind: "confirm",
  role,
  who,
  by: "bo",
  from: null,
  since: after(1),
});
const reported = { at: after(2), by: "bo" };
const told = { at: after(3), by: "ana" };
const closed = { at: after(4), by: "bo", reason: "completed" };

/** A fact, the incident before, and all that is different in it after. */
type Case = readonly [string, Fact, Partial<Incident>, Partial<Incident>];

describe("the incident after a fact", () => {
  it.each<Case>([
    [
      "a new holder: what was asked and said of the role is settled, that of others is not",
      { kind: "designate", role: "commander", who: "bo" },
      {
        asks: [anAsk("commander"), anAsk("liaison")],
        claims: [aClaim("commander"), aClaim("liaison")],
        unassigned: ["BO", "cy"],
      },
      {
        commander: "bo",
        dutySince: { commander: AT, liaison: after(0) },
        asks: [anAsk("liaison")],
        claims: [aClaim("liaison")],
        unassigned: ["cy"],
      },
    ],
    [
      "the same holder: they are on duty as long as before",
      { kind: "designate", role: "liaison", who: "ana" },
      {},
      {},
    ],
    [
      "nobody",
      { kind: "designate", role: "liaison", who: null },
      { unassigned: ["cy"] },
      { liaison: null, dutySince: { commander: after(0), liaison: AT } },
    ],
    [
      "a question: it takes the place of the one about the same role",
      {
        kind: "ask",
        ask: { kind: "handoff", role: "commander", who: "bo", by: "ana", from: "ana" },
      },
      { asks: [anAsk("commander"), anAsk("liaison")] },
      {
        asks: [
          anAsk("liaison"),
          { kind: "handoff", role: "commander", who: "bo", by: "ana", from: "ana", since: AT },
        ],
      },
    ],
    [
      "an answer",
      { kind: "settle", role: "liaison" },
      { asks: [anAsk("commander"), anAsk("liaison")] },
      { asks: [anAsk("commander")] },
    ],
    [
      "a new expert",
      { kind: "add-expert", login: "Cy", area: "storage" },
      { experts: [{ login: "bo", area: null }], claims: [aClaim("experts"), aClaim("ticket")] },
      {
        experts: [
          { login: "bo", area: null },
          { login: "Cy", area: "storage" },
        ],
        claims: [aClaim("ticket")],
      },
    ],
    [
      "an expert's new area",
      { kind: "add-expert", login: "Cy", area: "net" },
      {
        experts: [
          { login: "cy", area: "storage" },
          { login: "bo", area: "storage" },
        ],
      },
      {
        experts: [
          { login: "Cy", area: "net" },
          { login: "bo", area: "storage" },
        ],
      },
    ],
    [
      "an expert's leave",
      { kind: "release-expert", login: "CY" },
      {
        experts: [
          { login: "cy", area: "storage" },
          { login: "bo", area: null },
        ],
        claims: [aClaim("experts"), aClaim("ticket")],
      },
      { experts: [{ login: "bo", area: null }], claims: [aClaim("ticket")] },
    ],
    [
      "a severity",
      { kind: "set-severity", severity: "SEV-1" },
      { claims: [aClaim("severity"), aClaim("status")] },
      { severity: "SEV-1", claims: [aClaim("status")] },
    ],
    [
      "a phase",
      { kind: "set-phase", phase: "mitigated" },
      { claims: [aClaim("severity"), aClaim("status")], vouched: { announce: told } },
      {
        phase: "mitigated",
        phaseSince: AT,
        mitigatedAt: AT,
        claims: [aClaim("severity")],
      },
    ],
    [
      "the resolution, of a response that goes on",
      { kind: "set-phase", phase: "resolved" },
      { phase: "mitigated", escalation: { at: after(2), by: "ana", why: null } },
      { phase: "resolved", phaseSince: AT, report: wantedReport(AT) },
    ],
    [
      "the resolution once more: the community's confirmation stands",
      { kind: "set-phase", phase: "resolved" },
      {
        phase: "resolved",
        confirmedAt: after(3),
        vouched: { announce: told },
        report: wantedReport(after(2)),
      },
      { phaseSince: AT },
    ],
    [
      "a phase after the resolution: the response begins anew",
      { kind: "set-phase", phase: "investigating" },
      {
        phase: "resolved",
        confirmedAt: after(3),
        escalation: { at: after(2), by: "ana", why: null },
        vouched: { announce: told, report: reported },
      },
      {
        phase: "investigating",
        phaseSince: AT,
        mitigatedAt: null,
        confirmedAt: null,
        respondingSince: AT,
        escalation: null,
        vouched: { report: reported },
      },
    ],
    [
      "a phase after the closing: the response begins anew",
      { kind: "set-phase", phase: "mitigated" },
      { closed, vouched: { announce: told } },
      {
        phase: "mitigated",
        phaseSince: AT,
        mitigatedAt: AT,
        respondingSince: AT,
        vouched: {},
      },
    ],
    [
      "tickets",
      { kind: "set-tickets", tickets: ["https://a.test/2"] },
      { tickets: ["https://a.test/1"], claims: [aClaim("ticket"), aClaim("status")] },
      { tickets: ["https://a.test/2"], claims: [aClaim("status")] },
    ],
    [
      "a representative",
      { kind: "set-representative", login: "rep" },
      { claims: [aClaim("representative"), aClaim("status")] },
      { representative: "rep", claims: [aClaim("status")] },
    ],
    [
      "when the impact started",
      { kind: "set-impact-started", at: after(-60) },
      { claims: [aClaim("impactStarted"), aClaim("status")] },
      { impactStarted: after(-60), claims: [aClaim("status")] },
    ],
    [
      "when the impact ended",
      { kind: "set-impact-ended", at: after(20) },
      { impactStarted: after(-60) },
      { impactEnded: after(20) },
    ],
    [
      "that it goes on: its impact is not over",
      { kind: "set-phase", phase: "investigating" },
      { phase: "mitigated", mitigatedAt: after(10), impactEnded: after(20) },
      { phase: "investigating", phaseSince: AT, mitigatedAt: null, impactEnded: null },
    ],
    [
      "an update",
      { kind: "record-update", update: { at: AT, by: "bo", text: "up", url: URL, nextAt: null } },
      {},
      { update: { at: AT, by: "bo", text: "up", url: URL, nextAt: null } },
    ],
    [
      "an update after the resolution: the community is told of it",
      { kind: "record-update", update: { at: AT, by: "bo", text: "up", url: URL, nextAt: null } },
      { phase: "resolved", vouched: { report: reported } },
      {
        update: { at: AT, by: "bo", text: "up", url: URL, nextAt: null },
        vouched: { report: reported, announce: { at: AT, by: "bo" } },
      },
    ],
    [
      "another update after the resolution: they were told before",
      { kind: "record-update", update: { at: AT, by: "bo", text: "up", url: URL, nextAt: null } },
      { phase: "resolved", vouched: { announce: told } },
      { update: { at: AT, by: "bo", text: "up", url: URL, nextAt: null } },
    ],
    [
      "the community's confirmation",
      { kind: "confirm" },
      { phase: "resolved" },
      { confirmedAt: AT },
    ],
    [
      "a call for help",
      { kind: "escalate", by: "bo", why: "stuck" },
      {},
      { escalation: { at: AT, by: "bo", why: "stuck" }, backlogSince: AT },
    ],
    [
      "a wish for the backlog, which a later one renews",
      { kind: "want-backlog" },
      { backlogSince: AT - 1 },
      { backlogSince: AT },
    ],
    [
      "a word for a step",
      { kind: "vouch", step: "report", by: "bo" },
      { vouched: { announce: told } },
      { vouched: { announce: told, report: { at: AT, by: "bo" } } },
    ],
    [
      "a word taken back",
      { kind: "vouch", step: "report", by: null },
      { vouched: { announce: told, report: reported } },
      { vouched: { announce: told } },
    ],
    [
      "a reminder put off: what was put off of it before, or until now, counts no more",
      { kind: "snooze", snooze: { name: "escalate", until: after(60), by: "ana" } },
      {
        snoozes: [
          { name: "escalate", until: after(90), by: "bo" },
          { name: "gone-quiet", until: after(31), by: "bo" },
          { name: "update-due", until: AT, by: "bo" },
        ],
      },
      {
        snoozes: [
          { name: "gone-quiet", until: after(31), by: "bo" },
          { name: "escalate", until: after(60), by: "ana" },
        ],
      },
    ],
    ["a closing that was held", { kind: "refuse-close" }, {}, { closeRefusedAt: AT }],
    [
      "a closing by a command",
      { kind: "want-state", state: "closed-as-completed", by: "bo" },
      {},
      {
        closed: { at: AT, by: "bo", reason: "completed" },
        wanted: { state: "closed-as-completed", since: AT },
      },
    ],
    [
      "a closing by rule, as not planned",
      { kind: "want-state", state: "closed-as-not-planned" },
      {},
      {
        closed: { at: AT, by: null, reason: "not_planned" },
        wanted: { state: "closed-as-not-planned", since: AT },
      },
    ],
    [
      "an opening",
      { kind: "want-state", state: "open", by: "bo" },
      { closed },
      { closed: null, wanted: { state: "open", since: AT } },
    ],
    [
      "words that were not followed: those of the field before give way",
      { kind: "claim", claim: aClaim("severity") },
      { claims: [{ ...aClaim("severity"), text: "before" }, aClaim("status")] },
      { claims: [aClaim("status"), aClaim("severity")] },
    ],
    [
      "the wish for a report that is there: its facts are gathered anew",
      { kind: "want-report" },
      { report: { ...wantedReport(after(2)), stage: "draft", url: "https://x" } },
      { report: { ...wantedReport(AT), stage: "draft", url: "https://x" } },
    ],
    ["the wish for a report", { kind: "want-report" }, {}, { report: wantedReport(AT) }],
    [
      "what is known late of the report: it stands where it belongs in the timeline",
      { kind: "log", entry: { kind: "published", by: "bo" } },
      { timeline: [{ at: AT + 1, kind: "note", by: "ana" }] },
      {
        timeline: [
          { at: AT, kind: "published", by: "bo" },
          { at: AT + 1, kind: "note", by: "ana" },
        ],
      },
    ],
    [
      "a line of the timeline",
      { kind: "log", entry: { kind: "note", by: "bo", text: "restarted" } },
      {},
      {
        timeline: [
          { at: after(0), kind: "declared", by: "ana" },
          { at: AT, kind: "note", by: "bo", text: "restarted" },
        ],
      },
    ],
  ])("%s", (_, fact, before, change) => {
    const incident = anIncident(before);
    const frozen = structuredClone(incident);
    expect(applyFact(incident, fact, AT)).toEqual({ ...incident, ...change });
    expect(incident).toEqual(frozen);
  });
});

describe("a response that begins anew", () => {
  it("keeps the word for the report, and asks again for everything else", () => {
    const incident = anIncident({ vouched: { announce: told, report: reported } });
    expect(respondAgain(incident, AT)).toEqual({
      respondingSince: AT,
      escalation: null,
      vouched: { report: reported },
    });
  });
});
