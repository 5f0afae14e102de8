import { CLOSING_KEYS, toClosedAnyway, toRefusedClose } from "../effects/closing.ts";
import type { Outcome } from "../effects/index.ts";
import { readFields } from "../incident/fields/index.ts";
import { shutGates } from "../incident/gates.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { mayCommand, personOf } from "../incident/person.ts";
import type { OwnPost, Snapshot, StateEvent } from "../incident/snapshot.ts";
import { CLOSED_STATUS } from "./rules/body.ts";
import { isFromThread, situationOf, withOutcomes, type Given, type Walk } from "./walk.ts";

/** Within this time after a closing was refused, a person who closes by hand means it. ms. */
export const AGAIN_MS = 10 * 60_000;

// An automation that answers every opening by a closing would go on for ever.
const TRIES = 5;
const TRIES_MS = 60 * 60_000;

/** Is this closing one that gates hold? Closing as not planned or as a duplicate has none. */
export const isGated = ({ reason }: StateEvent): boolean => (reason ?? "completed") === "completed";

/** How a closing by hand is answered: let be, with a note where something is missing, or a comment too; or undone. */
type Verdict = "closed" | "closed-anyway" | "warned" | "refused";

const isWithin = (from: Instant, at: Instant): boolean => from <= at && at - from <= AGAIN_MS;

const isRefusal = ({ key }: OwnPost): boolean => key.endsWith(`/${CLOSING_KEYS.refused}`);

const nextState = (event: StateEvent, { events }: Snapshot): StateEvent | null =>
  events
    .slice(events.findIndex(({ id }) => id === event.id) + 1)
    .find((one): one is StateEvent => one.kind === "closed" || one.kind === "reopened") ?? null;

// A gate that nobody has seen yet holds nobody: what was closed before Sitrep came stays closed.
function isFollowed({ followedSince }: Incident, { at }: StateEvent, { snapshot }: Given): boolean {
  const { record, status, posts } = snapshot;
  if (record !== null) return followedSince < at;
  const marks = [...posts, ...(status === null ? [] : [{ at: status.createdAt }])];
  return marks.some((mark) => mark.at < at);
}

/**
 * How Sitrep answered this closing before, as the thread shows: by a comment, or by writing into the top comment that it is
 * closed. So what was let be stays so when the record is lost, though the policy may be another by then; null: no sign of it.
 */
function answered(event: StateEvent, given: Given): Verdict | null {
  const { snapshot, vocabulary } = given;
  const stands = (end: string): boolean =>
    snapshot.posts.some(({ key }) => key === `${event.id}/${end}`);
  if (stands(CLOSING_KEYS.refused)) return "refused";
  if (stands(CLOSING_KEYS.warned)) return "warned";
  if (!isFromThread(given)) return null;
  const until = nextState(event, snapshot)?.at ?? Infinity;
  const written = snapshot.versions.some(
    ({ editor, at, text }) =>
      editor.kind === "self" &&
      at >= event.at &&
      at <= until &&
      text !== null &&
      readFields(text, vocabulary).status === CLOSED_STATUS,
  );
  return written ? "closed-anyway" : null;
}

const mayClose = ({ actor }: StateEvent, { people, policy }: Given): boolean =>
  actor.kind === "person" && mayCommand(personOf(people, actor.login), policy);

/** Was a closing refused so shortly before that whoever closes now knows of it? Told later than it happened counts from then. */
function isWarned({ closeRefusedAt }: Incident, { at }: StateEvent, { snapshot }: Given): boolean {
  const told = snapshot.posts.filter(isRefusal).map((post) => post.at);
  return [closeRefusedAt ?? -Infinity, ...told].some((from) => isWithin(from, at));
}

/** Has Sitrep undone so many closings of late that one more by an automation is let be? */
const isFutile = ({ timeline }: Incident, { at, actor }: StateEvent): boolean =>
  actor.kind !== "person" &&
  timeline.filter((entry) => entry.kind === "close-refused" && at - entry.at < TRIES_MS).length >=
    TRIES;

function toVerdict(
  incident: Incident,
  event: StateEvent,
  isMissing: boolean,
  given: Given,
): Verdict {
  if (!incident.active || !isGated(event)) return "closed";
  const before = answered(event, given);
  if (before !== null) return before === "closed-anyway" && !isMissing ? "closed" : before;
  const { closeGate } = given.policy;
  if (!isMissing || closeGate === "off" || !isFollowed(incident, event, given)) return "closed";
  if (closeGate === "warn" || isFutile(incident, event)) return "warned";
  return mayClose(event, given) && isWarned(incident, event, given) ? "closed-anyway" : "refused";
}

/**
 * What follows from refusing it. Where somebody has opened or closed it since, they were quicker; and where a closing was
 * refused a moment ago, its comment stands still.
 */
function refuse(
  walk: Walk,
  incident: Incident,
  event: StateEvent,
  outcomes: readonly Outcome[],
  given: Given,
): Walk {
  const next = nextState(event, given.snapshot);
  const cause = { key: event.id, at: event.at, done: next?.actor.kind === "self" };
  const silent = outcomes.filter(({ kind }) => kind !== "post");
  if (next !== null && next.actor.kind !== "self") {
    const closed = { at: event.at, by: loginOf(event), reason: "completed" };
    return withOutcomes({ ...walk, incident: { ...incident, closed } }, silent, cause);
  }
  const told = isWarned(incident, event, given) ? silent : outcomes;
  return withOutcomes(
    { ...walk, incident },
    [{ kind: "want-state", state: "open" }, ...told],
    cause,
  );
}

const loginOf = ({ actor }: StateEvent): string | null =>
  actor.kind === "person" ? actor.login : null;

/** The walk after anybody but Sitrep closed the issue: as completed, everything has to be done (docs/process.md, step 12). */
export function closedByHand(
  walk: Walk,
  incident: Incident,
  event: StateEvent,
  given: Given,
): Walk {
  const by = loginOf(event);
  const gates = shutGates(situationOf(incident, walk.fields, given), event.at);
  const verdict = toVerdict(incident, event, gates.length > 0, given);
  const { closeGate } = given.policy;
  const may = by === null || verdict === "closed" || mayClose(event, given);
  const close = { by, how: "hand", may, gates, closeGate } as const;
  if (verdict === "refused") return refuse(walk, incident, event, toRefusedClose(close), given);
  const closed = { at: event.at, by, reason: event.reason ?? "completed" };
  const log: Outcome = { kind: "log", entry: { kind: "closed", by, what: closed.reason } };
  const warns = verdict === "warned";
  const outcomes = verdict === "closed" ? [log] : toClosedAnyway(close, warns);
  const cause = { key: event.id, at: event.at, done: false };
  return withOutcomes({ ...walk, incident: { ...incident, closed } }, outcomes, cause);
}

/**
 * The walk after anybody but Sitrep opened the issue again: the incident is responded to anew, unless a closing that was no
 * resolution is undone within minutes.
 */
export function reopenedByHand(walk: Walk, incident: Incident, event: StateEvent): Walk {
  const { closed, phase } = incident;
  const isUndone = phase !== "resolved" && (closed === null || isWithin(closed.at, event.at));
  const again: readonly Outcome[] = isUndone ? [] : [{ kind: "set-phase", phase: "investigating" }];
  const log: Outcome = { kind: "log", entry: { kind: "reopened", by: loginOf(event) } };
  const cause = { key: event.id, at: event.at, done: false };
  const next = withOutcomes({ ...walk, incident }, [...again, log], cause);
  return next.incident === null ? next : { ...next, incident: { ...next.incident, closed: null } };
}
