import type { Community } from "../incident/community.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { MachineRecord } from "../incident/record.ts";
import { readSent } from "../incident/sent.ts";
import type { OutsideMessage } from "../report/index.ts";

const isTicket = (place: string): boolean => /^https?:\/\//.test(place);

/** What was sent outside, as the record keeps it. What is told of the report itself is no part of it. */
const toSent = ({ sent }: MachineRecord): readonly OutsideMessage[] =>
  readSent(sent)
    .filter(({ what }) => what !== "published")
    .map(({ place, ...message }) => ({
      ...message,
      place,
      kind: isTicket(place) ? "ticket" : "chat",
      direction: "out",
    }));

const toKnown = (at: Instant | null, place: string | undefined): readonly OutsideMessage[] =>
  at === null || place === undefined
    ? []
    : [{ at, place, kind: "ticket", direction: "out", what: null, since: null }];

/** Of a record of older versions of Sitrep: when the community was first and last told, as far as nothing else tells. */
function toTold(
  { acknowledgedAt, toldAt }: Community,
  [first]: readonly string[],
  sent: readonly OutsideMessage[],
): readonly OutsideMessage[] {
  const tickets = sent.filter(({ kind }) => kind === "ticket");
  const isFirstKnown = tickets.some(({ what }) => what === "first-response");
  const isLastKnown = tickets.length > 0 || toldAt === acknowledgedAt;
  return [
    ...(isFirstKnown ? [] : toKnown(acknowledgedAt, first)),
    ...(isLastKnown ? [] : toKnown(toldAt, first)),
  ];
}

/** When the community wrote, as far as it is known: by the timeline, and the last time. */
function toHeard({ timeline, community, tickets }: Incident): readonly OutsideMessage[] {
  const told = timeline.flatMap(({ kind, at, url }) =>
    kind === "answered" && url !== undefined ? [{ at, place: url }] : [],
  );
  const place = community?.answeredIn ?? tickets[0];
  const at = community?.answeredAt ?? null;
  const isKnown = at === null || place === undefined || told.some((one) => one.at === at);
  return [...told, ...(isKnown ? [] : [{ at, place }])].map((one) => ({
    ...one,
    kind: "ticket",
    direction: "in",
    what: null,
    since: null,
  }));
}

/**
 * What went outside and came from there, with times and places, and no words, which are private. The record alone knows: the thread
 * does not tell it.
 */
export function toOutside(record: MachineRecord | null): readonly OutsideMessage[] {
  if (record === null) return [];
  const { community, tickets } = record.incident;
  const sent = toSent(record);
  const told = community === undefined ? [] : toTold(community, tickets, sent);
  return [...sent, ...told, ...toHeard(record.incident)];
}
