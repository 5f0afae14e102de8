import type { Fact } from "../effects/index.ts";
import { NOTHING_SAID, type CommunityText } from "../incident/community.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";

/** The facts of one kind. */
export type FactOf<Kind extends Fact["kind"]> = Extract<Fact, { readonly kind: Kind }>;

const announced = ({ name }: CommunityText, at: Instant): Pick<Incident, "announcing"> =>
  name === "resolved" ? { announcing: at } : {};

/** A text goes out: nothing waits any more. */
export const say = (incident: Incident, { text }: FactOf<"say">, at: Instant): Incident => ({
  ...incident,
  ...(incident.held ? { held: null } : {}),
  ...announced(text, at),
});

/** A text waits, in the place of one that did. */
export function hold(
  incident: Incident,
  { text, mayBeSent }: FactOf<"hold">,
  at: Instant,
): Incident {
  const count = (incident.heldCount ?? 0) + 1;
  const held = { text, mayBeSent, count };
  return { ...incident, heldCount: count, held, ...announced(text, at) };
}

const later = (one: Instant | null, other: Instant): Instant => Math.max(one ?? other, other);

/**
 * A message stands in a ticket. After the resolution that tells the community of it: their silence counts from then, and anew from
 * whatever they are told later.
 */
export function told(incident: Incident, { name, by }: FactOf<"told">, at: Instant): Incident {
  const { community = NOTHING_SAID, phase, vouched } = incident;
  const isFirst = name === "first-response";
  const acknowledgedAt = isFirst ? later(community.acknowledgedAt, at) : community.acknowledgedAt;
  const next = { ...community, acknowledgedAt, toldAt: later(community.toldAt, at) };
  const isAfter = name === "update" && vouched.announce !== undefined;
  if (phase !== "resolved" || by === null || !(name === "resolved" || isAfter))
    return { ...incident, community: next };
  const announce = { at: later(vouched.announce?.at ?? null, at), by };
  return { ...incident, community: next, vouched: { ...vouched, announce } };
}

/** The community wrote in a ticket. */
export function answered(
  incident: Incident,
  { ticket }: FactOf<"answered">,
  at: Instant,
): Incident {
  const community = { ...(incident.community ?? NOTHING_SAID), answeredAt: at, answeredIn: ticket };
  return { ...incident, community };
}
