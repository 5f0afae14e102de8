import type { StatusNotice, StatusView } from "../effects/status-view.ts";
import { isSameLogin } from "../incident/actor.ts";
import { holderOf, isOngoing, type Ask, type Incident } from "../incident/incident.ts";
import type { TimelineEntry } from "../incident/timeline.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { standingOf } from "../incident/report.ts";
import { ROLE_NAMES, type RoleName } from "../incident/roles.ts";
import { capped, toShownCommands, toDays } from "./shown.ts";
import { toAgendaSection, toGateSection, toNextUpdate } from "./status-deadlines.ts";

const MARKS = { investigating: "🔴", mitigated: "🟡", resolved: "🟢" } as const;
const CLAIMS = 5;
const LIST = 10;

/** Entries that tell why an issue is closed or open. */
const STATE_KINDS: readonly TimelineEntry["kind"][] = ["cancelled", "closed", "reopened"];

/** Why an incident asks nothing of anybody now, and who brought it about; null while it goes on. */
function toRest(incident: Incident): object | null {
  const { active, closed, wanted, timeline } = incident;
  const cancelling = wanted?.state === "closed-as-not-planned";
  if (cancelling || (closed?.reason === "not_planned" && wanted === null)) {
    // Sitrep's own closing after `/cancel` has no entry; a closing by hand has one of its own.
    const entry = timeline.findLast(({ kind }) => STATE_KINDS.includes(kind));
    const said = entry?.kind === "cancelled" ? entry : null;
    return {
      kind: "cancelled",
      by: said === null ? (closed?.by ?? null) : said.by,
      at: said?.at ?? closed?.at ?? null,
      why: said?.text ?? null,
    };
  }
  if (closed !== null && (wanted === null || wanted.state === "closed-as-completed")) {
    return { kind: "closed", by: closed.by, at: closed.at, why: null };
  }
  if (active) return null;
  const off = timeline.findLast(({ kind }) => kind === "label-removed");
  return { kind: "inactive", by: off?.by ?? null, at: off?.at ?? null, why: null };
}

const roleSince = ({ timeline }: Incident, role: RoleName): Instant | null =>
  timeline.findLast((entry) => entry.kind === "role" && entry.what === role)?.at ?? null;

const toRole = (incident: Incident, role: RoleName): object => ({
  role,
  who: holderOf(incident, role),
  since: roleSince(incident, role),
  ask: incident.asks.find((ask) => ask.role === role) ?? null,
});

/**
 * Whom an ask notifies: at the declaration no comment is posted but this one, so it does the asking; whoever is asked
 * later has a comment of their own.
 */
const toAsk = (incident: Incident, ask: Ask, asOf: Instant | null): object => ({
  ...ask,
  live: ask.since === incident.declaredAt,
  byThemselves: isSameLogin(ask.by, ask.who),
  stewardAsOf: asOf,
});

/**
 * As of when somebody was known to be Support Steward who is asked at the declaration, while the team that says it cannot be
 * read; null: they are asked for another reason, or it is not old.
 */
function stewardAsOf({ incident, notices }: StatusView, ask: Ask, policy: Policy): Instant | null {
  if (ask.role !== policy.stewardRole || ask.by !== null) return null;
  const old = notices.find((notice) => notice.kind === "duty" && notice.duty === "steward");
  if (old?.kind !== "duty" || old.asOf === null || ask.since < old.asOf) return null;
  return ask.since === incident.declaredAt ? old.asOf : null;
}

/** Questions to people. What closing waits for has a section of its own: then it is not said that nothing is open. */
function toAsked(view: StatusView, policy: Policy): object | null {
  const { incident } = view;
  const vacant = policy.requiredRoles.filter((role) => holderOf(incident, role) === null);
  const { asks, claims, phase } = incident;
  const held = incident.held ?? null;
  const isEmpty = asks.length + claims.length + vacant.length === 0 && held === null;
  if (isEmpty && phase === "resolved") return null;
  return {
    isEmpty,
    asks: asks.map((ask) => toAsk(incident, ask, stewardAsOf(view, ask, policy))),
    vacant,
    held: held === null ? null : { by: held.text.by, url: held.text.url, at: held.text.at },
    claims: capped(claims, CLAIMS),
  };
}

/** The action items, open ones first; null: there are none. */
function toActions({ actionItems }: StatusView, most: number): object | null {
  if (actionItems.length === 0) return null;
  const open = actionItems.filter(({ isOpen }) => isOpen);
  const done = actionItems.length - open.length;
  return { ...capped(open, most), open: open.length, done };
}

/** Where the report is and how far; null: there is no draft. */
function toReport({ report }: Incident): object | null {
  return standingOf(report);
}

const toNotice = (notice: StatusNotice): object => ({
  file: null,
  serves: null,
  line: null,
  column: null,
  problem: null,
  mend: null,
  what: null,
  why: null,
  field: null,
  duty: null,
  source: null,
  isGroup: false,
  asOf: null,
  fallback: null,
  system: null,
  place: null,
  isElsewhere: false,
  ...notice,
});

/** The last entries by day, oldest first, and how many stand before them. */
function toTimeline({ timeline, archived }: Incident, most: number): object {
  const shown = timeline.slice(Math.max(0, timeline.length - most));
  return {
    earlier: archived + timeline.length - shown.length,
    days: toDays(shown),
  };
}

/** How much of its lists the status comment shows: entries of the timeline, what is due next, and what people need to know. */
export interface StatusSize {
  readonly entries: number;
  readonly due: number;
  readonly notices: number;
}

/** What the status comment's template gets, with lists of at most these sizes. */
export function toStatusData(view: StatusView, policy: Policy, most: StatusSize): object {
  const { incident, notices, commands } = view;
  const rest = toRest(incident);
  return {
    rest,
    mark: rest === null ? MARKS[incident.phase] : "⚪",
    phase: incident.phase,
    phaseSince: incident.phaseSince,
    severity: incident.severity,
    declaredAt: incident.declaredAt,
    declaredBy: incident.declaredBy,
    impactStarted: incident.impactStarted,
    confirmedAt: incident.confirmedAt,
    roles: ROLE_NAMES.filter(
      (role) => policy.requiredRoles.includes(role) || holderOf(incident, role) !== null,
    ).map((role) => toRole(incident, role)),
    experts: capped(incident.experts, LIST),
    representative: incident.representative,
    asked: rest === null ? toAsked(view, policy) : null,
    due: toAgendaSection(view, policy, most.due),
    gates: toGateSection(view, policy),
    update: incident.update,
    next: toNextUpdate(view, policy),
    goesOn: isOngoing(incident),
    tickets: capped(incident.tickets, LIST),
    backlog: view.backlog,
    report: toReport(incident),
    actions: toActions(view, most.due),
    notices: capped(notices.map(toNotice), most.notices),
    timeline: toTimeline(incident, most.entries),
    commands: toShownCommands(commands),
  };
}
