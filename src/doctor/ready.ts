import { lackingEvents, lackingPermissions, type Grants } from "./wanted.ts";

/** Without these Sitrep can do nothing at all; without any other it does less. */
const VITAL: readonly string[] = ["issues", "metadata"];

/**
 * Whether the App asks for what Sitrep needs, for `/readyz`; `app` null: not known. Only what is vital makes it not so: a server
 * that is taken out of service for less would do nothing instead of a little less.
 */
export function toReadyCheck(
  app: Grants | null,
  wanted: Grants,
): { readonly isOk: boolean; readonly says: string } {
  if (app === null) return { isOk: true, says: "GitHub has not said yet what the App may do." };
  const permissions = lackingPermissions(wanted, app);
  const lacking = [...permissions, ...lackingEvents(wanted, app)].map(({ text }) => text);
  if (lacking.length === 0) return { isOk: true, says: "The App asks for all that Sitrep uses." };
  return {
    isOk: !permissions.some(({ name }) => VITAL.includes(name)),
    says: `The App does not ask for ${lacking.join(", ")}. sitrep doctor says what to do.`,
  };
}
