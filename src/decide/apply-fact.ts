import { isSameLogin } from "../incident/actor.ts";
import { assertNever } from "../incident/assert-never.ts";
import type { FieldName } from "../incident/fields/index.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { RoleName } from "../incident/roles.ts";
import type { Fact } from "../effects/index.ts";

const without = (incident: Incident, field: FieldName): Pick<Incident, "claims"> => ({
  claims: incident.claims.filter((claim) => claim.field !== field),
});

const withoutAsks = (incident: Incident, role: RoleName): Pick<Incident, "asks"> => ({
  asks: incident.asks.filter((ask) => ask.role !== role),
});

type FactOf<Kind extends Fact["kind"]> = Extract<Fact, { readonly kind: Kind }>;

function designate(incident: Incident, { role, who }: FactOf<"designate">): Incident {
  return {
    ...incident,
    [role]: who,
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
  const confirmedAt = phase === "resolved" ? incident.confirmedAt : null;
  return { ...incident, phase, phaseSince: at, confirmedAt, ...without(incident, "status") };
}

// Sitrep's own closing needs no look more to be known; should GitHub refuse it, the status comment says so.
function wantState(incident: Incident, { state }: FactOf<"want-state">, at: Instant): Incident {
  const closed = state === "open" ? null : { at, by: null, reason: "not_planned" };
  return { ...incident, closed, wanted: { state, since: at } };
}

/** The incident with one more fact, which became true at `at`. Mutates nothing. */
export function applyFact(incident: Incident, fact: Fact, at: Instant): Incident {
  switch (fact.kind) {
    case "designate":
      return designate(incident, fact);
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
    case "record-update":
      return { ...incident, update: fact.update };
    case "confirm":
      return { ...incident, confirmedAt: at };
    case "want-state":
      return wantState(incident, fact, at);
    case "claim":
      return {
        ...incident,
        claims: [...without(incident, fact.claim.field).claims, fact.claim],
      };
    case "log":
      return { ...incident, timeline: [...incident.timeline, { at, ...fact.entry }] };
    default:
      return assertNever(fact);
  }
}
