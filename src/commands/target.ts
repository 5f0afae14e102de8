import { isSameLogin } from "../incident/actor.ts";
import { mayHoldRole, type Person } from "../incident/person.ts";
import { reject, type CommandContext, type Parsed, type Rejection } from "./command.ts";

/** Whom a command names: an account, or `me`, the author of the comment. */
export interface Target {
  readonly login: string;
  /** What stands behind the name on the line. */
  readonly rest: string;
}

// GitHub's rule for logins; `_` only in the suffix of enterprise-managed accounts.
const LOGIN = /^@?([a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}(?:_[a-z\d]+)?)[,.;:]?(?=\s|$)/i;

/** Reads `@user` or `me` at the start of a line; the `@` may be missing. */
export function parseTarget(line: string): Parsed<Target> {
  const text = line.trim();
  if (text === "") return { kind: "problem", problem: "It does not say whom." };
  if (/^@?[\w-]+\//.test(text)) {
    return { kind: "problem", problem: "That is a team; a role is held by one person." };
  }
  const login = LOGIN.exec(text);
  if (login?.[1] === undefined) {
    return { kind: "problem", problem: "That does not read as a GitHub login." };
  }
  const rest = text.slice(login[0].length).trim();
  if (login[1].toLowerCase() === "me") return { kind: "value", value: { login: "me", rest } };
  return { kind: "value", value: { login: login[1], rest }, logins: [login[1]] };
}

/** The account that a target means, if it may hold a role; else the refusal that says why not. */
export function toHolder(target: Target, context: CommandContext): Person | Rejection {
  const { people, policy, actor, trusted } = context;
  if (target.login === "me" || isSameLogin(target.login, actor.login)) return actor;
  const person = people.get(target.login.toLowerCase());
  if (person === undefined || person === null) {
    if (trusted) return { login: target.login, nodeId: null, role: "none" };
    return reject(`There is no GitHub account named ${target.login}. Is it spelled right?`);
  }
  if (trusted || mayHoldRole(person, policy)) return person;
  return reject(
    `${person.login} has no write access to this repository, so they cannot hold a role. Give them access, or name somebody else.`,
  );
}

/** Tells an account from a refusal. */
export const isPerson = (result: Person | Rejection): result is Person => "login" in result;
