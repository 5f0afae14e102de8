import { severityCommand } from "../commands/index.ts";
import { isSameLogin } from "../incident/actor.ts";
import type { Person } from "../incident/person.ts";
import { phaseOfLabel } from "../incident/phases.ts";
import type { LabelEvent, StateEvent, ThreadEvent, UnassignEvent } from "../incident/snapshot.ts";
import { assertNever } from "../incident/assert-never.ts";
import { asCommand, toPhase } from "./as-command.ts";
import { closedByHand, reopenedByHand } from "./by-hand.ts";
import { hear } from "./comment.ts";
import { declare, holdsRole } from "./declare.ts";
import { withOutcomes, type Given, type Walk } from "./walk.ts";
import { wordsHeard } from "./words-heard.ts";

/** Is this one of the policy's declaring labels? Names are compared without regard to case, as GitHub does. */
export const isDeclaring = (label: string, { policy }: Pick<Given, "policy">): boolean =>
  policy.labels.some((name) => name.toLowerCase() === label.toLowerCase());

// Whoever can put a label on has rights that GitHub checked.
const labeller = (event: LabelEvent, given: Given): Person =>
  given.people.get(event.actor.login.toLowerCase()) ?? {
    login: event.actor.login,
    nodeId: null,
    role: "triage",
  };

function labeled(walk: Walk, event: LabelEvent, given: Given): Walk {
  if (isDeclaring(event.label, given)) {
    const by = event.actor.kind === "person" ? labeller(event, given) : null;
    return declare(walk, { at: event.at, by }, given);
  }
  if (walk.incident?.active !== true || event.actor.kind !== "person") return walk;
  const { incident, fields } = walk;
  const byHand = { actor: labeller(event, given), at: event.at, incident, fields };
  const cause = { key: event.id, at: event.at, done: false };
  const phase = phaseOfLabel(event.label, given.policy.phases);
  if (phase !== null) return withOutcomes(walk, toPhase(phase, byHand, given), cause);
  const severity = given.policy.severities.find((name) => isSameLogin(name, event.label));
  if (severity === undefined) return walk;
  return withOutcomes(walk, asCommand(severityCommand, severity, byHand, given), cause);
}

function unlabeled(walk: Walk, event: LabelEvent, given: Given): Walk {
  const { incident } = walk;
  if (incident?.active !== true || !isDeclaring(event.label, given)) return walk;
  const another = given.snapshot.labels.some(
    (label) => isDeclaring(label, given) && !isSameLogin(label, event.label),
  );
  if (another) return walk;
  const by = event.actor.kind === "person" ? event.actor.login : null;
  const cause = { key: event.id, at: event.at, done: false };
  const off = { ...walk, incident: { ...incident, active: false } };
  return withOutcomes(off, [{ kind: "log", entry: { kind: "label-removed", by } }], cause);
}

/** The walk after the issue was closed or opened; what Sitrep wanted before is settled by it. */
function stateChanged(walk: Walk, event: StateEvent, given: Given): Walk {
  const { incident: found } = walk;
  if (found === null) return walk;
  const settled = found.wanted !== null && found.wanted.since <= event.at;
  const incident = settled ? { ...found, wanted: null } : found;
  if (event.actor.kind !== "self") {
    return event.kind === "closed"
      ? closedByHand(walk, incident, event, given)
      : reopenedByHand(walk, incident, event);
  }
  const happened = { at: event.at, by: null, reason: event.reason ?? "completed" };
  const closed = event.kind === "closed" ? (incident.closed ?? happened) : null;
  return { ...walk, incident: { ...incident, closed } };
}

function unassigned(walk: Walk, event: UnassignEvent): Walk {
  const { incident } = walk;
  if (event.actor.kind === "self") {
    // Whoever is assigned later was assigned anew, by a person.
    return { ...walk, held: walk.held.filter((login) => !isSameLogin(login, event.login)) };
  }
  if (incident === null || !holdsRole(incident, event.login)) return walk;
  return {
    ...walk,
    incident: { ...incident, unassigned: [...incident.unassigned, event.login] },
  };
}

/** The walk after one event of the thread; what Sitrep did itself only tells that it is done. */
export function follow(walk: Walk, event: ThreadEvent, given: Given): Walk {
  switch (event.kind) {
    case "comment":
      // Whoever wrote the words last is asked for the rights.
      return wordsHeard(
        hear(walk, { ...event, actor: event.editor ?? event.actor, subject: event.id }, given),
        event,
        given,
      );
    case "labeled":
      return event.actor.kind === "self" ? walk : labeled(walk, event, given);
    case "unlabeled":
      return event.actor.kind === "self" ? walk : unlabeled(walk, event, given);
    case "closed":
    case "reopened":
      return stateChanged(walk, event, given);
    case "unassigned":
      return unassigned(walk, event);
    default:
      return assertNever(event);
  }
}
