import { link, short } from "./places.ts";
import { toRaw } from "./user-text.ts";

/** What was told outside, by the name that the facts have for it. */
const TITLES: Readonly<Record<string, string>> = {
  declared: "the declaration",
  escalated: "the call for help",
  vacant: "that nobody leads",
  role: "the change of roles",
  update: "the status update",
  phase: "the new state",
  resolved: "that it is over",
  reopened: "that it goes on",
  confirmed: "that the community confirmed it",
  closed: "the closing",
  cancelled: "that it was no incident",
};

/** The words for what was told outside: `the status update`. */
export const toToldTitle = (what: string): string =>
  Object.hasOwn(TITLES, what) ? (TITLES[what] ?? "") : "something else";

/** A ticket by its number, where its address ends in one: several tickets of an incident are told apart by it. */
export function toTicketTitle(url: string): string {
  const [, number] = /\/(\d{1,15})\/?$/.exec(url) ?? [];
  return number === undefined ? "the support ticket" : `ticket ${number}`;
}

function toPlace(value: unknown): string {
  const { kind, place } = (value ?? {}) as { readonly kind?: unknown; readonly place?: unknown };
  const name = toRaw(place);
  return toRaw(kind) === "ticket" ? link(name, toTicketTitle(name)) : short(name);
}

/** Channels and tickets in a sentence: `#support, #updates and ticket 125`. Safe for a line of Markdown. */
export function toPlaces(places: unknown): string {
  const all = (Array.isArray(places) ? places : []).map(toPlace);
  const last = all.at(-1) ?? "";
  return all.length < 2 ? last : `${all.slice(0, -1).join(", ")} and ${last}`;
}
