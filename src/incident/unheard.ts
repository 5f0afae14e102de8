import type { Incident } from "./incident.ts";
import type { Instant } from "./instant.ts";

/**
 * When the community wrote in a ticket what nobody has reacted to yet: no update since, no other state of the incident, and nobody told
 * them anew that it is over. Null: there is no such answer.
 */
export function unheardSince({
  community,
  update,
  phaseSince,
  confirmedAt,
  vouched,
}: Incident): Instant | null {
  const answeredAt = community?.answeredAt ?? null;
  if (answeredAt === null || confirmedAt !== null) return null;
  const heard = Math.max(update?.at ?? 0, phaseSince, vouched.announce?.at ?? 0);
  return heard > answeredAt ? null : answeredAt;
}
