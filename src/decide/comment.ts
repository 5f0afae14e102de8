import {
  COMMANDS,
  findCommand,
  isRejection,
  nearCommand,
  readCommandLines,
  type Command,
  type CommandContext,
  type CommandLine,
} from "../commands/index.ts";
import type { NearMiss, RefusedLine } from "../effects/index.ts";
import type { Actor } from "../incident/actor.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { mayCommand, personOf, type Person } from "../incident/person.ts";
import type { Receipt } from "../incident/snapshot.ts";
import { toEntryText } from "../incident/timeline.ts";
import { toAgenda } from "../reminders/index.ts";
import { declare, DECLARING } from "./declare.ts";
import { reachOf } from "./tell-desk.ts";
import { briefOf, isFromThread, situationOf, withOutcomes, type Given, type Walk } from "./walk.ts";
import { writtenAfter } from "./written-then.ts";

/** Text that may hold commands: a comment, or the first body of the issue. */
export interface Speech {
  readonly subject: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly url: string;
  readonly text: string;
  readonly receipts: readonly Receipt[];
}

interface Answers {
  readonly walk: Walk;
  readonly refused: readonly RefusedLine[];
  readonly nearMisses: readonly NearMiss[];
  readonly outsider: boolean;
  readonly known: number;
  /** Commands that were refused with a comment of their own. */
  readonly declined: number;
}

const NOT_YOURS = "That is for somebody else to say.";

// More of them in one comment are no mistake that a longer answer would mend.
const TOLD = 20;

/** Is this text worth an answer: does it hold a line that is a command, or nearly one? */
export const speaks = (lines: readonly CommandLine[]): boolean =>
  lines.some((line) => findCommand(line.word) !== null || nearCommand(line.word) !== null);

/** Sitrep's receipts for this text where nothing else tells what became of it: the record is lost. */
const answersTo = (speech: Speech, given: Given): readonly Receipt[] =>
  isFromThread(given) ? speech.receipts : [];

const isDone = (receipts: readonly Receipt[]): boolean =>
  receipts.some((receipt) => receipt !== "refused");

/** Does this text declare an incident? */
export const declares = (lines: readonly CommandLine[]): boolean =>
  lines
    .map((line) => findCommand(line.word))
    .some((command) => command !== null && DECLARING.includes(command.name));

function toContext(
  walk: Walk,
  incident: Incident,
  actor: Person,
  speech: Speech,
  given: Given,
): CommandContext {
  const answers = answersTo(speech, given);
  return {
    incident,
    policy: given.policy,
    people: given.people,
    actor,
    at: speech.at,
    url: speech.url,
    statusUrl: given.snapshot.status?.url ?? null,
    brief: briefOf(incident, walk.fields),
    situation: situationOf(incident, walk.fields, given),
    community: reachOf(incident, given),
    agenda: () => toAgenda(situationOf(incident, walk.fields, given)),
    // Where some lines were refused, nothing but their own merit tells which.
    trusted: isDone(answers) && !answers.includes("refused"),
    writtenThen: (role) => writtenAfter(speech, given)?.[role] ?? null,
    commands: COMMANDS,
  };
}

const toRefused = (line: CommandLine, command: Command, problem: string): RefusedLine => ({
  line: toEntryText(line.raw),
  problem,
  usage: command.usage,
  who: command.who.title,
});

function runLine(
  answers: Answers,
  line: CommandLine,
  actor: Person,
  speech: Speech,
  given: Given,
): Answers {
  const command = findCommand(line.word);
  const { walk } = answers;
  const incident = walk.incident;
  if (command === null) {
    const meant = nearCommand(line.word);
    if (meant === null) return answers;
    return { ...answers, nearMisses: [...answers.nearMisses, { typed: line.word, meant }] };
  }
  if (incident === null) return answers;
  if (!incident.active && !DECLARING.includes(command.name)) return answers;
  const context = toContext(walk, incident, actor, speech, given);
  const counted = { ...answers, known: answers.known + 1 };
  const refuse = (problem: string): Answers => ({
    ...counted,
    refused: [...answers.refused, toRefused(line, command, problem)],
  });
  if (!context.trusted && !command.who.allows(context)) {
    // Who may command in general is told whose it is.
    return mayCommand(actor, given.policy) ? refuse(NOT_YOURS) : { ...counted, outsider: true };
  }
  const parsed = command.parse(line, given.policy);
  if (parsed.kind === "problem") return refuse(parsed.problem);
  const key = `${speech.subject}/${line.index}`;
  const done = isDone(answersTo(speech, given));
  const cause = { key, at: speech.at, url: speech.url, done };
  const result = command.decide(parsed.value, context);
  if (isRejection(result)) {
    if (result.instead === undefined) return refuse(result.problem);
    const next = withOutcomes(walk, result.instead, cause);
    return { ...counted, walk: next, declined: answers.declined + 1 };
  }
  return { ...counted, walk: withOutcomes(walk, result, cause) };
}

function withReply(answers: Answers, actor: Person, speech: Speech, given: Given): Walk {
  const { walk, refused, nearMisses } = answers;
  if (refused.length + nearMisses.length === 0 || !mayCommand(actor, given.policy)) return walk;
  const told = { refused: refused.slice(0, TOLD), nearMisses: nearMisses.slice(0, TOLD) };
  const message = { name: "reply", data: { to: actor.login, ...told } } as const;
  const cause = { key: speech.subject, at: speech.at, done: answersTo(speech, given).length > 0 };
  return withOutcomes(walk, [{ kind: "post", key: "reply", message }], cause);
}

/** The receipts that say what became of the commands: both, when some were done and some refused. */
function receiptsFor(answers: Answers, lines: readonly CommandLine[]): readonly Receipt[] {
  const rejected = answers.refused.length + answers.declined;
  const refused = answers.outsider || rejected > 0;
  const done = answers.known > rejected && !answers.outsider;
  const waits = lines.some((line) => findCommand(line.word)?.name === "handoff");
  return [
    ...(done ? ([waits ? "seen" : "done"] as const) : []),
    ...(refused ? (["refused"] as const) : []),
  ];
}

const toStart = (walk: Walk): Answers => ({
  walk,
  refused: [],
  nearMisses: [],
  outsider: false,
  known: 0,
  declined: 0,
});

/** The walk with what came of refusals that had a comment of their own, which stands still: the record of them is lost. */
function withDeclined(
  walk: Walk,
  lines: readonly CommandLine[],
  actor: Person,
  speech: Speech,
  given: Given,
): Walk {
  return lines.reduce((now, line) => {
    const cause = `${speech.subject}/${line.index}/`;
    if (!given.snapshot.posts.some(({ key }) => key.startsWith(cause))) return now;
    const answers = runLine(toStart(now), line, actor, speech, given);
    return answers.declined > 0 ? answers.walk : now;
  }, walk);
}

/**
 * The walk after a comment: every command line in it took effect in order, the refused ones are answered in one reply, and
 * the receipt says what became of them. Text of bots and of Sitrep itself is never a command (docs/architecture.md, decision 6).
 */
export function hear(walk: Walk, speech: Speech, given: Given): Walk {
  if (speech.actor.kind !== "person") return walk;
  const lines = readCommandLines(speech.text);
  if (!speaks(lines)) return walk;
  const declaring = declares(lines);
  if (walk.incident === null && !declaring) return walk;
  const answered = answersTo(speech, given);
  const { login } = speech.actor;
  const actor = personOf(given.people, login) ?? { login, nodeId: null, role: "none" };
  // A receipt of refusal alone: the answer was given, and what was refused then stays so.
  if (answered.length > 0 && !isDone(answered)) {
    return withDeclined(walk, lines, actor, speech, given);
  }
  const declared =
    declaring && (isDone(answered) || mayCommand(actor, given.policy))
      ? declare(walk, { at: speech.at, by: actor }, given)
      : walk;
  const start = toStart(declared);
  if (declared.incident === null) {
    return withReceipts(declared, speech, ["refused"]);
  }
  const answers = lines.reduce((now, line) => runLine(now, line, actor, speech, given), start);
  return withReceipts(
    withReply(answers, actor, speech, given),
    speech,
    receiptsFor(answers, lines),
  );
}

function withReceipts(walk: Walk, speech: Speech, receipts: readonly Receipt[]): Walk {
  const owed = receipts
    .filter((receipt) => !speech.receipts.includes(receipt))
    .map((receipt) => ({ subject: speech.subject, receipt }));
  return { ...walk, receipts: [...walk.receipts, ...owed] };
}
