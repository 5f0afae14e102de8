import { COMMANDS, isRejection, mitigated, resolve, type Command } from "../commands/index.ts";
import type { Outcome } from "../effects/index.ts";
import type { BodyFields } from "../incident/fields/index.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { Person } from "../incident/person.ts";
import type { PhaseName } from "../incident/phases.ts";
import { toAgenda } from "../reminders/index.ts";
import { reachOf } from "./tell-desk.ts";
import { briefOf, situationOf, type Given } from "./walk.ts";

/** Something that a person did by hand and that a command does too. */
export interface ByHand {
  readonly actor: Person;
  readonly at: Instant;
  readonly incident: Incident;
  readonly fields: BodyFields;
}

/**
 * What the command brings about, for somebody who did the same by hand: one effect, however it is asked for. Nothing when
 * the command would refuse. Whether the person may do it by hand was judged before.
 */
export function asCommand(
  command: Command,
  line: string,
  { actor, at, incident, fields }: ByHand,
  given: Given,
): readonly Outcome[] {
  const parsed = command.parse({ line, more: "" }, given.policy);
  if (parsed.kind === "problem") return [];
  const result = command.decide(parsed.value, {
    incident,
    policy: given.policy,
    people: given.people,
    actor,
    at,
    url: given.snapshot.url,
    statusUrl: given.snapshot.status?.url ?? null,
    brief: briefOf(incident, fields),
    situation: situationOf(incident, fields, given),
    community: reachOf(incident, given),
    agenda: () => toAgenda(situationOf(incident, fields, given)),
    trusted: true,
    writtenThen: () => null,
    commands: COMMANDS,
  });
  return isRejection(result) ? [] : result;
}

/** What follows when somebody puts a phase's label on or writes the phase into the Status field; nothing when it is so already. */
export function toPhase(phase: PhaseName, byHand: ByHand, given: Given): readonly Outcome[] {
  if (phase !== "investigating") {
    return asCommand(phase === "mitigated" ? mitigated : resolve, "", byHand, given);
  }
  const { incident, actor } = byHand;
  if (incident.phase === phase) return [];
  const by = actor.login;
  const data = { by, why: null, commander: incident.commander };
  return [
    { kind: "set-phase", phase },
    { kind: "log", entry: { kind: "phase", by, what: phase } },
    { kind: "post", key: "reopened", message: { name: "reopened", data } },
  ];
}
