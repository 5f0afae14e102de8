import type { IssueView } from "../../../src/sandbox/github/index.ts";
import type { Model } from "./model.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A reminder as the thread shows it. */
export interface SeenReminder {
  readonly name: string;
  readonly subject: string;
  readonly step: number;
  /** ms. */
  readonly at: number;
  readonly isHidden: boolean;
}

const MARK = /^<!-- sitrep:post remind\/([a-z-]+)\/([\w-]+)\/(\d+) -->\s*$/m;

/** Is this comment a reminder? Only to be asked of Sitrep's own. */
export const isReminder = (body: string): boolean => MARK.test(body);

/** Sitrep's reminders in the thread, in order. */
export const remindersIn = (issue: IssueView): readonly SeenReminder[] =>
  issue.comments.flatMap(({ body, createdAt, minimized }) => {
    const [, name, subject, step] = MARK.exec(body) ?? [];
    if (name === undefined || subject === undefined) return [];
    const at = Date.parse(createdAt);
    return [{ name, subject, step: Number(step), at, isHidden: minimized !== null }];
  });

const weekday = (at: number): number => new Date(at).getUTCDay();
const nextMidnight = (at: number): number => (Math.floor(at / DAY) + 1) * DAY;

/** Whether it is Saturday or Sunday, UTC. */
export const isWeekend = (at: number): boolean => weekday(at) === 0 || weekday(at) === 6;

/** So many hours later, of which Saturday and Sunday (UTC) have none. */
function workingHours(at: number, hours: number): number {
  let [now, left] = [at, hours * HOUR];
  for (;;) {
    const end = nextMidnight(now);
    if (!isWeekend(now)) {
      if (end - now >= left) return now + left;
      left -= end - now;
    }
    now = end;
  }
}

const skipWeekend = (at: number): number => (isWeekend(at) ? skipWeekend(nextMidnight(at)) : at);

/** What is waited for, and when each of its reminders is due, as long as they do not depend on each other. */
interface Wanted {
  readonly name: string;
  readonly subject: string;
  readonly dues: readonly number[];
}

/** What the process says that is due of an incident that goes on; `confirm-role` apart. */
function wantedOf(model: Model, now: number): readonly Wanted[] {
  const promise = workingHours(model.updatedAt, 2);
  const shifts = Math.max(1, Math.ceil((now - model.commanderSince) / DAY) + 1);
  return [
    { name: "escalate", subject: `${model.declaredAt}`, dues: [model.declaredAt + 30 * MINUTE] },
    {
      name: "update-due",
      subject: `${model.updatedAt}`,
      dues: [skipWeekend(promise - 15 * MINUTE), promise, workingHours(promise, 2)],
    },
    { name: "gone-quiet", subject: `${model.heardAt}`, dues: [workingHours(model.heardAt, 4)] },
    {
      name: "handoff-suggested",
      subject: `${model.commanderSince}`,
      dues: Array.from(
        { length: shifts },
        (_, shift) => model.commanderSince + shift * DAY + 6 * HOUR,
      ),
    },
  ];
}

/** The second is due ten minutes after the first was sent; where that one was missed, after it was due. */
function confirmations(
  model: Model,
  now: number,
  seen: readonly SeenReminder[],
): readonly Wanted[] {
  const open = model.asks.filter(({ by, who }) => by !== who);
  const subjects = Map.groupBy(open, ({ who, at }) => `${who}-${at}`);
  return [...subjects].map(([subject, [ask]]) => {
    const due = (ask?.at ?? now) + 10 * MINUTE;
    const first = seen.find(
      (one) => one.name === "confirm-role" && one.subject === subject && one.step === 0,
    );
    return { name: "confirm-role", subject, dues: [due, (first?.at ?? due) + 10 * MINUTE] };
  });
}

const nameOf = ({ name, subject, step }: Pick<SeenReminder, "name" | "subject" | "step">): string =>
  `${name} ${subject} ${step}`;

/**
 * The reminders that have to be in view at `now`, none else: of each kind the last that is due, if anybody waits. Whoever begins to
 * follow an incident at `followedSince`, more than a week late, does not make up for what was due before.
 */
function liveAt(
  model: Model,
  now: number,
  followedSince: number,
  seen: readonly SeenReminder[],
): readonly string[] {
  const isAdopted = followedSince - model.declaredAt > 7 * DAY;
  const wanted = [...wantedOf(model, now), ...confirmations(model, now, seen)];
  return wanted.flatMap(({ name, subject, dues }) => {
    const step = dues.findLastIndex((due) => due <= now);
    const due = dues[step] ?? -Infinity;
    return step < 0 || (isAdopted && due < followedSince) ? [] : [nameOf({ name, subject, step })];
  });
}

/** What is wrong with the reminders of a thread at `now`, in words; nothing: each that is due is there exactly once. */
export function reminderProblems(model: Model, now: number, issue: IssueView): readonly string[] {
  const seen = remindersIn(issue);
  const own = issue.comments.filter(({ author }) => author?.endsWith("[bot]"));
  const followedSince = Date.parse(own[0]?.createdAt ?? "");
  const live = liveAt(model, now, followedSince, seen);
  const shown = seen.filter(({ isHidden }) => !isHidden).map(nameOf);
  const names = seen.map(nameOf);
  const dueOf = new Map(
    [...wantedOf(model, now), ...confirmations(model, now, seen)].flatMap((one) =>
      one.dues.map((due, step) => [nameOf({ ...one, step }), due] as const),
    ),
  );
  return [
    ...live.filter((name) => !shown.includes(name)).map((name) => `missing: ${name}`),
    ...shown.filter((name) => !live.includes(name)).map((name) => `still shown: ${name}`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `twice: ${name}`),
    ...seen
      .filter((one) => one.at < (dueOf.get(nameOf(one)) ?? one.at))
      .map((one) => `too early: ${nameOf(one)}`),
  ];
}
