import type { Instant } from "../../incident/instant.ts";
import type { SlackClient } from "./client.ts";
import { SlackRefusal } from "./to-error.ts";

const REMEMBER_MS = 60 * 60_000;
/** What errors call whoever is looked for: the address is nobody else's business. */
const SOMEBODY = "a person by e-mail address";

/**
 * From an e-mail address to the id of the member who has it; null: nobody has, or their account is closed. Slack is asked once
 * an hour for each. The address stands in no error.
 */
export function createMemberOf(
  client: SlackClient,
  now: () => Instant,
): (email: string) => Promise<string | null> {
  const known = new Map<string, { readonly id: string | null; readonly until: Instant }>();
  return async (email) => {
    const before = known.get(email);
    if (before !== undefined && before.until > now()) return before.id;
    const id = await client
      .call("users.lookupByEmail", SOMEBODY, ({ users }) => users.lookupByEmail({ email }))
      .then(
        ({ user }) => user?.id ?? null,
        (error: unknown) => {
          if (error instanceof SlackRefusal && error.code === "users_not_found") return null;
          throw error;
        },
      );
    known.set(email, { id, until: now() + REMEMBER_MS });
    return id;
  };
}
