import type { CommunityText } from "../incident/community.ts";
import { isOngoing } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { addDuration, type Duration, parseDuration } from "../incident/time/index.ts";
import { toEntryText } from "../incident/timeline.ts";
import { type CommandContext, defineCommand, type Parsed, reject } from "./command.ts";
import { tell, tooLong, toPromise } from "./telling.ts";
import { responders } from "./who.ts";
import { toWords } from "./words.ts";

interface Update {
  /** Sent whatever the check of its words says. */
  readonly insists: boolean;
  readonly text: string;
  /** From now to the next update, as promised, by the wall clock or by the team's calendar; null: no promise. */
  readonly next: Duration | null;
}

const NEXT_LINE = /^[*_\s]*next(?:\s+update)?[*_\s]*:[*_\s]*(?:in\s+)?(.*?)[*_\s]*$/i;
/** A longer line is text, not a promise. */
const NEXT_LIMIT = 120;
const NOTHING_TOLD =
  "There is no text to tell: say what the state is, what was tried, and what comes next.";
const NEVER =
  "By the team's calendar there is never so much working time. Promise the next update by the clock, like `next: 2h`.";

/** Takes the promise from the last line, if it makes one. */
function parseUpdate(words: string, insists: boolean): Parsed<Update> {
  const start = words.lastIndexOf("\n") + 1;
  const last = words.slice(start);
  const next = last.length > NEXT_LIMIT ? null : NEXT_LINE.exec(last);
  const text = (next === null ? words : words.slice(0, start)).trim();
  if (text === "") return { kind: "problem", problem: NOTHING_TOLD };
  if (next === null) return { kind: "value", value: { text, next: null, insists } };
  const parsed = parseDuration(next[1] ?? "");
  if (parsed.kind === "value") {
    return { kind: "value", value: { text, next: parsed.duration, insists } };
  }
  return {
    kind: "problem",
    problem: `The last line promises the next update, like \`next: 2h\`, but: ${parsed.problem}`,
  };
}

/** When they hear again by the process; null: nobody says. */
function nextByRule({ incident, policy, at }: CommandContext): Instant | null {
  const settings = policy.reminders["update-due"];
  if (settings === null || !isOngoing(incident)) return null;
  return addDuration(policy.calendar, at, settings.every);
}

/** The update as the community is to read it: the first one after the resolution tells them that it is over. */
function toText(text: string, promisedAt: Instant | null, context: CommandContext): CommunityText {
  const { incident, actor, at, url } = context;
  const isOver = incident.phase === "resolved" && incident.vouched.announce === undefined;
  return {
    name: isOver ? "resolved" : "update",
    isUpdate: true,
    words: text,
    promisedAt,
    nextAt: promisedAt ?? nextByRule(context),
    by: actor.login,
    at,
    url,
  };
}

/** `/update`: what the community is told (docs/process.md, step 9), and when they hear again. */
export const update = defineCommand<Update>({
  name: "update",
  aliases: [],
  usage: "/update TEXT",
  summary:
    "tells the community where things stand; a last line `next: 2h` promises the next update, and `/update!` sends what the check of its words doubts",
  examples: [
    "/update logins work again, we watch it",
    "/update logins are slow\nnext: 2h",
    "/update logins are slow\nnext: 2 working hours",
    "/update! the fix is out at 15:00, as announced",
  ],
  who: responders,
  parse: (argument) => parseUpdate(toWords(argument), argument.insists ?? false),
  decide: ({ text, next, insists }, context) => {
    const { incident, policy, actor, at, url, community } = context;
    const by = actor.login;
    const nextAt = next === null ? null : addDuration(policy.calendar, at, next);
    if (next !== null && nextAt === null) return reject(NEVER);
    const told = { at, by, text: toEntryText(text), url, nextAt };
    const present = incident.update;
    if (present !== null && present.at === at && present.by === by && present.text === told.text) {
      return [];
    }
    if (community !== null) {
      const problem = tooLong(text, community);
      if (problem !== null) return reject(problem);
      return tell(toText(text, nextAt, context), insists, { ...context, community });
    }
    return [
      { kind: "record-update", update: told },
      { kind: "log", entry: { kind: "update", by, text: told.text, ...toPromise(nextAt) } },
    ];
  },
});
