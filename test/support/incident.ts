import type { Brief } from "../../src/incident/brief.ts";
import { toBrief } from "../../src/incident/brief.ts";
import type { Incident } from "../../src/incident/incident.ts";
import { PHASE_LABELS } from "../../src/incident/phases.ts";
import type { Policy } from "../../src/incident/policy.ts";
import type { Duration } from "../../src/incident/time/index.ts";

/** When the incident of the tests was declared: a Monday, 09:00 UTC. */
export const DECLARED_AT = Date.parse("2026-05-04T09:00:00Z");

/** Minutes after {@link DECLARED_AT}, as an instant. */
export const after = (minutes: number): number => DECLARED_AT + minutes * 60_000;

const minutes = (count: number): Duration => ({ clock: "wall", ms: count * 60_000 });
const workingHours = (count: number): Duration => ({ clock: "working", ms: count * 3_600_000 });
const workingDays = (days: number): Duration => ({ clock: "working", days });

/** The default process in its own words. */
export const POLICY: Policy = {
  preset: "2i2c-2022",
  labels: ["incident", "type: Hub Incident"],
  severities: ["SEV-1", "SEV-2", "SEV-3", "SEV-4"],
  phases: PHASE_LABELS,
  rights: "write",
  roles: {
    commander: { title: "Incident Commander", aliases: ["Incident Responder", "Incident Lead"] },
    liaison: { title: "External Liaison", aliases: ["External Liason", "Comms Lead"] },
    expert: { title: "Subject Matter Expert", aliases: ["SME"] },
    representative: { title: "Community Representative", aliases: [] },
    steward: { title: "Support Steward", aliases: [] },
    manager: { title: "Project Manager", aliases: [] },
  },
  requiredRoles: ["commander", "liaison"],
  calendar: { kind: "24h-weekdays" },
  people: {},
  duties: { steward: { kind: "nobody" }, manager: { kind: "login", login: "pm", fallback: null } },
  stewardRole: "commander",
  managerJoins: false,
  manager: "pm",
  engineering: ["acme/engineering"],
  channels: { engineering: null, support: null, updates: null },
  thread: true,
  ticket: {
    approval: "role",
    onReply: "pending",
    onResolve: "resolved",
    onClose: "closed",
    internalHosts: [],
    canned: {},
  },
  project: null,
  reminders: {
    "confirm-role": { after: minutes(10), again: minutes(10) },
    "commander-missing": { every: minutes(10), times: 5, later: minutes(60) },
    escalate: { after: minutes(30) },
    "update-due": { every: workingHours(2), before: minutes(15) },
    "handoff-suggested": { after: minutes(360) },
    "gone-quiet": { after: workingHours(4) },
    "community-answered": { again: workingHours(4) },
    "confirm-with-community": {},
    "may-close": {},
    "report-due": { after: workingDays(3), every: workingDays(2), times: 5 },
    "action-items-open": { after: minutes(14 * 1440), every: minutes(30 * 1440), times: 6 },
  },
  closeGate: "reopen",
  silence: workingHours(48),
  report: {
    writer: "commander",
    reviewers: [],
    to: null,
    path: "incident-reports/{{date}}-{{slug}}.md",
    as: "pull-request",
    names: "roles",
    zone: null,
    rules: {
      format: "blocking",
      conflict: "blocking",
      unanswered: "blocking",
      "empty-section": "blocking",
      "action-items": "blocking",
      times: "blocking",
      zones: "advisory",
      blame: "advisory",
      secrets: "blocking",
      addresses: "blocking",
    },
    template: null,
    debt: "issue",
  },
  related: { fields: ["Hub", "Hub URL", "Service", "Community", "Cluster"] },
};

/** An incident that ana declared and leads, with what a test wants to be different. Refuses what cannot be. */
export function anIncident(overrides: Partial<Incident> = {}): Incident {
  const incident: Incident = {
    active: true,
    declaredAt: DECLARED_AT,
    declaredBy: "ana",
    followedSince: DECLARED_AT,
    respondingSince: DECLARED_AT,
    phase: "investigating",
    phaseSince: DECLARED_AT,
    severity: "SEV-4",
    commander: "ana",
    liaison: "ana",
    representative: null,
    experts: [],
    tickets: [],
    impactStarted: null,
    dutySince: { commander: DECLARED_AT, liaison: DECLARED_AT },
    asks: [],
    claims: [],
    update: null,
    escalation: null,
    backlogSince: null,
    confirmedAt: null,
    vouched: {},
    heardAt: DECLARED_AT,
    representativeHeardAt: null,
    closeRefusedAt: null,
    reminded: [],
    snoozes: [],
    closed: null,
    wanted: null,
    ticked: [],
    unassigned: [],
    sectionInserted: false,
    archived: 0,
    timeline: [{ at: DECLARED_AT, kind: "declared", by: "ana" }],
    ...overrides,
  };
  if (incident.phaseSince < incident.declaredAt)
    throw new Error("a phase began before the incident");
  if (incident.confirmedAt !== null && incident.phase !== "resolved") {
    throw new Error("what is not resolved cannot be confirmed");
  }
  for (const ask of incident.asks) {
    if (ask.kind === "confirm" && incident[ask.role] !== ask.who) {
      throw new Error(`${ask.who} is asked to confirm a role that they do not hold`);
    }
  }
  return incident;
}

/** The brief of an incident none of whose steps are ticked. */
export const aBrief = (overrides: Partial<Incident> = {}): Brief =>
  toBrief(anIncident(overrides), []);
