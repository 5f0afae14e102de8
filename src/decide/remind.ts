import { gatesOf } from "../incident/gates.ts";
import type { Incident, Reminded } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { OwnPost, Snapshot } from "../incident/snapshot.ts";
import {
  factsOf,
  nextTurnAt,
  planReminders,
  readReminderKey,
  toAgenda,
  toReminderKey,
} from "../reminders/index.ts";
import type { Decision } from "./decide.ts";
import { tellHeld } from "./tell-held.ts";
import { tellPolicy } from "./tell-policy.ts";
import { situationOf, withOutcomes, type Given, type Walk } from "./walk.ts";

// Two clocks tell when a comment was made and when the record was written.
const CLOCKS_MS = 60_000;
// A comment that GitHub took is shown by then, or somebody deleted it.
const SHOWN_MS = 10 * 60_000;

const isSame = (one: Reminded, other: Reminded): boolean =>
  one.name === other.name && one.subject === other.subject && one.step === other.step;

/** Reminders that stand in the thread and not in the record: it was lost, or could not be written with them. */
export function unrecordedReminders({ posts, record }: Snapshot): readonly Reminded[] {
  const known = record?.incident.reminded ?? [];
  const since = record === null ? -Infinity : record.writtenAt - CLOCKS_MS;
  return posts.flatMap(({ key, nodeId, at, minimized }) => {
    const read = readReminderKey(key);
    if (read === null || at < since) return [];
    const sent: Reminded = { ...read, at, nodeId, outdated: minimized };
    return known.some((one) => isSame(one, sent)) ? [] : [sent];
  });
}

/** The walk after a reminder of which only its comment tells. */
export function withSent(walk: Walk, sent: Reminded, given: Given): Walk {
  if (walk.incident === null) return walk;
  const facts = factsOf(sent.name, sent.subject, situationOf(walk.incident, walk.fields, given));
  const incident = { ...walk.incident, reminded: [...walk.incident.reminded, sent] };
  const cause = { key: sent.name, at: sent.at, done: true };
  return withOutcomes({ ...walk, incident }, facts, cause);
}

/** The reminder with what the thread shows of its comment; null when there is nothing more to do about it. */
function outdated(sent: Reminded, post: OwnPost | undefined, now: Instant): Reminded | null {
  if (post === undefined) {
    // Out of sight: it is hidden by its node id, once.
    if (sent.nodeId === null || sent.nodeId === "") return now - sent.at > SHOWN_MS ? null : sent;
    return sent.outdated ? null : { ...sent, outdated: true };
  }
  if (post.minimized) return null;
  return post.nodeId === "" ? sent : { ...sent, nodeId: post.nodeId, outdated: true };
}

/** When Sitrep first wrote something here, as far as it still stands: since then it follows the incident. */
function followedSince({ status, posts, versions }: Snapshot, now: Instant): Instant {
  const written = versions.filter(({ editor }) => editor.kind === "self");
  const times = [
    ...[...posts, ...written].map(({ at }) => at),
    ...(status === null ? [] : [status.createdAt]),
  ];
  return times.length === 0 ? now : Math.min(...times);
}

/**
 * The walk with the reminders that are due at `now`, and with those marked for hiding that nobody has to act on any more:
 * a newer one came, or what they ask for is done. While Sitrep stands by, none is due.
 */
export function remind(
  walk: Walk,
  found: Incident,
  given: Given,
  now: Instant,
): Walk & { readonly incident: Incident } {
  const { snapshot } = given;
  const { record } = snapshot;
  const incident =
    record === null ? { ...found, followedSince: followedSince(snapshot, now) } : found;
  const situation = situationOf(incident, walk.fields, given);
  const plan = incident.active
    ? planReminders(situation, now, record?.writtenAt ?? null)
    : { posts: [], facts: [], live: [] };
  const told = tellPolicy(incident, given, now);
  const held = tellHeld(incident, given, now);
  const waited = [...plan.live, ...told.live, ...held.live];
  const postOf = (sent: Reminded): OwnPost | undefined =>
    snapshot.posts.find(({ key }) => key === toReminderKey(sent));
  const live = waited.map((sent) => ({ ...sent, nodeId: postOf(sent)?.nodeId ?? sent.nodeId }));
  const old = incident.reminded
    .filter((sent) => !waited.some((one) => isSame(one, sent)))
    .flatMap((sent) => outdated(sent, postOf(sent), now) ?? []);
  const next = { ...incident, reminded: [...live, ...old] };
  const cause = { key: "remind", at: now, done: false };
  const done = withOutcomes({ ...walk, incident: next }, plan.facts, cause);
  return {
    ...done,
    incident: done.incident ?? next,
    posts: [...done.posts, ...plan.posts, ...told.posts, ...held.posts],
    live: waited.map(toReminderKey),
    outdated: old.flatMap(({ nodeId, outdated: isToHide }) => (isToHide ? (nodeId ?? []) : [])),
  };
}

/** What is to come of an incident, and when to look at it again. */
export function lookAhead(
  incident: Incident,
  { fields }: Walk,
  given: Given,
  now: Instant,
): Pick<Decision, "agenda" | "gates" | "lookAgainAt"> {
  const situation = situationOf(incident, fields, given);
  const gates = gatesOf(situation, now);
  if (!incident.active) return { agenda: [], gates, lookAgainAt: null };
  const agenda = toAgenda(situation);
  const opening = gates.flatMap(({ opensAt }) =>
    opensAt !== null && opensAt > now ? [opensAt] : [],
  );
  const turn = nextTurnAt(agenda, situation, now);
  const times = turn === null ? opening : [...opening, turn];
  return { agenda, gates, lookAgainAt: times.length === 0 ? null : Math.min(...times) };
}
