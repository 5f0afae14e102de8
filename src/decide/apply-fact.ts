import { isSameLogin } from "../incident/actor.ts";
import { assertNever } from "../incident/assert-never.ts";
import type { FieldName } from "../incident/fields/index.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { wantedReport, type ReportProgress } from "../incident/report.ts";
import type { RoleName } from "../incident/roles.ts";
import type { Fact } from "../effects/index.ts";
import { answered, hold, say, told, type FactOf } from "./community-facts.ts";
import { log } from "./timeline-facts.ts";

const without = (incident: Incident, field: FieldName): Pick<Incident, "claims"> => ({
  claims: incident.claims.filter((claim) => claim.field !== field),
});

const withoutAsks = (incident: Incident, role: RoleName): Pick<Incident, "asks"> => ({
  asks: incident.asks.filter((ask) => ask.role !== role),
});

function designate(incident: Incident, { role, who }: FactOf<"designate">, at: Instant): Incident {
  const stays = incident[role] === who;
  return {
    ...incident,
    [role]: who,
    dutySince: stays ? incident.dutySince : { ...incident.dutySince, [role]: at },
    ...withoutAsks(incident, role),
    ...without(incident, role),
    unassigned: incident.unassigned.filter((login) => !isSameLogin(login, who)),
  };
}

function addExpert(incident: Incident, { login, area }: FactOf<"add-expert">): Incident {
  const present = incident.experts.some((expert) => isSameLogin(expert.login, login));
  const experts = present
    ? incident.experts.map((expert) =>
        isSameLogin(expert.login, login) ? { login, area } : expert,
      )
    : [...incident.experts, { login, area }];
  return { ...incident, experts, ...without(incident, "experts") };
}

function setPhase(incident: Incident, { phase }: FactOf<"set-phase">, at: Instant): Incident {
  // A community's confirmation is of one resolution: when the incident goes on, it is asked for anew.
  const over = phase === "resolved";
  const again = !over && (incident.phase === "resolved" || incident.closed !== null);
  return {
    ...incident,
    phase,
    phaseSince: at,
    ...mitigation(incident, phase, at),
    ...(over ? { report: incident.report ?? wantedReport(at) } : {}),
    confirmedAt: over ? incident.confirmedAt : null,
    ...(again ? respondAgain(incident, at) : {}),
    // What says that it is over is not true any more.
    ...(over || incident.held?.text.name !== "resolved" ? {} : { held: null }),
    ...(incident.announcing ? { announcing: null } : {}),
    // What ended went on.
    ...(over || incident.impactEnded === undefined ? {} : { impactEnded: null }),
    ...without(incident, "status"),
  };
}

// What did not hold was no mitigation; a resolution alone is none either.
function mitigation({ mitigatedAt }: Incident, phase: Incident["phase"], at: Instant) {
  if (phase === "investigating") return { mitigatedAt: null };
  return phase === "mitigated" ? { mitigatedAt: mitigatedAt ?? at } : {};
}

/** A response that begins anew: help is asked for anew, and that it is over has to be told anew. */
export function respondAgain(
  incident: Incident,
  at: Instant,
): Pick<Incident, "respondingSince" | "escalation" | "vouched"> {
  const { announce: _, ...vouched } = incident.vouched;
  return { respondingSince: at, escalation: null, vouched };
}

function vouch(incident: Incident, { step, by }: FactOf<"vouch">, at: Instant): Incident {
  const { [step]: _, ...others } = incident.vouched;
  const next = { ...incident, vouched: by === null ? others : { ...others, [step]: { at, by } } };
  // Whoever told the community themselves needs nobody's word for it.
  const isNeedless = step === "announce" && by !== null && incident.held?.text.name === "resolved";
  return isNeedless ? { ...next, held: null } : next;
}

const wantReport = ({ report }: Incident, at: Instant): ReportProgress =>
  report === undefined || report === null ? wantedReport(at) : { ...report, wantedAt: at };

const wantActions = ({ report }: Incident): ReportProgress | null =>
  report === undefined || report === null ? null : { ...report, actions: "wanted" };

// Whoever tells the community after the resolution tells them of it.
const recordUpdate = (
  incident: Incident,
  { update, isToBeSent = false }: FactOf<"record-update">,
): Incident =>
  incident.phase === "resolved" && incident.vouched.announce === undefined && !isToBeSent
    ? { ...vouch(incident, { kind: "vouch", step: "announce", by: update.by }, update.at), update }
    : { ...incident, update };

// What was put off until a time that is past puts nothing off any more.
function snooze(incident: Incident, { snooze: next }: FactOf<"snooze">, at: Instant): Incident {
  const others = incident.snoozes.filter(({ name, until }) => name !== next.name && until > at);
  return { ...incident, snoozes: [...others, next] };
}

// Sitrep's own closing needs no look more to be known; should GitHub refuse it, the status comment says so.
function wantState(incident: Incident, fact: FactOf<"want-state">, at: Instant): Incident {
  const { state, by = null } = fact;
  const reason = state === "closed-as-completed" ? "completed" : "not_planned";
  const closed = state === "open" ? null : { at, by, reason };
  return {
    ...incident,
    closed,
    wanted: { state, since: at },
    ...(incident.held && state !== "open" ? { held: null } : {}),
  };
}

/** The incident with one more fact, which became true at `at`. Mutates nothing. */
export function applyFact(incident: Incident, fact: Fact, at: Instant): Incident {
  switch (fact.kind) {
    case "designate":
      return designate(incident, fact, at);
    case "ask":
      return {
        ...incident,
        asks: [...withoutAsks(incident, fact.ask.role).asks, { ...fact.ask, since: at }],
      };
    case "settle":
      return { ...incident, ...withoutAsks(incident, fact.role) };
    case "add-expert":
      return addExpert(incident, fact);
    case "release-expert":
      return {
        ...incident,
        experts: incident.experts.filter((expert) => !isSameLogin(expert.login, fact.login)),
        ...without(incident, "experts"),
      };
    case "set-severity":
      return { ...incident, severity: fact.severity, ...without(incident, "severity") };
    case "set-phase":
      return setPhase(incident, fact, at);
    case "set-tickets":
      return { ...incident, tickets: fact.tickets, ...without(incident, "ticket") };
    case "set-representative":
      return { ...incident, representative: fact.login, ...without(incident, "representative") };
    case "set-impact-started":
      return { ...incident, impactStarted: fact.at, ...without(incident, "impactStarted") };
    case "set-impact-ended":
      return { ...incident, impactEnded: fact.at };
    case "record-update":
      return recordUpdate(incident, fact);
    case "say":
      return say(incident, fact, at);
    case "hold":
      return hold(incident, fact, at);
    case "told":
      return told(incident, fact, at);
    case "answered":
      return answered(incident, fact, at);
    case "confirm":
      return { ...incident, confirmedAt: at };
    case "escalate":
      return { ...incident, escalation: { at, by: fact.by, why: fact.why }, backlogSince: at };
    case "want-backlog":
      return { ...incident, backlogSince: at };
    case "vouch":
      return vouch(incident, fact, at);
    case "want-report":
      return { ...incident, report: wantReport(incident, at) };
    case "want-action":
      return { ...incident, actionsWanted: [...(incident.actionsWanted ?? []), fact.action] };
    case "want-actions":
      return { ...incident, report: wantActions(incident) };
    case "follow-report":
      return { ...incident, report: fact.report };
    case "snooze":
      return snooze(incident, fact, at);
    case "refuse-close":
      return { ...incident, closeRefusedAt: at };
    case "want-state":
      return wantState(incident, fact, at);
    case "claim":
      return {
        ...incident,
        claims: [...without(incident, fact.claim.field).claims, fact.claim],
      };
    case "unclaim":
      return { ...incident, ...without(incident, fact.field) };
    case "log":
      return log(incident, { at, ...fact.entry });
    default:
      return assertNever(fact);
  }
}
