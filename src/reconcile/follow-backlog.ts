import type { Backlog, BacklogIssue, FieldToSet } from "../effects/backlog.ts";
import { TerminalError } from "../incident/errors.ts";
import type { Instant } from "../incident/instant.ts";
import type { BacklogItem } from "../incident/backlog-item.ts";
import type { ProjectPlace } from "../incident/project.ts";
import { toTrouble, waitingAt, type Trouble, type Troubled } from "./trouble.ts";

/** What following the backlog needs to know. */
export interface Following {
  readonly backlog: Backlog;
  readonly project: ProjectPlace;
  /** Base of the web pages of the GitHub that Sitrep is on, e.g. `https://github.com`. */
  readonly server: string;
  readonly issue: BacklogIssue;
  readonly item: BacklogItem;
  /** What has to stand in the item's fields. */
  readonly fields: readonly FieldToSet[];
  /** The record was lost: what was set long ago is not known, and people may have changed it since. */
  readonly isRebuilt: boolean;
  /** What went wrong the last time. */
  readonly troubles: readonly Trouble[];
  readonly now: Instant;
}

/** What came of it: the record's part, and what went wrong. */
export interface Followed {
  readonly item: BacklogItem;
  readonly troubles: readonly Trouble[];
}

// As for the chat: what is older was set then, or is no news any more.
const NEWS_MS = 60 * 60_000;
const STALE_MS = 7 * 24 * 60 * 60_000;

/** How long it has been for this field to be set: since it happened, or since the incident is wanted in the project. */
const ageOf = ({ at }: FieldToSet, { item, now }: Following): number =>
  now - Math.max(at, item.since);

/** The fields that are to be set still: not for what is long past. */
const missing = (following: Following, { set }: BacklogItem): readonly FieldToSet[] =>
  following.fields.filter(
    (one) => set[one.field] !== one.moment && ageOf(one, following) <= STALE_MS,
  );

const marked = (fields: readonly FieldToSet[]): BacklogItem["set"] =>
  Object.fromEntries(fields.map(({ field, moment }) => [field, moment]));

const placeOf = ({ item, troubles: before, now }: Following): Troubled => ({
  system: "Backlog",
  place: item.project,
  before,
  now,
});

/** A field for what happened: when something else happens, another value is due, which may do. */
const placeOfField = ({ field, moment }: FieldToSet, following: Following): Troubled => ({
  ...placeOf(following),
  about: `${field} ${moment}`,
});

/** The item in the project: found there, else put there. */
async function ensureItem(following: Following): Promise<BacklogItem> {
  const { backlog, project, issue, item, fields, isRebuilt } = following;
  if (item.id !== null) return item;
  const found = await backlog.find(project, issue);
  if (found === null) return { ...item, id: await backlog.add(project, issue), set: {} };
  const old = isRebuilt ? fields.filter((one) => ageOf(one, following) > NEWS_MS) : [];
  return { ...item, id: found, set: { ...item.set, ...marked(old) } };
}

/** The item with its fields as they have to be, but for those that cannot be set. */
async function ensureFields(following: Following, item: BacklogItem): Promise<Followed> {
  const { backlog, project, fields } = following;
  const owed = missing(following, item);
  const waiting = owed.flatMap((one) => waitingAt(placeOfField(one, following)) ?? []);
  const due = owed.filter((one) => waitingAt(placeOfField(one, following)) === undefined);
  if (item.id === null || due.length === 0) return { item, troubles: waiting };
  const lacks = await backlog.set(project, item.id, due);
  if (lacks === "gone") return { item: { ...item, id: null, gone: true }, troubles: [] };
  const whys = new Map(lacks.map(({ field, why }) => [field, why]));
  const done = due.filter(({ field }) => !whys.has(field));
  // Marks of what is not wanted any more are of no use.
  const kept = fields.filter(({ field, moment }) => item.set[field] === moment);
  const troubles = due.flatMap((one) => {
    const why = whys.get(one.field);
    return why === undefined
      ? []
      : [toTrouble(new TerminalError(why), placeOfField(one, following))];
  });
  const next = { ...item, set: marked([...kept, ...done]) };
  return { item: next, troubles: [...waiting, ...troubles] };
}

/** Whether there is nothing to do: all of it is so, or somebody took the item out, or it is too late. */
function isFollowed(following: Following): boolean {
  const { item, now } = following;
  if (item.gone) return true;
  return item.id === null ? now - item.since > STALE_MS : missing(following, item).length === 0;
}

/**
 * Puts the incident into the team's backlog, and sets what the policy wants to stand there: each field once for each thing that
 * happened, so that whoever moves the item by hand is not contradicted. Rejects only with what is a bug of Sitrep's own.
 */
export async function followBacklog(following: Following): Promise<Followed> {
  const { project, server } = following;
  const place = placeOf(following);
  let { item } = following;
  if (isFollowed(following)) return { item, troubles: [] };
  if (project.server !== null && project.server !== server) {
    const why = `The project is on ${project.server}, and Sitrep on ${server}. It reaches no other.`;
    return { item, troubles: [toTrouble(new TerminalError(why), place)] };
  }
  const waiting = waitingAt(place);
  if (waiting !== undefined) return { item, troubles: [waiting] };
  try {
    item = await ensureItem(following);
    return await ensureFields(following, item);
  } catch (error) {
    return { item, troubles: [toTrouble(error, place)] };
  }
}
