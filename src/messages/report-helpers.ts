import type { HelperDelegate, HelperOptions } from "handlebars";
import { PHASES, type PhaseName } from "../incident/phases.ts";
import type { Policy } from "../incident/policy.ts";
import { isBlockName, toBlock, type ReportTime } from "../report/index.ts";
import { toLength } from "./helpers.ts";
import { inline, link, short, titled } from "./places.ts";
import { toReminderWords } from "./reminder-words.ts";
import type { ReportPeople } from "./report-people.ts";
import { toPlaces, toToldTitle } from "./told-places.ts";
import { toRaw } from "./user-text.ts";
import { cut, toOneLine } from "./visible.ts";

/** What a report's helpers know besides their arguments. */
export interface ReportSurroundings {
  readonly policy: Policy;
  readonly people: ReportPeople;
  readonly time: ReportTime;
}

const around = (options: HelperOptions): ReportSurroundings => options.data as ReportSurroundings;
const instant = (value: unknown): number => (typeof value === "number" ? value : 0);

// Of words alone: a login is spelled as it is.
const toFirst = (text: string): string =>
  text.replace(/^(?:the|a)(?= )/, (word) => word.charAt(0).toUpperCase() + word.slice(1));

function nameOf(name: unknown): string {
  const text = typeof name === "string" ? name : "";
  if (!isBlockName(text)) throw new Error(`"${text}" is no name: small letters, digits and dashes`);
  return text;
}

const isPhase = (name: string): name is PhaseName => Object.hasOwn(PHASES, name);

/** GitHub's own limit for an issue's title. */
const LONGEST_TITLE = 256;

// What is neither a letter nor a sign that means nothing in Markdown; in YAML's quotation marks each can be written by its number.
const NOT_PLAIN =
  /[^\p{L}\p{M}\p{N} .,:;'’()?!%+–—-]|(?<=www)\.|:(?=\/)|(?<=GH)-(?=\d)|(?<!\w)[\da-f](?=[\da-f]{6,40}(?!\w))/giu;

function toCode(sign: string): string {
  const code = (sign.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}

// What stands in brackets of a link is taken for no reference, and so needs nothing taken apart.
const REFERENCE = /^(?:[\w-]{1,39}\/[\w.-]{1,100})?#\d{1,9}$|^[\da-f]{7}$/;

/** So many times: `once`, `twice`, `3 times`. */
const toOften = (count: number): string =>
  count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;

/**
 * What a report's template can do with a value, by the name that it uses; the whole language of a team's own template. Each answers
 * text that is safe for its place.
 */
export const REPORT_HELPERS: Readonly<Record<string, HelperDelegate>> = {
  /** Names a person as the policy has it: `the Incident Commander`, or their login. */
  who: (login: unknown, options: HelperOptions) => around(options).people.who(toRaw(login)),
  /** The same at the beginning of a sentence. */
  Who: (login: unknown, options: HelperOptions) =>
    toFirst(around(options).people.who(toRaw(login))),
  /** Names a person beside another of the same role: `the second`. */
  bare: (login: unknown, beside: unknown, options: HelperOptions) =>
    around(options).people.bare(toRaw(login), toRaw(beside)),
  /** An expert's area in brackets, behind their name; nothing where that tells it. */
  areaOf: (login: unknown, area: unknown, options: HelperOptions) =>
    around(options).people.area(toRaw(login), toRaw(area)),
  /** People's words, with those who took part named as the policy has it. */
  said: (text: unknown, options: HelperOptions) =>
    inline(around(options).people.words(toRaw(text))),
  /** `2026-05-04 09:30 UTC (11:30 Berlin)`. */
  moment: (at: unknown, options: HelperOptions) => around(options).time.moment(instant(at)),
  /** `09:30 UTC (11:30 Berlin)`. */
  clock: (at: unknown, options: HelperOptions) => around(options).time.clock(instant(at)),
  /** `2026-05-04`, in UTC. */
  dateOf: (at: unknown, options: HelperOptions) => around(options).time.date(instant(at)),
  /** Minutes as `2 h 13 min`. */
  lasting: (count: unknown) => toLength(instant(count)),
  /** `once`, `twice`, `3 times`. */
  often: (count: unknown) => toOften(instant(count)),
  /** The team's title for a role, by its code name. */
  roleTitle: (name: unknown, options: HelperOptions) => {
    const { roles } = around(options).policy;
    const role = typeof name === "string" ? name : toRaw(name);
    return Object.hasOwn(roles, role)
      ? short(roles[role as keyof typeof roles].title)
      : short(role);
  },
  /** The words for a phase. */
  stateTitle: (name: unknown) => {
    const phase = toRaw(name);
    return isPhase(phase) ? PHASES[phase].title : short(phase);
  },
  /** What a reminder is about, in a few words. */
  reminderTitle: (name: unknown) => toReminderWords(toRaw(name)).title,
  /** What was told outside, in a few words: `the status update`. */
  toldTitle: (what: unknown) => toToldTitle(toRaw(what)),
  /** Where it was told: `#updates and [ticket 125](...)`. */
  places: (told: unknown) => toPlaces(told),
  /** A web address as a link, with a text if one is given. */
  linkTo: (url: unknown, label: unknown) => {
    const text = typeof label === "string" ? label : toRaw(label);
    return link(toRaw(url), text === "" ? undefined : text);
  },
  /** A link to an issue, a pull request or a commit, by its name: `#12`, `owner/repo#12`, `0a1b2c3`. */
  reference: (url: unknown, name: unknown) => {
    const label = toRaw(name);
    const href = link(toRaw(url), "x");
    return REFERENCE.test(label) && href.startsWith("[x](")
      ? `[${label}]${href.slice("[x]".length)}`
      : link(toRaw(url), label);
  },
  /** A web address as a link, with the title of what is there as its text. */
  titled: (url: unknown, title: unknown) => titled(toRaw(url), toRaw(title)),
  /** A text as a value of the front matter: what it says is all there, and means nothing where the report is shown as a comment. */
  yaml: (text: unknown) =>
    `"${cut(toOneLine(toRaw(text)), LONGEST_TITLE).replace(NOT_PLAIN, toCode)}"`,
  eq: (one: unknown, other: unknown) => {
    const [left, right] = [one, other].map((value) =>
      typeof value === "string" ? value : toRaw(value),
    );
    return left === right;
  },
  /** `{{#facts "name"}}...{{/facts}}`: what Sitrep keeps up to date. Nothing where nothing stands in it. */
  facts(this: unknown, name: unknown, options: HelperOptions) {
    const inner = options
      .fn(this)
      .replace(/\n{3,}/g, "\n\n")
      .trim();
    return inner === "" ? "" : toBlock("facts", nameOf(name), inner);
  },
  /** `{{#question "name"}}...{{/question}}`: what only people know. */
  question(this: unknown, name: unknown, options: HelperOptions) {
    const text = options.fn(this).replace(/\s+/g, " ").trim();
    return text === "" ? "" : `<!-- sitrep:question ${nameOf(name)} -->\n> **${text}**\n`;
  },
};
