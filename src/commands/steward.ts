import { findOnDuty } from "../incident/on-duty.ts";
import type { Person } from "../incident/person.ts";
import type { RoleName } from "../incident/roles.ts";
import { reject, type CommandContext, type Rejection } from "./command.ts";

/** The word for the Support Steward where a command names a person. An account of that name is written with its `@`. */
export const STEWARD = "steward";

/** Does the line name the Support Steward, and nobody else? */
export const isSteward = (line: string): boolean => line.trim().toLowerCase() === STEWARD;

/**
 * Who was Support Steward when the command was given, if they may hold a role; else the refusal that says why not. Where it was
 * carried out before, it is whoever got the role then, though the steward may be another by now; null: nobody got it by it.
 */
export function toSteward(role: RoleName, context: CommandContext): Person | Rejection | null {
  const { policy, people, at, trusted } = context;
  if (trusted) {
    const login = context.writtenThen(role);
    return login === null ? null : { login, nodeId: null, role: "none" };
  }
  const { who, passedOver } = findOnDuty(policy.duties.steward, at, people, policy);
  if (who !== null) return who;
  const { title } = policy.roles.steward;
  const [first] = passedOver;
  if (first !== undefined) {
    return reject(
      `${first} is ${title} by the policy, but has no write access to this repository, so they cannot hold a role. Give them access, or name somebody else.`,
    );
  }
  return reject(
    policy.duties.steward.kind === "nobody"
      ? `The policy does not say who is ${title}: \`steward\` in \`.github/sitrep.yml\` does.`
      : `By the policy, nobody is ${title} now. Name somebody else.`,
  );
}
