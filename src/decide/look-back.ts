import { isOngoing, type Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { MachineRecord } from "../incident/record.ts";
import { toTraits } from "./related/earlier.ts";
import { findUnfinished, type FoundUnfinished } from "./related/find-unfinished.ts";
import { withOutcomes, type Given, type Walk } from "./walk.ts";

// Later, whoever works on it has found their way; and an incident that Sitrep comes late to is no news.
const LOOK_BACK_MS = 60 * 60_000;
const CAUSE = "declared";
const NAME = "unfinished";

/**
 * Was it looked at what earlier incidents left unfinished, in this look or before? Where the record is lost, the comment tells;
 * where there was nothing to tell, it is looked for again, which does no harm.
 */
export const hasLookedBack = ({
  snapshot,
  earlier,
}: Pick<Given, "snapshot" | "earlier">): boolean => (earlier ?? null) !== null || wasTold(snapshot);

const wasTold = ({ record, posts }: Given["snapshot"]): boolean =>
  record?.lookedBack === true || posts.some(({ key }) => key === `${CAUSE}/${NAME}`);

/** Whether earlier incidents are to be compared with this one: it was declared within the hour, goes on, and they were not yet. */
export const wantsEarlier = (
  incident: Incident,
  { snapshot, policy }: Pick<Given, "snapshot" | "policy">,
  now: Instant,
): boolean =>
  policy.related !== null &&
  isOngoing(incident) &&
  now - incident.declaredAt < LOOK_BACK_MS &&
  !wasTold(snapshot);

/** When it is too late to look back. */
export const lookBackUntil = ({ declaredAt }: Incident): Instant => declaredAt + LOOK_BACK_MS;

/** What earlier incidents left unfinished that has to do with this one. `desk`: what is known of its tickets. */
export function unfinishedBefore(
  { declaredAt }: Incident,
  text: string,
  desk: MachineRecord["desk"],
  { snapshot, policy, vocabulary, earlier }: Given,
): FoundUnfinished {
  const comparing = { policy, vocabulary };
  const { key, url, title, labels } = snapshot;
  const companies = (desk?.companies ?? []).map(({ company }) => company);
  const traits = toTraits({ title, labels, body: text }, companies, comparing);
  return findUnfinished({ ...traits, number: key.number, url, at: declaredAt }, earlier ?? []);
}

/**
 * The walk with a comment to whoever leads about what earlier, related incidents left unfinished: once after a declaration, and
 * only where there is something (docs/process.md, Unfinished business).
 */
export function lookBack(walk: Walk, incident: Incident, given: Given, now: Instant): Walk {
  if ((given.earlier ?? null) === null || !wantsEarlier(incident, given, now)) return walk;
  const { items, more } = unfinishedBefore(incident, walk.text, given.snapshot.record?.desk, given);
  if (items.length === 0) return walk;
  const data = { to: incident.commander, items, more };
  const post = { kind: "post", key: NAME, message: { name: NAME, data } } as const;
  return withOutcomes(walk, [post], { key: CAUSE, at: now, done: false });
}
