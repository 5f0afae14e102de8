import { type Instant, toReadable } from "../incident/instant.ts";
import { alike, parseMoment, type SaidMoment, toMoment } from "../incident/time/index.ts";
import type { Outcome } from "../effects/index.ts";
import {
  defineCommand,
  reject,
  type CommandContext,
  type Parsed,
  type Rejection,
} from "./command.ts";
import { responders } from "./who.ts";

interface Impact {
  /** Null: only the end is said. */
  readonly start: SaidMoment | null;
  readonly end: SaidMoment | null;
  /** Whether the end says its own day. */
  readonly isEndDated: boolean;
}

const EXAMPLE = "Write it like `/impact 09:30 UTC to 11:45 UTC`.";
const NO_ZONE = `It does not say whose clock that is. ${EXAMPLE}`;
const LONGEST = 200;
const BETWEEN =
  /^(?:from\s+|since\s+)?(.*?)(?:(?:^|\s+)(?:to|until|till)\s+(\S.*)|\s+[-–—]\s+(\S.*))?$/is;

const problem = (text: string): Parsed<Impact> => ({ kind: "problem", problem: text });

/** Whether it says whose clock it means, where that matters. */
const hasClock = (said: SaidMoment | null): boolean =>
  said === null || said.kind !== "clock" || said.clock !== null;

const isDated = (said: SaidMoment): boolean =>
  said.kind !== "clock" || said.date !== null || said.daysAgo !== null;

function parseImpact(line: string): Parsed<Impact> {
  const text = line.trim();
  if (text === "") return problem(`It does not say when. ${EXAMPLE}`);
  const [, from = "", to, dashed] = text.length > LONGEST ? [] : (BETWEEN.exec(text) ?? []);
  const till = to ?? dashed;
  const start = from.trim() === "" ? null : parseMoment(from);
  const end = till === undefined ? null : parseMoment(till);
  const isRead =
    (from.trim() === "") === (start === null) && (till === undefined) === (end === null);
  if (!isRead || (start === null && end === null)) {
    return problem(
      `That is no time with its zone, such as \`2026-05-04 09:30 UTC\`, \`09:30 Europe/Berlin\` or \`2 hours ago\`. ${EXAMPLE}`,
    );
  }
  if (start === null || end === null) {
    if (!hasClock(start) || !hasClock(end)) return problem(NO_ZONE);
    return { kind: "value", value: { start, end, isEndDated: true } };
  }
  // What one of the two says of clock and date holds for the other.
  const [first, last] = [alike(start, end), alike(end, start)];
  if (!hasClock(first) || !hasClock(last)) return problem(NO_ZONE);
  return { kind: "value", value: { start: first, end: last, isEndDated: isDated(end) } };
}

interface Times {
  readonly start: Instant | null;
  readonly end: Instant | null;
}

const DAY = 24 * 60 * 60_000;

/** When the end is: where it does not say its day, the first time after the start. */
function toEnd(
  { end: said, isEndDated }: Impact,
  start: Instant | null,
  at: Instant,
): Instant | null {
  const end = said === null ? null : toMoment(said, at);
  if (end === null || start === null || isEndDated) return end;
  return end < start ? end + DAY : end;
}

/** What is wrong with these times; null: nothing. */
function whyNot({ start, end }: Times, { incident, at }: CommandContext): string | null {
  const from = start ?? incident.impactStarted;
  if (start !== null && start > at) return `${toReadable(start)} is yet to come.`;
  if (end !== null && end > at) return `${toReadable(end)} is yet to come.`;
  if (from !== null && end !== null && end < from) {
    return `By that it would end ${toReadable(end)}, before it begins ${toReadable(from)}.`;
  }
  const known = incident.impactEnded ?? null;
  if (start !== null && end === null && known !== null && known < start) {
    return `By that it would begin after its end, ${toReadable(known)}. Give both: ${EXAMPLE}`;
  }
  return null;
}

function decideImpact(impact: Impact, context: CommandContext): readonly Outcome[] | Rejection {
  const { incident, actor, at } = context;
  const start = impact.start === null ? null : toMoment(impact.start, at);
  const end = toEnd(impact, start, at);
  const why = whyNot({ start, end }, context);
  if (why !== null) return reject(why);
  const isStart = start !== null && start !== incident.impactStarted;
  const isEnd = end !== null && end !== (incident.impactEnded ?? null);
  if (!isStart && !isEnd) return [];
  const said = [
    ...(start === null ? [] : [`from ${toReadable(start)}`]),
    ...(end === null ? [] : [`to ${toReadable(end)}`]),
  ];
  return [
    ...(isStart ? [{ kind: "set-impact-started", at: start } as const] : []),
    ...(isEnd ? [{ kind: "set-impact-ended", at: end } as const] : []),
    { kind: "log", entry: { kind: "impact", by: actor.login, text: said.join(" ") } },
  ];
}

/** `/impact`: from when to when people were affected, for the report and its durations; said again, it is corrected. */
export const impact = defineCommand<Impact>({
  name: "impact",
  aliases: [],
  usage: "/impact START [to END]",
  summary: "says from when, and to when, people were affected; the report's duration counts by it",
  examples: [
    "/impact 09:30 UTC",
    "/impact 2026-05-04 09:30 to 11:45 UTC",
    "/impact yesterday 22:10 Europe/Berlin to 30 minutes ago",
    "/impact to 11:45 UTC",
  ],
  who: responders,
  parse: ({ line }) => parseImpact(line),
  decide: decideImpact,
});
