import { surroundingsOf } from "../decide/index.ts";
import type { Instant } from "../incident/instant.ts";
import type { MachineRecord } from "../incident/record.ts";
import { renderTicket } from "../messages/index.ts";
import { awaitsAnswer, nextAskAt } from "./asking.ts";
import type { Remembered } from "./memory.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { tellDesk, type ToldDesk } from "./tell-desk.ts";

/** Tells the tickets what they are owed, and looks them through for an answer when it is time; null: no desk serves this owner. */
export async function askTheDesk(
  { desk, incident }: MachineRecord,
  { given }: Sight,
  remembered: Remembered,
  { ticketsOf, now }: LookOptions,
): Promise<ToldDesk | null> {
  const { snapshot, policy } = given;
  const tickets = ticketsOf(snapshot.key);
  if (tickets === null || desk === undefined) return null;
  const around = surroundingsOf(incident, given);
  const { askedAt, troubles } = remembered;
  const isTime = askedAt === null || nextAskAt(incident, askedAt) <= now();
  const asked = isTime && awaitsAnswer(incident) ? desk.known : [];
  const told = await tellDesk({
    tickets,
    desk,
    asked,
    policy: policy.ticket,
    troubles,
    render: (message, canned) => renderTicket(message, around, canned),
    now: now(),
  });
  // What could not be asked is asked again when that is worth trying.
  if (isTime && told.troubles.length === 0) remembered.askedAt = now();
  return told;
}

/** When the tickets have to be looked at again; null: nothing is waited for there. */
export function deskAgainAt(
  { desk, incident }: MachineRecord,
  told: ToldDesk | null,
  { askedAt }: Remembered,
): Instant | null {
  if (told === null || told.troubles.length > 0 || askedAt === null) return null;
  return awaitsAnswer(incident) && (desk?.known.length ?? 0) > 0
    ? nextAskAt(incident, askedAt)
    : null;
}
