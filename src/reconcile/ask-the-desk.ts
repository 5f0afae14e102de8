import { surroundingsOf } from "../decide/index.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { MachineRecord } from "../incident/record.ts";
import { renderTicket } from "../messages/index.ts";
import { awaitsAnswer, nextAskAt } from "./asking.ts";
import type { Remembered } from "./memory.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { tellDesk, type ToldDesk } from "./tell-desk.ts";

const isDown = ({ troubles }: ToldDesk): boolean => troubles.some(({ place }) => place === null);

/** When it is time to ask again; null: at once. */
function nextAskedAt(incident: Incident, { asked }: Remembered): Instant | null {
  return asked === null ? null : Math.max(nextAskAt(incident, asked.at), asked.at + asked.pauseMs);
}

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
  const { troubles } = remembered;
  const nextAt = nextAskedAt(incident, remembered);
  const isTime = nextAt === null || nextAt <= now();
  // What could not be asked about a ticket is asked again when somebody may have mended it.
  const isTried = (ticket: string): boolean => troubles.some(({ place }) => place === ticket);
  const asked = awaitsAnswer(incident) ? desk.known.filter((one) => isTime || isTried(one)) : [];
  const told = await tellDesk({
    tickets,
    desk,
    asked,
    policy: policy.ticket,
    isResolved: incident.phase === "resolved",
    troubles,
    render: (message, canned) => renderTicket(message, around, canned),
    now: now(),
  });
  if (isTime && !isDown(told)) remembered.asked = { at: now(), pauseMs: told.pauseMs };
  return told;
}

/** When the tickets have to be looked at again; null: nothing is waited for there, or the desk is down. */
export function deskAgainAt(
  { desk, incident }: MachineRecord,
  told: ToldDesk | null,
  remembered: Remembered,
): Instant | null {
  if (told === null || isDown(told) || !awaitsAnswer(incident)) return null;
  return (desk?.known.length ?? 0) > 0 ? nextAskedAt(incident, remembered) : null;
}
