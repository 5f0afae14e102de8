import type { Incident, Reminded } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { ReminderName } from "../incident/reminder-settings.ts";
import type { TimelineKind } from "../incident/timeline.ts";
import { NO_DETAILS, type ReportEvent } from "./facts.ts";

/** What people do when they act on a reminder; none: it is no part of the response, or its own entry tells of it. */
const ANSWERS: Readonly<Record<ReminderName, readonly TimelineKind[]>> = {
  "commander-missing": ["role"],
  "confirm-role": ["accepted", "declined", "role"],
  escalate: [],
  "update-due": ["update"],
  "handoff-suggested": ["handoff-asked", "role"],
  "gone-quiet": ["note", "update", "phase"],
  "community-answered": ["update", "confirmed", "reopened"],
  "confirm-with-community": ["confirmed"],
  "may-close": [],
  "report-due": [],
  "action-items-open": [],
};

function answeredAt({ name, at, subject }: Reminded, { timeline }: Incident): Instant | null {
  if (name === "policy-broken" || name === "text-waits") return null;
  const kinds = ANSWERS[name];
  const isAbout = (what: string | undefined): boolean =>
    (name !== "confirm-role" && name !== "handoff-suggested") ||
    what === undefined ||
    subject.includes(what);
  const answer = timeline.find(
    (entry) => entry.at > at && kinds.includes(entry.kind) && isAbout(entry.what),
  );
  return answer?.at ?? null;
}

/**
 * The reminders on which somebody acted, each with when that was; of several that were answered by the same act, the last
 * one.
 */
export function toReminded(incident: Incident): readonly ReportEvent[] {
  const answered = incident.reminded.flatMap((sent) => {
    const at = answeredAt(sent, incident);
    return at === null ? [] : [{ sent, at }];
  });
  const last = answered.filter(
    ({ sent, at }, index) =>
      !answered.slice(index + 1).some((later) => later.sent.name === sent.name && later.at === at),
  );
  return last.map(({ sent, at }) => ({
    ...NO_DETAILS,
    at: sent.at,
    kind: "reminded",
    what: sent.name,
    answeredAt: at,
  }));
}
