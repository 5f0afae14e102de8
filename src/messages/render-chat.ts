import type { ChatContent, ChatIncident, ChatTell } from "../effects/chat.ts";
import type { Policy } from "../incident/policy.ts";
import { bold, calling, escapeChat, header, linked } from "./chat-blocks.ts";
import { plain, plainLine, richText, type ChatPiece } from "./chat-blocks.ts";
import { quotedWords } from "./chat-quote.ts";
import { isCall, toDeclared, toLeadWords, toName, toState, toTellWords } from "./chat-words.ts";

const TITLE_LIMIT = 150;
const FALLBACK_LIMIT = 500;
const MOST_CALLED = 30;

const titleOf = ({ title, name }: ChatIncident): string => plainLine(title, TITLE_LIMIT) || name;

/** The text for notifications, and for where blocks cannot be shown. */
const fallback = (...parts: readonly string[]): string =>
  escapeChat(plainLine(parts.filter((part) => part !== "").join(" "), FALLBACK_LIMIT));

const holder = (title: string, login: string | null): string =>
  `${toName(title)}: ${login === null ? "nobody yet" : toName(login)}\n`;

/** The message that shows where the incident stands; it is edited as that changes. What people wrote is inert in it. */
export function renderHead(incident: ChatIncident, { roles, requiredRoles }: Policy): ChatContent {
  const { severity, commander, liaison, url, name } = incident;
  const [state, level] = [toState(incident), toName(severity)];
  return {
    text: fallback(`${state}, ${level}:`, titleOf(incident), `(${name})`),
    blocks: [
      header(titleOf(incident)),
      richText([
        bold(state),
        plain(`, ${level}, ${toDeclared(incident)}\n`),
        plain(holder(roles.commander.title, commander)),
        ...(liaison === null && !requiredRoles.includes("liaison")
          ? []
          : [plain(holder(roles.liaison.title, liaison))]),
        linked(url, name),
      ]),
    ],
  };
}

interface Called {
  /** Ids in Slack of those who are known there. */
  readonly ids: readonly string[];
  /** The others' logins and teams. */
  readonly names: readonly string[];
}

const MEMBER = /^[UW][A-Z\d]+$/;

function toCalled({ calls }: ChatTell, { people }: Policy): Called {
  const logins = calls.map((name) => name.toLowerCase());
  const once = calls.filter((_, n) => logins.indexOf(logins[n] ?? "") === n);
  const all = once.slice(0, MOST_CALLED).map((name) => {
    const login = name.toLowerCase();
    const slack = Object.hasOwn(people, login) ? (people[login]?.slack ?? null) : null;
    return { name, id: slack !== null && MEMBER.test(slack) ? slack : null };
  });
  return {
    ids: [...new Set(all.flatMap(({ id }) => id ?? []))],
    names: all.flatMap(({ name, id }) => (id === null ? [toName(name)] : [])),
  };
}

/** The part of a message that calls people, and says whom to ask. */
function callBlocks(
  { ids, names }: Called,
  incident: ChatIncident,
  policy: Policy,
): readonly object[] {
  const others = names.length === 0 ? "" : `Called on GitHub: ${names.join(", ")}.\n`;
  return [
    ...(ids.length === 0 ? [] : [calling(ids, "please help.")]),
    richText([plain(`${others}${toLeadWords(incident, policy)}`)]),
  ];
}

/**
 * What happened, as one message; a declaration is the head itself. What people wrote is inert in it, and only those whom a
 * message calls are notified, as far as the policy knows them in Slack.
 */
export function renderTell(tell: ChatTell, incident: ChatIncident, policy: Policy): ChatContent {
  const url = tell.url ?? incident.url;
  const sentence = toTellWords(tell, policy);
  const called: Called = isCall(tell) ? toCalled(tell, policy) : { ids: [], names: [] };
  const mentions = called.ids.map((id) => `<@${id}>`).join(" ");
  const words = quotedWords(tell.text ?? "", url);
  const place: readonly ChatPiece[] = [
    linked(url, incident.name),
    // Below the incident's first message its title says nothing new.
    ...(policy.thread ? [] : [plain(`: ${titleOf(incident)}`)]),
    ...(tell.report ? [plain(", "), linked(tell.report, "Incident Report")] : []),
  ];
  const text = fallback(sentence, tell.text ?? "", `(${incident.name}: ${titleOf(incident)})`);
  return {
    text: mentions === "" ? text : `${mentions} ${text}`,
    blocks: [
      richText([bold(sentence)], words),
      ...(isCall(tell) ? callBlocks(called, incident, policy) : []),
      richText(place),
    ],
  };
}
