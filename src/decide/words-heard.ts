import { readCommandLines } from "../commands/index.ts";
import { isSameLogin } from "../incident/actor.ts";
import type { Incident } from "../incident/incident.ts";
import { mayCommand } from "../incident/person.ts";
import type { CommentEvent } from "../incident/snapshot.ts";
import { speaks } from "./comment.ts";
import { holdsRole } from "./declare.ts";
import { takenUp } from "./timeline-facts.ts";
import type { Given, Walk } from "./walk.ts";

/** Words by a person, without a command: what a command does tells more than that it was given. */
export const isPlain = ({ actor, text }: CommentEvent): boolean =>
  actor.kind === "person" && !speaks(readCommandLines(text));

function mayTakeUp(incident: Incident, login: string, { people, policy }: Given): boolean {
  const isExpert = incident.experts.some((expert) => isSameLogin(expert.login, login));
  const isKnown = holdsRole(incident, login) || isExpert;
  return isKnown || mayCommand(people.get(login.toLowerCase()), policy);
}

/**
 * The walk in which a person was heard; what bots say is no activity. Whoever may command and writes about an incident that nobody took
 * up yet has taken notice.
 */
export function wordsHeard(walk: Walk, event: CommentEvent, given: Given): Walk {
  const { incident } = walk;
  const { actor, at } = event;
  if (incident === null || actor.kind !== "person") return walk;
  const isRepresentative = isSameLogin(incident.representative, actor.login);
  const representativeHeardAt = isRepresentative ? at : incident.representativeHeardAt;
  const heard = { ...incident, heardAt: at, representativeHeardAt };
  const isNotice = incident.active && at > incident.declaredAt && isPlain(event);
  const takes = isNotice && mayTakeUp(incident, actor.login, given);
  return { ...walk, incident: takes ? takenUp(heard, at) : heard };
}
