import type { StatusView } from "../effects/status-view.ts";
import { isOngoing } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { addDuration, toWords } from "../incident/time/index.ts";
import { toShownItem } from "./shown-agenda.ts";
import { capped } from "./shown.ts";

/** What is due next, soonest first, at most `most`; null while nothing is. */
export function toAgendaSection(
  { agenda }: StatusView,
  policy: Policy,
  most: number,
): object | null {
  if (agenda.length === 0) return null;
  const { items, more } = capped(agenda, most);
  return { items: items.map((item) => toShownItem(item, policy)), more };
}

/**
 * What is missing before it may be closed: from the resolution on, or once a closing was refused. Of what was closed, only
 * what is missing all the same.
 */
export function toGateSection({ incident, gates }: StatusView, policy: Policy): object | null {
  const { active, phase, closed, wanted, closeRefusedAt } = incident;
  const shut = gates.filter(({ isOpen }) => !isOpen);
  const isClosed = closed !== null && wanted?.state !== "open";
  if (!active || (phase !== "resolved" && closeRefusedAt === null && !isClosed)) return null;
  if (isClosed && (shut.length === 0 || closed.reason !== "completed")) return null;
  return { shut, isClosed, blocks: policy.closeGate === "reopen" };
}

/** When the next status update is due, and by which rule: a promise, or the policy's `every`, in words. */
export interface NextUpdate {
  readonly at: Instant;
  readonly every: string | null;
  /** Whether `every` counts from the start of the response, since none was given in it. */
  readonly isFirst: boolean;
}

/** Null when none is asked for: it is over, or the policy asks for none and nobody promised one. */
export function toNextUpdate({ incident }: StatusView, policy: Policy): NextUpdate | null {
  if (!isOngoing(incident)) return null;
  const { update, respondingSince } = incident;
  const isFirst = update === null || update.at < respondingSince;
  const promise = isFirst ? null : update.nextAt;
  if (promise !== null) return { at: promise, every: null, isFirst };
  const settings = policy.reminders["update-due"];
  if (settings === null) return null;
  const from = isFirst ? respondingSince : update.at;
  const at = addDuration(policy.calendar, from, settings.every);
  return at === null ? null : { at, every: toWords(settings.every), isFirst };
}
