import { InternalError } from "../incident/errors.ts";
import { keyText, type LookKey } from "../incident/key.ts";
import type { Look, LookResult } from "./queue.ts";

/** What the look answered or threw, never rejecting; an answer that is no time is our bug and counts as thrown. */
export async function outcomeOf(
  look: Look,
  key: LookKey,
): Promise<LookResult | { readonly error: unknown }> {
  try {
    const { lookAgainAt } = await look(key);
    if (lookAgainAt === null || Number.isFinite(lookAgainAt)) return { lookAgainAt };
    return { error: new InternalError(`the look at ${keyText(key)} answered no time`) };
  } catch (error) {
    return { error };
  }
}
