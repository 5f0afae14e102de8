import { ACTION_TITLE_LIMIT, isSameAction } from "../incident/action-items.ts";
import { toEntryText } from "../incident/timeline.ts";
import { defineCommand, reject, type Parsed } from "./command.ts";
import { isPerson, parseTarget, toHolder } from "./target.ts";
import { responders } from "./who.ts";

/** What `/action` asks for: a title, and whom it names at the end. */
interface Asked {
  readonly title: string;
  /** Login, or `me`; null: nobody. */
  readonly assignee: string | null;
}

const AT_END = /(?:^|\s)(@[\w-]+|me)[.,;]?$/i;

function parseAction(line: string): Parsed<Asked> {
  const words = line.replace(/\s+/g, " ").trim();
  const [found = "", named = null] = AT_END.exec(words) ?? [];
  const target = named === null ? null : parseTarget(named);
  if (target?.kind === "problem") return target;
  const title = words.slice(0, words.length - found.length).trim();
  if (title === "") return { kind: "problem", problem: "It does not say what is to be done." };
  if (title.length > ACTION_TITLE_LIMIT) {
    const problem = `A title has ${ACTION_TITLE_LIMIT} characters at most; the rest goes into its issue.`;
    return { kind: "problem", problem };
  }
  const value = { title, assignee: target?.value.login ?? null };
  return { kind: "value", value, logins: target?.logins ?? [] };
}

const MOST = 100;

/** `/action`: an action item, an issue of its own beneath the incident's (docs/process.md, Terms). */
export const action = defineCommand<Asked>({
  name: "action",
  aliases: ["action-item"],
  usage: "/action TITLE [@user]",
  summary: "files an action item as an issue of its own, beneath this one",
  examples: ["/action watch the disks", "/action write a runbook for full disks @bo"],
  who: responders,
  parse: ({ line }) => parseAction(line),
  decide: ({ title, assignee }, context) => {
    const { incident, situation, actor } = context;
    const wanted = incident.actionsWanted ?? [];
    const isThere = [...situation.actionItems, ...wanted].some((one) =>
      isSameAction(one.title, title),
    );
    if (isThere) return [];
    if (situation.actionItems.length + wanted.length >= MOST) {
      return reject(`An issue can have ${MOST} issues beneath it at most.`);
    }
    const person = assignee === null ? null : toHolder({ login: assignee, rest: "" }, context);
    if (person !== null && !isPerson(person)) return person;
    const by = actor.login;
    const who = person?.login ?? null;
    const entry = {
      kind: "action",
      by,
      text: toEntryText(title),
      ...(who === null ? {} : { who }),
    } as const;
    return [
      { kind: "want-action", action: { title, assignee: who, by } },
      { kind: "log", entry },
    ];
  },
});
