import type { HelperDelegate, HelperOptions } from "handlebars";
import { TASKS } from "../incident/fields/index.ts";
import { toIso, toReadable } from "../incident/instant.ts";
import { PHASES, type PhaseName } from "../incident/phases.ts";
import type { Policy } from "../incident/policy.ts";
import { ROLES, type RoleName } from "../incident/roles.ts";
import { toWeekday, toWords, toZoned } from "../incident/time/index.ts";
import {
  cellCode,
  code,
  link,
  mention,
  mentionAny,
  person,
  quote,
  sentence,
  short,
  titled,
} from "./places.ts";
import { toReminderWords } from "./reminder-words.ts";
import { toRaw } from "./user-text.ts";

/** What helpers know besides their arguments: the team's names for roles, and where profiles are. */
export interface Surroundings {
  readonly policy: Policy;
  /** Base of profile links, e.g. `https://github.com`. */
  readonly server: string;
}

const isRole = (name: string): name is RoleName => Object.hasOwn(ROLES, name);
const isPhase = (name: string): name is PhaseName => Object.hasOwn(PHASES, name);

/** Fields of the top comment that are no role, by their code name. */
const FIELD_TITLES: Readonly<Record<string, string>> = {
  status: "Status",
  severity: "Severity",
  ticket: "Support ticket",
  impactStarted: "Impact started",
};

function titleOf(name: string, { roles }: Policy): string {
  const role = name === "experts" ? "expert" : name;
  if (Object.hasOwn(roles, role)) return roles[role as keyof Policy["roles"]].title;
  return Object.hasOwn(FIELD_TITLES, name) ? (FIELD_TITLES[name] ?? name) : name;
}

/** `135` to `2 h 15 min`: hours are the largest unit, as the report's Duration has it. */
export function toLength(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

const FEW = 5;
// A day of the week tells one day only.
const WEEK_MS = 6 * 24 * 60 * 60_000;

/** `“a”, “b” and 3 more`: several short texts in one line, five at most. */
function few(texts: readonly string[]): string {
  const shown = texts.slice(0, FEW).map((text) => `“${short(text)}”`);
  const more = texts.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

const toNames = (names: unknown): readonly string[] =>
  Array.isArray(names) ? names.map(toRaw) : [];

const surroundings = (options: HelperOptions): Surroundings => options.data as Surroundings;
const instant = (value: unknown): number => (typeof value === "number" ? value : 0);

/**
 * What templates can do with a value, by the name that they use. Each answers text that is safe for its place. No helper
 * is named like a field of the data: `{{name}}` would mean the helper.
 */
export const HELPERS: Readonly<Record<string, HelperDelegate>> = {
  /** Names a person without notifying them. */
  person: (login: unknown, options: HelperOptions) =>
    person(toRaw(login), surroundings(options).server),
  /** Names and notifies a person: only where they are asked for something. */
  mention: (login: unknown) => mention(toRaw(login)),
  /** Names and notifies several, teams too: those whom a reminder names. */
  callAll: (names: unknown) => toNames(names).map(mentionAny).join(", "),
  /** Names several without notifying them. */
  nameAll: (names: unknown, options: HelperOptions) =>
    toNames(names)
      .map((name) => person(name, surroundings(options).server))
      .join(", "),
  /** `2026-05-04 09:30 UTC`. */
  time: (at: unknown) => toReadable(instant(at)),
  /** `2026-05-04`, where the hour does not matter. */
  dated: (at: unknown) => toIso(instant(at)).slice(0, 10),
  /** `09:30`, below a date. */
  clock: (at: unknown) => toIso(instant(at)).slice(11, 16),
  /** `Mon 2026-05-04 09:30 UTC`, for what is to come. */
  when: (at: unknown) => `${toWeekday(instant(at))} ${toReadable(instant(at))}`,
  /** `Mon 09:30 UTC`, or with its date where that is further from the other time than the days of a week tell. */
  near: (at: unknown, other: unknown) => {
    const shown = toReadable(instant(at));
    const isNear = Math.abs(instant(at) - instant(other)) < WEEK_MS;
    return `${toWeekday(instant(at))} ${isNear ? shown.slice(-"09:30 UTC".length) : shown}`;
  },
  /** `Mon 11:30 in Europe/Berlin`; nothing where that is no zone, or UTC. */
  zoned: (at: unknown, zone: unknown) => toZoned(toRaw(zone), instant(at)) ?? "",
  /** `2 h 15 min`. */
  length: (count: unknown) => toLength(instant(count)),
  /** The team's title for a role or field of the top comment, by its code name. */
  title: (name: unknown, options: HelperOptions) =>
    short(titleOf(toRaw(name), surroundings(options).policy)),
  /** Whether the role with one holder has to be filled. */
  required: (name: unknown, options: HelperOptions) =>
    surroundings(options).policy.requiredRoles.some((role) => role === toRaw(name)),
  /** What a reminder is about, in a few words. */
  about: (name: unknown) => toReminderWords(toRaw(name)).title,
  /** `48 working hours`: how long the community may stay silent until that counts as agreement. */
  silence: (options: HelperOptions) => toWords(surroundings(options).policy.silence),
  /** When a reminder comes, in a sentence. */
  comes: (name: unknown) => toReminderWords(toRaw(name)).comes,
  /** What the holder of a role does, in a few words. */
  duty: (name: unknown) => (isRole(toRaw(name)) ? ROLES[toRaw(name) as RoleName].duty : ""),
  /** The command that fills a role, with what follows it: `/commander me`. */
  take: (name: unknown, whom: unknown) =>
    code(
      `${isRole(toRaw(name)) ? ROLES[toRaw(name) as RoleName].command : "/help"} ${toRaw(whom)}`,
    ),
  /** The words for a phase. */
  state: (name: unknown) => {
    const phase = toRaw(name);
    return isPhase(phase) ? PHASES[phase].title : short(phase);
  },
  /** The words for a step of the process, by its code name. */
  step: (id: unknown) => short(TASKS.find((task) => task.id === toRaw(id))?.text ?? toRaw(id)),
  /** The command that hands a role over. */
  handoff: (name: unknown) =>
    code(`/handoff @user${toRaw(name) === "commander" ? "" : ` ${toRaw(name)}`}`),
  /** A command word as people type it. */
  command: (word: unknown) => code(`/${toRaw(word)}`),
  /** A name: an area, a level. */
  short: (text: unknown) => short(toRaw(text)),
  /** Several short texts in one line, at most five of them. */
  few: (texts: unknown) => few(toNames(texts)),
  code: (text: unknown) => code(toRaw(text)),
  cellCode: (text: unknown) => cellCode(toRaw(text)),
  sentence: (text: unknown) => sentence(toRaw(text)),
  /** The text as a quote, on lines of its own; `url` leads to the whole where it had to be cut. */
  quote: (text: unknown, url: unknown) => quote(toRaw(text), toRaw(url) || null),
  /** A web address as a link, with a text of Sitrep's own if one is given. */
  link: (url: unknown, label: unknown) =>
    link(toRaw(url), typeof label === "string" ? label : undefined),
  /** A web address as a link, with the title of what is there as its text. */
  titled: (url: unknown, title: unknown) => titled(toRaw(url), toRaw(title)),
  eq: (one: unknown, other: unknown) => toRaw(one) === toRaw(other),
};
