import type { IssueEffect, StatusNotice } from "../effects/index.ts";
import { holdersOf, type Incident } from "../incident/incident.ts";
import { readFields } from "../incident/fields/index.ts";

import type { Instant } from "../incident/instant.ts";
import { toDigest, type MachineRecord } from "../incident/record.ts";
import type { BodyVersion, Snapshot, ThreadEvent } from "../incident/snapshot.ts";
import { archive } from "./archive.ts";
import { hear, type Speech } from "./comment.ts";
import { declare } from "./declare.ts";
import { readVersion } from "./edit.ts";
import { concernsIncident } from "./people.ts";
import { RULES, type Standing } from "./rules/index.ts";
import { formerHolders } from "./rules/assignees.ts";
import { missingPosts } from "./rules/outbox.ts";
import { missingReceipts } from "./rules/receipts.ts";
import { evidentTasks } from "./rules/tasks.ts";
import { follow, isDeclaring } from "./thread-event.ts";
import { standingIn, type Given, type Walk } from "./walk.ts";

/**
 * What one look decides: the effects that are missing, in order; the record that travels with them (null: the issue is no
 * incident, and nothing is kept); whether it has to be written even if there is no effect and nobody would see a difference; what the status
 * comment has to say besides; and when to look again.
 */
export interface Decision {
  readonly effects: readonly IssueEffect[];
  readonly record: MachineRecord | null;
  readonly mustRecord: boolean;
  readonly notices: readonly StatusNotice[];
  readonly walk: Walk;
  readonly lookAgainAt: Instant | null;
}

/** Events that a look may leave undigested: fewer are read again with the next look, which is cheaper than writing. */
export const DIGEST_AFTER = 20;

type Item =
  | { readonly rank: 0; readonly at: Instant; readonly version: BodyVersion }
  | { readonly rank: 1; readonly at: Instant; readonly event: ThreadEvent };

function inOrder(snapshot: Snapshot): readonly Item[] {
  const items: readonly Item[] = [
    ...snapshot.versions.map((version) => ({ rank: 0, at: version.at, version }) as const),
    ...snapshot.events.map((event) => ({ rank: 1, at: event.at, event }) as const),
  ];
  return items.toSorted((one, other) => one.at - other.at || one.rank - other.rank);
}

function toStart({ snapshot, vocabulary }: Given): Walk {
  const { before, versions, body } = snapshot;
  const text = versions.length === 0 ? body : (before?.text ?? body);
  const fields = readFields(text, vocabulary);
  return {
    incident: snapshot.record?.incident ?? null,
    text,
    fields,
    version: before?.id ?? null,
    screen: text,
    followed: null,
    stood: standingIn(fields),
    held:
      snapshot.record === null
        ? []
        : [...holdersOf(snapshot.record.incident), ...snapshot.record.leaving],
    authors: {},
    posts: [],
    receipts: [],
    opening: snapshot.record === null ? text : null,
  };
}

function toSpeech(snapshot: Snapshot, text: string, at: Instant): Speech {
  const { nodeId, opener, url, receipts } = snapshot;
  return { subject: nodeId, at, actor: opener, url, text, receipts };
}

/** Commands in the first body count from the declaration on. */
function withOpening(walk: Walk, given: Given): Walk {
  if (walk.opening === null || walk.incident === null) return walk;
  const speech = toSpeech(given.snapshot, walk.opening, walk.incident.declaredAt);
  return { ...hear({ ...walk, opening: null }, speech, given), opening: null };
}

function step(walk: Walk, item: Item, given: Given): Walk {
  const next =
    item.rank === 0 ? readVersion(walk, item.version, given) : follow(walk, item.event, given);
  return withOpening(next, given);
}

function walkThrough(given: Given): Walk {
  const { snapshot } = given;
  const start = toStart(given);
  const opened =
    start.opening === null
      ? start
      : hear(start, toSpeech(snapshot, start.opening, snapshot.createdAt), given);
  const begun = opened.incident === null ? opened : { ...opened, opening: null };
  const walked = inOrder(snapshot).reduce((walk, item) => step(walk, item, given), begun);
  const labelled = snapshot.labels.some((label) => isDeclaring(label, given));
  if (!labelled || walked.incident?.active === true) return walked;
  // The label is on, though no event told: GitHub writes none for some ways of opening an issue.
  return withOpening(declare(walked, { at: snapshot.createdAt, by: null }, given), given);
}

const NOTHING = { effects: [], record: null, mustRecord: false, notices: [], lookAgainAt: null };

/** What is to be remembered of this look. */
function toRecord(incident: Incident, standing: Standing, now: Instant): MachineRecord {
  const { snapshot } = standing.given;
  const before = snapshot.record?.digest ?? null;
  // A version that was passed over is no ground to go on from: the next look would take it for what people wrote.
  const version = standing.walk.version ?? before?.version ?? null;
  const since = new Map(snapshot.record?.outbox.map((entry) => [entry.key, entry.since]));
  return {
    incident,
    digest: { ...toDigest(before, snapshot.events, version), followed: standing.walk.followed },
    outbox: missingPosts(standing).map(({ key, message }) => ({
      key,
      since: since.get(key) ?? now,
      message,
    })),
    receipts: missingReceipts(standing),
    leaving: formerHolders(standing),
    pinned: true,
  };
}

const facts = (incident: Incident): object => ({
  ...incident,
  wanted: null,
  ticked: [],
  sectionInserted: false,
});

/**
 * Did anything become true that is to be remembered? That a wanted state was reached, and what stood in the versions of the
 * top comment since, is seen again by every look.
 */
function isChanged(before: Incident | undefined, after: Incident): boolean {
  return before === undefined || JSON.stringify(facts(before)) !== JSON.stringify(facts(after));
}

/** What Sitrep put into the top comment once: only what was seen there, since a write may fail. */
function settled(incident: Incident, { walk }: Standing): Incident {
  const done = evidentTasks(incident).filter((task) => walk.stood.ticked.includes(task));
  return {
    ...incident,
    ticked: [...new Set([...incident.ticked, ...done])],
    sectionInserted: incident.sectionInserted || walk.stood.section,
  };
}

/**
 * Decides what has to be done about an issue: a pure function of what was read, the rights of the people in it, the policy
 * and the time. Throws when the rights of somebody who matters were not read (see `loginsToRead`).
 */
export function decide(given: Given, now: Instant): Decision {
  const { snapshot } = given;
  if (!concernsIncident(given)) return { ...NOTHING, walk: toStart(given) };
  const walked = walkThrough(given);
  if (walked.incident === null) {
    const effects = walked.receipts.map((owed) => ({ kind: "react", ...owed }) as const);
    return { ...NOTHING, effects, walk: walked };
  }
  const { incident, posts } = archive(walked.incident);
  const walk = { ...walked, incident, posts: [...walked.posts, ...posts] };
  // Declared and taken back before Sitrep ever looked: nothing to say.
  if (!incident.active && snapshot.status === null) return { ...NOTHING, walk };
  const standing: Standing = { incident, walk, given };
  const rules = RULES.filter((rule) => incident.active || rule.holdsStandingBy);
  const effects = rules.flatMap((rule) => rule.effects(standing));
  const after = incident.active ? settled(incident, standing) : incident;
  const record = toRecord(after, standing, now);
  const changed = isChanged(snapshot.record?.incident, after);
  const many = snapshot.events.length + snapshot.versions.length > DIGEST_AFTER;
  const notices = walk.fields.conflicts.map((field): StatusNotice => ({ kind: "conflict", field }));
  return {
    effects,
    record,
    mustRecord: changed || many,
    notices,
    walk,
    lookAgainAt: null,
  };
}
