import type { ChannelName, ChatIncident, ChatTell, TellKind } from "../effects/chat.ts";
import { COMMENT_BUDGET } from "../incident/comment-budget.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import {
  NOTHING_OUTSIDE,
  type HeadMessage,
  type Outside,
  type OwedTell,
} from "../incident/outside.ts";
import type { Policy } from "../incident/policy.ts";
import { toInertJson } from "../incident/record.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import type { TimelineEntry, TimelineKind } from "../incident/timeline.ts";
import { issueName } from "../incident/key.ts";
import type { PostEffect } from "../effects/index.ts";
import type { Given, Told, Walk } from "./walk.ts";

/** Where each kind of entry is told, and as what; the others are nobody's business outside. */
const TOLD: Partial<
  Readonly<Record<TimelineKind, { readonly as: TellKind; readonly to: readonly ChannelName[] }>>
> = {
  escalated: { as: "escalated", to: ["support", "engineering"] },
  role: { as: "role", to: ["engineering"] },
  update: { as: "update", to: ["updates", "engineering"] },
  phase: { as: "phase", to: ["engineering", "updates"] },
  reopened: { as: "reopened", to: ["engineering", "updates"] },
  published: { as: "published", to: ["engineering", "updates"] },
  confirmed: { as: "confirmed", to: ["engineering"] },
  closed: { as: "closed", to: ["engineering"] },
  "closed-anyway": { as: "closed", to: ["engineering"] },
  cancelled: { as: "cancelled", to: ["engineering", "updates"] },
};

// Of several channels that a policy does not name, none; of one that it names twice, one.
function channelsOf(names: readonly ChannelName[], { channels }: Policy): readonly string[] {
  return [...new Set(names.flatMap((name) => channels[name] ?? []))];
}

// A rebuilt incident is told from the start; what is older than this was told then, or is no news any more.
const NEWS_MS = 60 * 60_000;
// Whoever was not reached for this long hears of it in another way.
const STALE_MS = 7 * 24 * 60 * 60_000;

// Three channels at most have a head message.
const HEADS_ROOM = 2_000;

function toTell(entry: TimelineEntry, as: TellKind, { engineering, manager }: Policy): ChatTell {
  const { at, by, who = null, what = null, text = null, url = null } = entry;
  const calls = as === "escalated" ? [...engineering, ...(manager === null ? [] : [manager])] : [];
  return { kind: as, at, by, who, what, text, url, calls };
}

/** The reminder that nobody leads, where the support channel hears of it: whoever reads there may take it. */
function toVacant({ key, message }: PostEffect, given: Given, now: Instant): readonly OwedTell[] {
  if (message.name !== "commander-missing") return [];
  const { support, engineering } = given.policy.channels;
  const channel = support ?? engineering;
  if (channel === null) return [];
  const { names } = message.data;
  const nothing = { by: null, who: null, what: null, text: null, url: null };
  const tell: ChatTell = { kind: "vacant", at: now, ...nothing, calls: names };
  return [{ key, channel, tell, since: now }];
}

// Roles by the rule stand in the head message, which says who was declared what.
const isNews = ({ kind, by }: TimelineEntry): boolean => kind !== "role" || by !== null;

function toOwed({ key, entry }: Told, incident: Incident, { policy }: Given): readonly OwedTell[] {
  const row = TOLD[entry.kind];
  if (row === undefined || !isNews(entry)) return [];
  const report = row.as === "closed" ? (incident.report?.url ?? null) : null;
  const tell = { ...toTell(entry, row.as, policy), ...(report === null ? {} : { report }) };
  return channelsOf(row.to, policy).map((channel) => ({ key, channel, tell, since: entry.at }));
}

/** The incident as a chat shows it. */
export const toChatIncident = (
  incident: Incident,
  { url, title, key }: Snapshot,
): ChatIncident => ({
  title,
  url,
  name: issueName(key),
  phase: incident.phase,
  isClosed: incident.closed !== null,
  severity: incident.severity,
  commander: incident.commander,
  liaison: incident.liaison,
  declaredAt: incident.declaredAt,
  declaredBy: incident.declaredBy,
});

/** The channels that have a head message: those that were told something, and engineering, which hears of every declaration. */
function headsFor(
  incident: Incident,
  owed: readonly OwedTell[],
  before: readonly HeadMessage[],
  policy: Policy,
): readonly HeadMessage[] {
  const declared =
    incident.active && incident.closed === null ? channelsOf(["engineering"], policy) : [];
  const wanted = [...declared, ...owed.map(({ channel }) => channel)];
  const missing = [...new Set(wanted)].filter(
    (channel) => !before.some((head) => head.channel === channel),
  );
  return [...before, ...missing.map((channel) => ({ channel, ref: null, shown: null }))];
}

/** What calls people is told before all else. */
const CALLING: readonly TellKind[] = ["escalated", "vacant"];
const isCall = ({ tell }: OwedTell): boolean => CALLING.includes((tell as ChatTell).kind);

/** What there is room for in the record while a chat is down: calls for help first, then the newest. */
function fitting(owed: readonly OwedTell[]): readonly OwedTell[] {
  const ranked = [...owed.filter(isCall), ...owed.filter((one) => !isCall(one)).toReversed()];
  let room = COMMENT_BUDGET.outside - HEADS_ROOM;
  const kept = ranked.filter((one) => {
    room -= toInertJson(one).length + 1;
    return room >= 0;
  });
  return owed.filter((one) => kept.includes(one));
}

/** What is owed outside after this look: what was owed before, and what has happened since. Undefined where no chat is connected. */
export function tellOutside(
  incident: Incident,
  walk: Walk,
  given: Given,
  now: Instant,
): Outside | undefined {
  const { record } = given.snapshot;
  if (!given.chat) return record?.outside;
  const before = record?.outside ?? NOTHING_OUTSIDE;
  const isRebuilt = record === null;
  const news = walk.told
    .flatMap((told) => toOwed(told, incident, given))
    .filter(({ since }) => !isRebuilt || now - since <= NEWS_MS);
  const vacant = walk.posts.flatMap((post) => toVacant(post, given, now));
  const waiting = before.owed.filter(({ since }) => now - since <= STALE_MS);
  const owed = fitting([...waiting, ...news, ...vacant]);
  return { heads: headsFor(incident, owed, before.heads, given.policy), owed };
}
