import type { AgendaItem } from "../incident/agenda.ts";
import { toReadable, type Instant } from "../incident/instant.ts";
import type { ReminderName } from "../incident/reminder-settings.ts";
import { addDuration, type Duration, parseDuration } from "../incident/time/index.ts";
import {
  defineCommand,
  reject,
  type CommandContext,
  type Parsed,
  type Rejection,
} from "./command.ts";
import { findReminder, nameReminders } from "./reminder-word.ts";
import { responders } from "./who.ts";

interface Putting {
  readonly duration: Duration;
  /** The word for the reminder as it was typed; null: none. */
  readonly word: string | null;
}

const NOTHING_SAID = "It does not say for how long. Write it like `/snooze 1h`.";
const NOTHING_DUE = "Nothing is due that could be put off.";
const ESCALATE = "The call for help is put off by its name alone: `/snooze 1h escalate`.";
const LONGEST = 120;
const FOR = /^(?:for|by)\s+/i;
const NAME = /^`?[a-z]+(?:-[a-z]+)*`?[.,;:]?$/i;

/** The line cut into a duration and a word before or behind it, each way that can be; as it stands first. */
function cutsOf(line: string): readonly (readonly [text: string, word: string | null])[] {
  if (line.length > LONGEST) return [[line, null]];
  const [, first = "", behind = ""] = /^(\S+)\s+(.*)$/s.exec(line) ?? [];
  const [, before = "", last = ""] = /^(.*\S)\s+(\S+)$/s.exec(line) ?? [];
  const cuts = [[before, last] as const, [behind, first] as const];
  return [[line, null], ...cuts.filter(([text, word]) => text !== "" && NAME.test(word))];
}

function parseSnooze(line: string): Parsed<Putting> {
  const cuts = cutsOf(line);
  for (const [text, word] of cuts) {
    const parsed = parseDuration(text.replace(FOR, ""));
    if (parsed.kind === "value") return { kind: "value", value: { ...parsed, word } };
  }
  // What is wrong is said of the duration alone, where a word beside it is a reminder's.
  const named = cuts.find(([, word]) => word !== null && findReminder(word) !== null);
  const said = (named?.[0] ?? line).replace(FOR, "");
  if (said === "" || findReminder(said) !== null) return { kind: "problem", problem: NOTHING_SAID };
  const parsed = parseDuration(said);
  return { kind: "problem", problem: parsed.kind === "problem" ? parsed.problem : NOTHING_SAID };
}

/** What was posted last and nobody acted on yet, else what is due next; a call for help is put off only by its name. */
function guess({ incident }: CommandContext, due: readonly AgendaItem[]): ReminderName | null {
  const live = incident.reminded.flatMap(({ name, at, outdated }) =>
    outdated || name === "escalate" || name === "policy-broken" || name === "text-waits"
      ? []
      : [{ name, at }],
  );
  const last = live.toSorted((one, other) => one.at - other.at).at(-1);
  return last?.name ?? due.find(({ reminder }) => reminder !== "escalate")?.reminder ?? null;
}

const whatIsDue = (due: readonly AgendaItem[]): string =>
  due.length === 0
    ? NOTHING_DUE
    : `Due next: ${nameReminders(due.map(({ reminder }) => reminder))}.`;

/** The reminder that is meant; or why it cannot be put off. */
function toName(word: string | null, context: CommandContext): ReminderName | Rejection {
  const due = context.agenda();
  const named = word === null ? guess(context, due) : findReminder(word);
  if (named === null && word !== null)
    return reject(`There is no such reminder. ${whatIsDue(due)}`);
  if (named === null)
    return reject(due.length > 0 ? `Nothing else is due. ${ESCALATE}` : NOTHING_DUE);
  if (due.some(({ reminder }) => reminder === named)) return named;
  return reject(`\`${named}\` is not due as things stand. ${whatIsDue(due)}`);
}

/** When the soonest of its kind comes of itself; null where it is put off already: then any other time replaces that. */
function comesAt(name: ReminderName, { agenda }: CommandContext): Instant | null {
  const items = agenda().filter(({ reminder }) => reminder === name);
  if (items.some(({ snoozedUntil }) => snoozedUntil !== null)) return null;
  return Math.min(...items.map(({ dueAt }) => dueAt));
}

/** `/snooze`: the next reminder of a kind comes so much later than now, at the earliest; the one after it as ever. */
export const snooze = defineCommand<Putting>({
  name: "snooze",
  aliases: [],
  usage: "/snooze DURATION [reminder]",
  summary: "puts off the next reminder of a kind; without a name, of the one that came last",
  examples: ["/snooze 1h", "/snooze 2 working hours update-due", "/snooze update-due 1h"],
  who: responders,
  parse: ({ line }) => parseSnooze(line.trim()),
  decide: ({ duration, word }, context) => {
    const { incident, policy, actor, at } = context;
    const name = toName(word, context);
    if (typeof name === "object") return name;
    const until = addDuration(policy.calendar, at, duration);
    if (until === null) return reject("The team's calendar does not hold so much working time.");
    const present = incident.snoozes.find((one) => one.name === name);
    if (present?.until === until) return [];
    const next = comesAt(name, context);
    if (next !== null && next >= until) {
      const later = `\`${name}\` comes later than that anyway, ${toReadable(next)}.`;
      const isPassedOver = word === null && context.agenda()[0]?.reminder === "escalate";
      return reject(isPassedOver ? `${later} ${ESCALATE}` : later);
    }
    const by = actor.login;
    const text = `until ${toReadable(until)}`;
    return [
      { kind: "snooze", snooze: { name, until, by } },
      { kind: "log", entry: { kind: "snoozed", by, what: name, text } },
    ];
  },
});
