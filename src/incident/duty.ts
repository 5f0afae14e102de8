import { isSameLogin } from "./actor.ts";
import { assertNever } from "./assert-never.ts";
import type { Instant } from "./instant.ts";
import { onRotation, type Rotation } from "./rotation.ts";

/** Duties outside of any one incident, which the policy says who has: the Support Steward, and the manager who helps to delegate. */
export const DUTY_NAMES = ["steward", "manager"] as const;
export type DutyName = (typeof DUTY_NAMES)[number];

/** Who in a team has a duty: its one member, or its first member by login. */
export type TeamPick = "only" | "first";

/** Where it stands who has a duty; `fallback` is a login that serves where that says nobody who could do it. */
export type Duty =
  | { readonly kind: "nobody" }
  | { readonly kind: "login"; readonly login: string }
  | { readonly kind: "rotation"; readonly rotation: Rotation; readonly fallback: string | null }
  | {
      readonly kind: "team";
      /** As `org/team`. */
      readonly team: string;
      readonly pick: TeamPick;
      readonly fallback: string | null;
      /** Logins in their order; null: not read, or they cannot be. */
      readonly members: readonly string[] | null;
    };

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
    case "team": {
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
