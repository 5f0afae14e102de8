import type { BacklogItem } from "./backlog-item.ts";
import { RECENT_LIMIT } from "./comment-budget.ts";
import type { Desk } from "./desk.ts";
import type { KeptDuty } from "./duty.ts";
import type { Incident } from "./incident.ts";
import type { Instant } from "./instant.ts";
import type { Outside } from "./outside.ts";
import type { SentLog } from "./sent.ts";

/** A comment that was sent to GitHub with the record and is not yet seen in the thread: posted again when it is missing. */
export interface OutboxEntry {
  readonly key: string;
  readonly since: Instant;
  readonly message: { readonly name: string; readonly data: object };
}

/** A receipt that was sent with the record and is not yet seen on its comment. */
export interface OwedReceipt {
  readonly subject: string;
  readonly receipt: "done" | "refused" | "seen";
}

/**
 * How far the thread has been read. An event is digested when it is older than `through` less {@link OVERLAP_MS}, or
 * when it is among the `recent` ones: GitHub may show an event a moment after a younger one.
 */
export interface Digest {
  readonly through: Instant;
  /** Node id and time of the digested events younger than `through` less {@link OVERLAP_MS}, or than `since`. */
  readonly recent: readonly (readonly [id: string, at: Instant])[];
  /** After a burst: what is older was digested, though `recent` does not hold it. */
  readonly since?: Instant;
  /** Node id of the newest version of the body that was digested; null while the body was never edited. */
  readonly version: string | null;
  /**
   * Node id of a later version by a person whose fields were followed, while its words stand beside others' only in Sitrep's
   * own next version; null or missing where there is none.
   */
  readonly followed?: string | null;
}

/**
 * A value as JSON that cannot end the HTML comment in which it stands. Only what could is escaped: people's words are full of
 * signs, and there is little room.
 */
export const toInertJson = (value: object): string =>
  JSON.stringify(value).replace(/(?<=--!?)>/g, String.raw`\u003e`);

/** Milliseconds before `through` within which events may still turn up late. */
export const OVERLAP_MS = 120_000;

/** The app's own memory, kept on the issue itself (docs/architecture.md, decision 1); everything in it can be rebuilt from the thread. */
export interface MachineRecord {
  readonly incident: Incident;
  readonly digest: Digest;
  readonly outbox: readonly OutboxEntry[];
  readonly receipts: readonly OwedReceipt[];
  /** Logins of former holders who are being taken off the assignees: tried again while GitHub shows them there. */
  readonly leaving: readonly string[];
  /** What was told and is owed outside of GitHub; left out where nothing is connected. */
  readonly outside?: Outside;
  /** What was told and is owed in tickets; left out where no support desk is connected. */
  readonly desk?: Desk;
  /** What was sent outside, and when; left out where nothing was, and in older records. */
  readonly sent?: SentLog;
  /** Who had the duties by teams and groups, as it was last known; left out where none tells. */
  readonly duties?: readonly KeptDuty[];
  /** Where the incident stands in the team's project; left out where it was never wanted in one. */
  readonly backlog?: BacklogItem;
  /** It was looked for what earlier incidents left unfinished: that is once. Left out until then. */
  readonly lookedBack?: true;
  /** When it was written: the last sign of life that Sitrep gave here. */
  readonly writtenAt: Instant;
  /** The status comment was pinned, or GitHub does not let Sitrep do so: a person who unpins it is not contradicted. */
  readonly pinned: boolean;
}

/** Was this event digested by the look that wrote `digest`? */
export const isDigested = (
  digest: Digest,
  event: { readonly id: string; readonly at: Instant },
): boolean =>
  event.at < (digest.since ?? digest.through - OVERLAP_MS) ||
  digest.recent.some(([id]) => id === event.id);

/** The digest after a look that saw `events` (any order) on top of `digest`. */
export function toDigest(
  digest: Digest | null,
  events: readonly { readonly id: string; readonly at: Instant }[],
  version: string | null,
): Digest {
  const through = Math.max(digest?.through ?? 0, ...events.map((event) => event.at));
  const seen = new Map([
    ...(digest?.recent ?? []),
    ...events.map(({ id, at }) => [id, at] as const),
  ]);
  const recent = [...seen].filter(([, at]) => at >= through - OVERLAP_MS);
  const times = recent.map(([, at]) => at).toSorted((one, other) => other - one);
  const cut = times.length > RECENT_LIMIT ? times[RECENT_LIMIT - 1] : undefined;
  const since = Math.max(digest?.since ?? -Infinity, cut ?? -Infinity);
  if (since <= through - OVERLAP_MS) return { through, recent, version };
  return { through, recent: recent.filter(([, at]) => at >= since), since, version };
}

/**
 * The record of an issue that was transferred since: there its comments and events (`events`: all that it has) have ids of their
 * own, so that only their times tell which were digested.
 */
export function toMoved(
  record: MachineRecord,
  events: readonly { readonly id: string; readonly at: Instant }[],
): MachineRecord {
  const { digest } = record;
  const digested = events.filter(({ at }) => at <= digest.through);
  const empty = { ...digest, recent: [] };
  return { ...record, digest: toDigest(empty, digested, digest.version) };
}
