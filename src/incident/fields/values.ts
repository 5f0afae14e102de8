import { normalizeExperts, parseExperts } from "./experts.ts";
import { normalizeInstant, parseInstant, toInstantText } from "./instants.ts";
import { parseLogin, toLogin } from "./logins.ts";
import type { Parsed, ValueText } from "./parsed.ts";
import { normalizeTickets, parseTickets } from "./tickets.ts";
import type { FieldChanges, FieldName, FieldValues } from "./types.ts";
import { normalizeWords, parseWords, toWordsMarkdown } from "./words.ts";

/** The value of one field, under its name in `FieldValues`. */
export type FieldValue = Partial<FieldValues>;

/** The order in which fields stand in Sitrep's own section. */
export const FIELD_NAMES = [
  "status",
  "severity",
  "commander",
  "liaison",
  "experts",
  "representative",
  "ticket",
  "impactStarted",
] as const satisfies readonly FieldName[];

/** What a body without fields says. */
export const emptyValues: FieldValues = {
  commander: null,
  liaison: null,
  representative: null,
  experts: [],
  tickets: [],
  severity: null,
  status: null,
  impactStarted: null,
};

interface FieldKind {
  readonly parse: (text: ValueText) => Parsed<FieldValue>;
  readonly want: (changes: FieldChanges) => FieldValue | null;
}

const KINDS: Readonly<Record<FieldName, FieldKind>> = {
  status: wordsOf("status"),
  severity: wordsOf("severity"),
  commander: roleOf("commander"),
  liaison: roleOf("liaison"),
  experts: {
    parse: ({ plain, raw }) => under("experts", parseExperts(plain, raw)),
    want: ({ experts }) => (experts === undefined ? null : { experts: normalizeExperts(experts) }),
  },
  representative: roleOf("representative"),
  ticket: {
    parse: ({ plain, links, raw }) => under("tickets", parseTickets(plain, links, raw)),
    want: ({ tickets }) => (tickets === undefined ? null : { tickets: normalizeTickets(tickets) }),
  },
  impactStarted: {
    parse: ({ plain, raw }) => under("impactStarted", parseInstant(plain, raw)),
    want: ({ impactStarted }) => toWanted("impactStarted", impactStarted, normalizeInstant),
  },
};

/** Reads the text of a field's value. */
export function parseField(field: FieldName, text: ValueText): Parsed<FieldValue> {
  return KINDS[field].parse(text);
}

/**
 * What a change asks for one field, in its normal form; `null` if it asks nothing. A login, address or instant that
 * is none is left out: a change never writes what would not be read again.
 */
export function toWantedValue(field: FieldName, changes: FieldChanges): FieldValue | null {
  return KINDS[field].want(changes);
}

/** Whether two values of a field say the same; capitals in logins do not matter. */
export function isSameValue(one: FieldValue, other: FieldValue): boolean {
  return toComparable(one) === toComparable(other);
}

/** Whether a value says nothing. */
export function isEmptyValue(value: FieldValue): boolean {
  return Object.values(value).every((part) => part === null || part.length === 0);
}

/** The parts of a value as they are written: one for a single value, one each for experts and tickets, none if empty. */
export function toTexts(value: FieldValue, markup: "markdown" | "yaml"): readonly string[] {
  const { commander, liaison, representative, severity, status, impactStarted } = value;
  const login = commander ?? liaison ?? representative;
  if (login != null) return [`@${login}`];
  const words = severity ?? status;
  if (words != null) return [markup === "yaml" ? words : toWordsMarkdown(words)];
  if (impactStarted != null) return [toInstantText(impactStarted)];
  const experts = value.experts?.map(({ login: expert, area }) => {
    const shown = markup === "yaml" ? area : (area?.replaceAll("_", "\\_") ?? null);
    return shown === null ? `@${expert}` : `@${expert} (${shown})`;
  });
  return experts ?? value.tickets ?? [];
}

function roleOf(name: "commander" | "liaison" | "representative"): FieldKind {
  return {
    parse: ({ plain, raw }) => under(name, parseLogin(plain, raw)),
    want: (changes) => toWanted(name, changes[name], toLogin),
  };
}

function wordsOf(name: "status" | "severity"): FieldKind {
  return {
    parse: ({ plain }) => under(name, parseWords(plain)),
    want: ({ [name]: text }) =>
      text === undefined ? null : { [name]: text === null ? null : normalizeWords(text) },
  };
}

function under<T>(name: keyof FieldValues, parsed: Parsed<T>): Parsed<FieldValue> {
  return { ...parsed, value: { [name]: parsed.value } };
}

function toWanted(
  field: FieldName,
  wanted: string | null | undefined,
  normalize: (text: string) => string | null,
): FieldValue | null {
  if (wanted === undefined) return null;
  if (wanted === null) return { [field]: null };
  const value = normalize(wanted);
  return value === null ? null : { [field]: value };
}

function toComparable({ tickets, severity, status, experts, ...logins }: FieldValue): string {
  const people = experts?.map(({ login, area }) => [login.toLowerCase(), area]);
  return JSON.stringify([
    tickets,
    severity,
    status,
    people,
    Object.entries(logins).map(([field, login]) => [field, login?.toLowerCase() ?? null]),
  ]);
}
