/**
 * Who did something on GitHub: a person, another bot, Sitrep itself, or an account that no longer exists.
 * Only a person is ever answered (bots never command, Sitrep never answers itself).
 */
export type ActorKind = "person" | "bot" | "self" | "gone";

/** The author of a comment, an edit or an event; `login` without `@` and without `[bot]`. */
export interface Actor {
  readonly login: string;
  readonly kind: ActorKind;
}

/** Logins are equal without regard to case, as GitHub treats them. */
export const isSameLogin = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase();
