import type { IssueEffect, StatusNotice } from "../effects/index.ts";
import type { AgendaItem } from "../incident/agenda.ts";
import type { Gate } from "../incident/gates.ts";
import { holdersOf, type Incident, type Reminded } from "../incident/incident.ts";
import { assertNever } from "../incident/assert-never.ts";
import { readFields } from "../incident/fields/index.ts";

import type { Instant } from "../incident/instant.ts";
import { toDigest, type MachineRecord } from "../incident/record.ts";
import type { BodyVersion, Snapshot, ThreadEvent } from "../incident/snapshot.ts";
import { archive } from "./archive.ts";
import { hear, type Speech } from "./comment.ts";
import { withCorrections } from "./corrected.ts";
import { declare } from "./declare.ts";
import { readVersion } from "./edit.ts";
import { followReport } from "./follow-report.ts";
import { hasLookedBack, lookBack } from "./look-back.ts";
import { concernsIncident } from "./people.ts";
import { lookAhead, remind, unrecordedReminders, withSent } from "./remind.ts";
import { RULES, type Standing } from "./rules/index.ts";
import { missingActions } from "./rules/actions.ts";
import { formerHolders } from "./rules/assignees.ts";
import { missingPosts, toEntry } from "./rules/outbox.ts";
import { missingReceipts } from "./rules/receipts.ts";
import { evidentTasks } from "./rules/tasks.ts";
import { tellOutside } from "./tell.ts";
import { tellBacklog } from "./tell-backlog.ts";
import { tellDesk } from "./tell-desk.ts";
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
  /** What is due next, soonest first. */
  readonly agenda: readonly AgendaItem[];
  /** What has to be so before it is closed as completed. */
  readonly gates: readonly Gate[];
  readonly lookAgainAt: Instant | null;
}

/** Events that a look may leave undigested: fewer are read again with the next look, which is cheaper than writing. */
export const DIGEST_AFTER = 20;

type Item =
  | { readonly kind: "version"; readonly at: Instant; readonly version: BodyVersion }
  | { readonly kind: "event"; readonly at: Instant; readonly event: ThreadEvent }
  | { readonly kind: "sent"; readonly at: Instant; readonly sent: Reminded };

// GitHub's times are of whole seconds. What Sitrep wrote within the second of an event, it wrote because of it, and so what
// people wrote over that comes later still.
const RANKS = { person: 0, event: 1, sitrep: 2, sent: 3 } as const;

/** Is this version by Sitrep, or made from one that Sitrep wrote in the same instant? */
const isAfterSitrep = (
  { at }: BodyVersion,
  index: number,
  versions: readonly BodyVersion[],
): boolean =>
  versions.slice(0, index + 1).some((one) => one.at === at && one.editor.kind === "self");

function inOrder(snapshot: Snapshot): readonly Item[] {
  const ranked: readonly (readonly [number, Item])[] = [
    ...snapshot.versions.map((version, index, all) => {
      const rank = isAfterSitrep(version, index, all) ? RANKS.sitrep : RANKS.person;
      return [rank, { kind: "version", at: version.at, version }] as const;
    }),
    ...snapshot.events.map(
      (event) => [RANKS.event, { kind: "event", at: event.at, event }] as const,
    ),
    ...unrecordedReminders(snapshot).map(
      (sent) => [RANKS.sent, { kind: "sent", at: sent.at, sent }] as const,
    ),
  ];
  return ranked
    .toSorted(([rank, item], [otherRank, other]) => item.at - other.at || rank - otherRank)
    .map(([, item]) => item);
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
    told: [],
    said: [],
    live: [],
    outdated: [],
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
  switch (item.kind) {
    case "version":
      return withOpening(readVersion(walk, item.version, given), given);
    case "event":
      return withOpening(follow(walk, item.event, given), given);
    case "sent":
      return withSent(walk, item.sent, given);
    default:
      return assertNever(item);
  }
}

function walkEvents(given: Given): Walk {
  const { snapshot } = given;
  const start = toStart(given);
  const opened =
    start.opening === null
      ? start
      : hear(start, toSpeech(snapshot, start.opening, snapshot.createdAt), given);
  const begun = opened.incident === null ? opened : { ...opened, opening: null };
  const walked = inOrder(snapshot).reduce((walk, item) => step(walk, item, given), begun);
  const labelled = snapshot.labels.some((label) => isDeclaring(label, given));
  if (!labelled) return walked;
  // The label is on, though no event told: GitHub writes none for some ways of opening an issue.
  return withOpening(declare(walked, { at: snapshot.createdAt, by: null }, given), given);
}

/** The walk over everything in the snapshot that its record has not digested. */
export const walkThrough = (given: Given): Walk => withCorrections(walkEvents(given), given);

const NOTHING = {
  effects: [],
  record: null,
  mustRecord: false,
  notices: [],
  agenda: [],
  gates: [],
  lookAgainAt: null,
};

/** What is to be remembered of this look. */
function toRecord(incident: Incident, standing: Standing, now: Instant): MachineRecord {
  const { walk, given } = standing;
  const { snapshot } = given;
  const outside = tellOutside(incident, walk, given, now);
  const desk = tellDesk(incident, walk, given, now);
  const backlog = tellBacklog(incident, given, now);
  const before = snapshot.record?.digest ?? null;
  const sent = snapshot.record?.sent;
  // A version that was passed over is no ground to go on from: the next look would take it for what people wrote.
  const version = standing.walk.version ?? before?.version ?? null;
  const since = new Map(snapshot.record?.outbox.map((entry) => [entry.key, entry.since]));
  return {
    incident,
    digest: { ...toDigest(before, snapshot.events, version), followed: standing.walk.followed },
    outbox: missingPosts(standing).map((post) => toEntry(post, since.get(post.key) ?? now)),
    receipts: missingReceipts(standing),
    leaving: formerHolders(standing),
    ...(outside === undefined ? {} : { outside }),
    ...(desk === undefined ? {} : { desk }),
    ...(sent === undefined ? {} : { sent }),
    ...(backlog === undefined ? {} : { backlog }),
    ...(hasLookedBack(given) ? { lookedBack: true } : {}),
    writtenAt: now,
    pinned: true,
  };
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const SEEN_AGAIN = ["heardAt", "reminded", "wanted", "ticked", "sectionInserted"];

const facts = (incident: Incident): object =>
  Object.fromEntries(Object.entries(incident).filter(([name]) => !SEEN_AGAIN.includes(name)));

/**
 * Did anything become true that is to be remembered? Who was heard last, that a wanted state was reached, and what stood in the versions of the
 * top comment since, is seen again by every look.
 */
function isChanged(before: Incident | undefined, after: Incident): boolean {
  return before === undefined || !isSame(facts(before), facts(after));
}

/** What Sitrep put into the top comment once: only what was seen there, since a write may fail. */
function settled(incident: Incident, standing: Standing): Incident {
  const { walk } = standing;
  const { actionsWanted: _, ...others } = incident;
  const wanted = missingActions(standing);
  const done = evidentTasks(incident).filter((task) => walk.stood.ticked.includes(task));
  return {
    ...others,
    ticked: [...new Set([...incident.ticked, ...done])],
    sectionInserted: incident.sectionInserted || walk.stood.section,
    ...(wanted.length === 0 ? {} : { actionsWanted: wanted }),
  };
}

/**
 * Decides what has to be done about an issue: a pure function of what was read, the rights of the people in it, the policy
 * and the time. Throws when the rights of somebody who matters were not read (see `loginsToRead`).
 */
export function decide(given: Given, now: Instant): Decision {
  const { snapshot } = given;
  if (!concernsIncident(given)) return { ...NOTHING, walk: toStart(given) };
  const walked = followReport(walkThrough(given), given);
  if (walked.incident === null) {
    const effects = walked.receipts.map((owed) => ({ kind: "react", ...owed }) as const);
    return { ...NOTHING, effects, walk: walked };
  }
  // Declared and taken back before Sitrep ever looked: nothing to say.
  if (!walked.incident.active && snapshot.status === null) return { ...NOTHING, walk: walked };
  const looked = lookBack(walked, walked.incident, given, now);
  const reminded = remind(looked, walked.incident, given, now);
  const { incident, posts } = archive(reminded.incident);
  const walk = { ...reminded, incident, posts: [...reminded.posts, ...posts] };
  const standing: Standing = { incident, walk, given };
  const rules = RULES.filter((rule) => incident.active || rule.holdsStandingBy);
  const effects = rules.flatMap((rule) => rule.effects(standing));
  const after = incident.active ? settled(incident, standing) : incident;
  const record = toRecord(after, standing, now);
  const before = snapshot.record;
  const isOutsideSame =
    isSame(record.outside, before?.outside) &&
    isSame(record.desk, before?.desk) &&
    isSame(record.backlog, before?.backlog);
  const changed = isChanged(before?.incident, after) || !isOutsideSame;
  const many = snapshot.events.length + snapshot.versions.length > DIGEST_AFTER;
  const notices = walk.fields.conflicts.map((field): StatusNotice => ({ kind: "conflict", field }));
  return {
    effects,
    record,
    mustRecord: changed || many,
    notices,
    walk,
    ...lookAhead(after, walk, given, now),
  };
}
