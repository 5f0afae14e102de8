import { NOTHING_SAID } from "../incident/community.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";

const MINUTE = 60_000;
const EVERY_MS = 10 * MINUTE;
const MOST_MS = 60 * MINUTE;
// After an hour of quiet it is every ten minutes still, after six it is every hour.
const QUIETER = 6;

/** Does the incident wait for the community: is it open, and did they not confirm that it is over? */
export const awaitsAnswer = ({ active, closed, confirmedAt }: Incident): boolean =>
  active && closed === null && confirmedAt === null;

/**
 * When the tickets are looked through for an answer again, after they were at `askedAt`: every ten minutes, and less often the longer
 * nothing went to and fro, but every hour.
 */
export function nextAskAt({ community, declaredAt }: Incident, askedAt: Instant): Instant {
  const { toldAt, answeredAt } = community ?? NOTHING_SAID;
  const quiet = askedAt - Math.max(toldAt ?? declaredAt, answeredAt ?? declaredAt);
  return askedAt + Math.min(Math.max(quiet / QUIETER, EVERY_MS), MOST_MS);
}
