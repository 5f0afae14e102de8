import type { ChatIncident, ChatTell, TellKind } from "../effects/chat.ts";
import { toReadable } from "../incident/instant.ts";
import { findPhase, PHASES } from "../incident/phases.ts";
import type { Policy } from "../incident/policy.ts";
import { ROLE_NAMES } from "../incident/roles.ts";
import { plainLine } from "./chat-blocks.ts";

const NAME_LIMIT = 80;

/** A name as plain text: of a person, a role, a severity. */
export const toName = (text: string): string => plainLine(text, NAME_LIMIT);

/** Where the incident stands, in a word. */
export const toState = ({ phase, isClosed }: ChatIncident): string =>
  isClosed ? "Closed" : PHASES[phase].title;

/** When it was declared, and by whom. */
export function toDeclared({ declaredAt, declaredBy }: ChatIncident): string {
  const by = declaredBy === null ? "" : ` by ${toName(declaredBy)}`;
  return `declared${by}, ${toReadable(declaredAt)}`;
}

function titleOf(role: string | null, { roles }: Policy): string {
  const name = ROLE_NAMES.find((one) => one === role);
  return toName(name === undefined ? (role ?? "") : roles[name].title);
}

function toRoleWords({ by, who, what }: ChatTell, policy: Policy): string {
  const title = titleOf(what, policy);
  const says = by === null ? "" : `, says ${toName(by)}`;
  if (who === null) return `Nobody is ${title} now${says}.`;
  if (who === by) return `${toName(who)} is ${title} now.`;
  return by === null
    ? `${toName(who)} is ${title} by default.`
    : `${toName(by)} made ${toName(who)} ${title}.`;
}

function toPhaseWords({ by, what }: ChatTell): string {
  const phase = findPhase(what ?? "");
  const state = phase === null ? toName(what ?? "") : PHASES[phase].title;
  return by === null ? `${state}.` : `${state}, says ${toName(by)}.`;
}

const CLOSED_AS: Readonly<Record<string, string>> = {
  not_planned: " as not planned",
  duplicate: " as a duplicate",
};

const said = (what: string, by: string | null): string =>
  by === null ? `${what}.` : `${what}, says ${toName(by)}.`;

// GitHub's own automations, and those of others, are nobody.
const doneBy = (what: string, by: string | null): string =>
  `${what} by ${by === null ? "an automation" : toName(by)}`;

const WORDS: Readonly<Record<TellKind, (tell: ChatTell, policy: Policy) => string>> = {
  escalated: ({ by }) =>
    by === null
      ? "Help is needed: time ran out, and users cannot work yet."
      : `Help is needed: ${toName(by)} asks for it.`,
  vacant: () => "Nobody leads the response.",
  role: toRoleWords,
  update: ({ by }) => (by === null ? "Status update." : `Status update from ${toName(by)}.`),
  phase: toPhaseWords,
  reopened: ({ by }) => `${doneBy("Opened again", by)}: the incident goes on.`,
  confirmed: ({ by }) => said("The community confirmed that it is over", by),
  published: ({ by }) =>
    `The Incident Report is published${by === null ? "" : ` by ${toName(by)}`}.`,
  closed: ({ by, what }) => `${doneBy("Closed", by)}${CLOSED_AS[what ?? ""] ?? ""}.`,
  cancelled: ({ by }) => said("No incident after all", by),
};

/** Does it call people, for help or to lead? Nothing else notifies anybody. */
export const isCall = ({ kind }: Pick<ChatTell, "kind">): boolean =>
  kind === "escalated" || kind === "vacant";

/** What happened, in one plain sentence. */
export const toTellWords = (tell: ChatTell, policy: Policy): string =>
  WORDS[tell.kind](tell, policy);

/** Whom to ask, where help is called for. */
export const toLeadWords = ({ commander }: ChatIncident, { roles }: Policy): string =>
  commander === null
    ? `Nobody is ${toName(roles.commander.title)}: whoever can take it, write /commander me in the issue.`
    : `${toName(commander)} is ${toName(roles.commander.title)} and says what is needed. To join, write /sme me in the issue.`;
