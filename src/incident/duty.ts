import { isSameLogin } from "./actor.ts";
import { assertNever } from "./assert-never.ts";
import type { Instant } from "./instant.ts";
import { onRotation, type Rotation } from "./rotation.ts";

/** Duties outside of any one incident, which the policy says who has: the Support Steward, and the manager who helps to delegate. */
export const DUTY_NAMES = ["steward", "manager"] as const;
export type DutyName = (typeof DUTY_NAMES)[number];

/** Who of a team or a group has a duty: its one member, or its first member by login. */
export type TeamPick = "only" | "first";

/** Who is asked who has a duty: a team on GitHub (`org/team`), or a user group in Slack (`@handle`, or its id). */
export interface DutySource {
  readonly kind: "team" | "group";
  readonly name: string;
}

/** Where it stands who has a duty; `fallback` is a login that serves where that says nobody who could do it. */
export type Duty =
  | { readonly kind: "nobody" }
  | { readonly kind: "login"; readonly login: string; readonly fallback: string | null }
  | { readonly kind: "rotation"; readonly rotation: Rotation; readonly fallback: string | null }
  | (DutySource & {
      readonly pick: TeamPick;
      readonly fallback: string | null;
      /** Logins in their order; null: not read, or they cannot be. */
      readonly members: readonly string[] | null;
    });

/**
 * What a source answers: its members as it names them (logins; Slack's ids), or why it does not, in sentences. `gone`: there is
 * no such source, so that whoever was in it is not any more.
 */
export type SourceTold =
  | { readonly kind: "members"; readonly members: readonly string[] }
  | { readonly kind: "gone" | "failed"; readonly why: string };

/** Who had a duty by a source, as it was last known: it serves while the source cannot be read. Kept in the record. */
export interface KeptDuty extends DutySource {
  readonly who: string;
  readonly at: Instant;
}

/** Does this duty depend on a source that has to be asked? */
export const isAsked = (duty: Duty): duty is Extract<Duty, DutySource> =>
  duty.kind === "team" || duty.kind === "group";

/** What holds where the policy names nobody. */
export const NOBODY: Duty = { kind: "nobody" };

function named(duty: Duty, at: Instant): string | null {
  switch (duty.kind) {
    case "nobody":
      return null;
    case "login":
      return duty.login;
    case "rotation":
      return onRotation(duty.rotation, at);
    case "team":
    case "group": {
      const [first = null, ...others] = duty.members ?? [];
      return duty.pick === "only" && others.length > 0 ? null : first;
    }
    default:
      return assertNever(duty);
  }
}

/**
 * The logins that a duty may fall to at an instant, the first choice first; empty where nobody has it. Whether they may hold
 * a role is for the asker to see: the first one who may is meant.
 */
export function onDuty(duty: Duty, at: Instant): readonly string[] {
  const fallback = "fallback" in duty ? duty.fallback : null;
  const all = [named(duty, at), fallback].flatMap((login) => login ?? []);
  return all.filter((login, n) => all.findIndex((one) => isSameLogin(one, login)) === n);
}
