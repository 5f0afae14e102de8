import { NO_DETAILS, type ReportEvent, type ReportEventKind, type ToldPlace } from "./facts.ts";
import type { OutsideMessage } from "./sources.ts";

/** Within this time, what was told outside was told at once: the line of its cause says where. */
const AT_ONCE_MS = 120_000;

/** The lines that tell what a message is about. */
const CAUSES: Readonly<Record<string, readonly ReportEventKind[]>> = {
  declared: ["declared"],
  escalated: ["escalated"],
  role: ["role"],
  update: ["update"],
  phase: ["phase"],
  resolved: ["phase"],
  reopened: ["reopened"],
  confirmed: ["confirmed"],
  closed: ["closed", "closed-anyway"],
  cancelled: ["cancelled"],
};

/** Where messages stand, channels first. */
const toPlaces = (messages: readonly OutsideMessage[]): readonly ToldPlace[] =>
  messages
    .map(({ kind, place }) => ({ kind, place }))
    .toSorted((one, other) => Number(one.kind === "ticket") - Number(other.kind === "ticket"));

// What Sitrep does by rule is known from its comment when the thread is read again, a moment later than it was decided.
const NEAR_MS = 60_000;

/** The lines that tell what a message is about: several where one act had several parts. */
function causesOf(
  { what, since }: OutsideMessage,
  events: readonly ReportEvent[],
): readonly ReportEvent[] {
  if (what === null || since === null) return [];
  const distance = ({ at }: ReportEvent): number => Math.abs(at - since);
  const kinds = CAUSES[what] ?? [];
  const near = events.filter((event) => kinds.includes(event.kind) && distance(event) <= NEAR_MS);
  const nearest = Math.min(...near.map(distance));
  return near.filter((event) => distance(event) === nearest);
}

const isAtOnce = ({ at, since }: OutsideMessage): boolean =>
  since !== null && at - since <= AT_ONCE_MS;

/** Messages about one thing, sent at about the same time: one line tells of them. */
const isTogether = (one: OutsideMessage, other: OutsideMessage): boolean =>
  one.direction === other.direction &&
  one.what === other.what &&
  one.since === other.since &&
  (one.what !== null || one.at === other.at) &&
  Math.abs(one.at - other.at) <= AT_ONCE_MS;

function toLine(messages: readonly OutsideMessage[]): readonly ReportEvent[] {
  const [first] = messages;
  if (first === undefined) return [];
  const { at, since, what, direction } = first;
  return [
    {
      ...NO_DETAILS,
      at,
      kind: direction === "in" ? "heard" : "told",
      what,
      causedAt: isAtOnce(first) ? null : since,
      told: toPlaces(messages),
    },
  ];
}

function inLines(messages: readonly OutsideMessage[]): readonly ReportEvent[] {
  let lines: readonly (readonly OutsideMessage[])[] = [];
  for (const message of messages.toSorted((one, other) => one.at - other.at)) {
    const line = lines.find(([first]) => first !== undefined && isTogether(first, message));
    lines =
      line === undefined
        ? [...lines, [message]]
        : lines.map((one) => (one === line ? [...one, message] : one));
  }
  return lines.flatMap(toLine);
}

/**
 * The lines of a timeline with where each was told outside, and lines of their own for what no line tells, or for what was told later
 * than at once.
 */
export function withTold(
  events: readonly ReportEvent[],
  outside: readonly OutsideMessage[],
): readonly ReportEvent[] {
  const all = outside.map((message) => ({
    message,
    causes: isAtOnce(message) ? causesOf(message, events) : [],
  }));
  const told = events.map((event) => {
    const inside = all.filter(({ causes }) => causes.includes(event));
    return { ...event, told: toPlaces(inside.map(({ message }) => message)) };
  });
  const others = all.filter(({ causes }) => causes.length === 0);
  return [...told, ...inLines(others.map(({ message }) => message))];
}
