import { isPlaceholder } from "./placeholders.ts";
import type { Parsed } from "./parsed.ts";

// GitHub's rule for names; names that a company manages end in `_` and its short code.
const LOGIN = "[a-z\\d](?:[a-z\\d]|-(?=[a-z\\d])){0,38}(?:_[a-z\\d]{1,12})?";
const END = "(?![\\w-]|\\.[\\w-])";
const WHOLE = new RegExp(`^@?(${LOGIN})$`, "i");
const BARE = new RegExp(`^(${LOGIN})(?=\\s*(?:[(,;]|$))`, "i");
const MENTION = new RegExp(
  `(?<![\\w/.@\`-])@(?:(${LOGIN})(?!/[\\w-])${END}|([\\w.-]{1,100}/[\\w.-]{1,100}))`,
  "gi",
);

/** A login without `@` if the text is one by GitHub's rule, with or without `@`; else `null`. */
export function toLogin(text: string): string | null {
  const login = WHOLE.exec(text.trim())?.[1] ?? null;
  return login === null || isPlaceholder(`@${login}`) ? null : login;
}

/** Whether two logins are the same account: GitHub does not tell small letters from capitals. */
export function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** All mentions of people in a text, in order, and whether it names a team. */
export function findMentions(plain: string): {
  readonly logins: readonly { readonly login: string; readonly end: number }[];
  readonly hasTeam: boolean;
} {
  const found = [...plain.matchAll(MENTION)];
  return {
    logins: found.flatMap(({ 0: text, 1: login, index }) =>
      login === undefined ? [] : [{ login, end: index + text.length }],
    ),
    hasTeam: found.some(([, login]) => login === undefined),
  };
}

/** The login that a text without any `@` starts with, if nothing but a remark follows it. */
export function findBareLogin(plain: string): string | null {
  return plain.includes("@") ? null : (BARE.exec(plain)?.[1] ?? null);
}

/** The one person that a role's value names: the first mention counts. A team cannot hold a role. */
export function parseLogin(plain: string, raw: string): Parsed<string | null> {
  if (isPlaceholder(plain)) return { value: null, problems: [], exact: true };
  const { logins, hasTeam } = findMentions(plain);
  const login = logins[0]?.login ?? findBareLogin(plain);
  if (login !== null && isTrueLink(raw, login)) {
    return { value: login, problems: [], exact: toLogin(plain) !== null };
  }
  return {
    value: null,
    problems: [{ text: raw, why: hasTeam ? "team" : "not-a-login" }],
    exact: false,
  };
}

/** `[Ana](https://github.com/ana-sre)` must not be read as the account `Ana`. */
function isTrueLink(raw: string, login: string): boolean {
  const link = /\]\([^()\s]{0,200}\/([^()\s/]{1,100})\/?\)/.exec(raw);
  return link === null || raw.includes("@") || isSameLogin(link[1] ?? "", login);
}
