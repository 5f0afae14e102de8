import { COMMANDS, findCommand, isRejection } from "../commands/index.ts";
import type { Outcome } from "../effects/index.ts";
import type { BodyFields } from "../incident/fields/index.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { Person } from "../incident/person.ts";
import type { PhaseName } from "../incident/phases.ts";
import { briefOf, type Given } from "./walk.ts";

/** The command that does what putting a phase's label on, or writing it into the Status field, does by hand. */
export const COMMAND_OF_PHASE = {
  investigating: "reopen",
  mitigated: "mitigated",
  resolved: "resolve",
} as const satisfies Record<PhaseName, string>;

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
  name: string,
  line: string,
  { actor, at, incident, fields }: ByHand,
  given: Given,
): readonly Outcome[] {
  const command = findCommand(name);
  const parsed = command?.parse({ line, more: "" }, given.policy);
  if (command === null || parsed?.kind !== "value") return [];
  const result = command.decide(parsed.value, {
    incident,
    policy: given.policy,
    people: given.people,
    actor,
    at,
    url: given.snapshot.url,
    statusUrl: given.snapshot.status?.url ?? null,
    brief: briefOf(incident, fields),
    trusted: true,
    commands: COMMANDS,
  });
  return isRejection(result) ? [] : result;
}
