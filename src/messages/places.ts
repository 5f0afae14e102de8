import { escapeLine } from "./escape.ts";
import { cut, toOneLine, toVisible } from "./visible.ts";

const INLINE_LIMIT = 300;
const SHORT_LIMIT = 80;
const SENTENCE_LIMIT = 500;
const QUOTE_LIMIT = 1000;
const QUOTE_LINES = 15;
const WHOLE_LIMIT = 5000;
const LINK_LIMIT = 500;
const LABEL_LIMIT = 60;

/** In running text, a list item, a heading or a cell of a table: one line, inert. */
export const inline = (text: string): string => escapeLine(cut(toOneLine(text), INLINE_LIMIT));

/** As {@link inline}, for names: a login, an area, a level. */
export const short = (text: string): string => escapeLine(cut(toOneLine(text), SHORT_LIMIT));

/** As code, in which GitHub makes nothing of anything; not for a cell of a table (see {@link cellCode}). */
export function code(text: string): string {
  const line = cut(toOneLine(text), INLINE_LIMIT);
  if (line === "") return "";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(line) ? " " : "";
  return `${ticks}${pad}${line}${pad}${ticks}`;
}

/** As code in a cell of a table, which a bare `|` would end. */
export const cellCode = (text: string): string => code(text).replaceAll("|", "\\|");

/** A sentence of Sitrep's own that may hold commands between backticks, and words of people anywhere: both inert. */
export const sentence = (text: string): string =>
  cut(toOneLine(text), SENTENCE_LIMIT)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 0 ? escapeLine(part) : part))
    .join("");

/** As a quote over several lines; where it is cut, `url` (a comment's address) leads to the whole. */
export function quote(text: string, url: string | null = null): string {
  const whole = toVisible(text).trim();
  const lines = cut(whole, QUOTE_LIMIT).split("\n");
  const shown = lines.slice(0, QUOTE_LINES).map((line) => `> ${inlineOf(line)}`.trimEnd());
  // A text that ends so was cut before it came here.
  const isCut = whole.length > QUOTE_LIMIT || lines.length > QUOTE_LINES || whole.endsWith("…");
  if (!isCut || url === null) return shown.join("\n");
  return [...shown, `> ${link(url, "Read all of it")}`].join("\n");
}

/** As a quote, all of it: for what has a limit of its own, far below this one. */
export const quoteWhole = (text: string): string =>
  cut(toVisible(text).trim(), WHOLE_LIMIT)
    .split("\n")
    .map((line) => `> ${inlineOf(line)}`.trimEnd())
    .join("\n>\n");

const inlineOf = (line: string): string => escapeLine(toOneLine(line));

/** The address as it may stand in a Markdown link; null when it is none of http(s), or too long to be one. */
function toHref(url: string): string | null {
  const parsed = URL.parse(url.trim());
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.href.length > LINK_LIMIT)
    return null;
  return parsed.href
    .replace(
      /[^\w:/?#@!',;=%.~&+-]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .replaceAll("&", "&amp;");
}

/** A link to a web address, its own short form as the text unless there is a better one; not a link when it is no address. */
export function link(url: string, label?: string): string {
  const href = toHref(url);
  if (href === null) return short(url);
  const bare = toOneLine(url)
    .replace(/^https?:\/\/(?:www\.)?/i, "")
    .replace(/\/$/, "");
  return `[${escapeLine(label ?? cut(bare, LABEL_LIMIT))}](${href})`;
}

// GitHub's rule for logins; `_` only in the suffix of enterprise-managed accounts.
const LOGIN = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}(?:_[a-z\d]+)?$/i;

/** A link whose text is the title of what is there. */
export const titled = (url: string, title: string): string =>
  link(url, cut(toOneLine(title), SHORT_LIMIT));

/** A person as a link to their profile: they are named, and not notified. */
export const person = (login: string, server: string): string =>
  LOGIN.test(login) ? `[${login}](${server}/${login})` : short(login);

/** A person who is notified, since the message asks them for something. */
export const mention = (login: string): string => (LOGIN.test(login) ? `@${login}` : inline(login));

// A team as the policy names it: the organisation's login, and the team's name in its address.
const TEAM = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}\/[a-z\d](?:[a-z\d]|[-_](?=[a-z\d])){0,99}$/i;

/** A person or a team (`org/team`) who is notified. Teams are only ever named by the policy. */
export const mentionAny = (name: string): string => (TEAM.test(name) ? `@${name}` : mention(name));
