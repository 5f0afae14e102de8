import type { Given } from "./credentials.ts";
import type { Reading } from "./reading.ts";
import { toLogin } from "../incident/fields/logins.ts";

/** What reaches a system outside of GitHub. */
const OUTSIDE = ["SLACK_BOT_TOKEN", "FRESHDESK_API_KEY"] as const;

/**
 * Reads SITREP_OWNERS: logins in lower case, none where it is not set. Whoever installs the App could otherwise let it write
 * into a Slack or a support desk that is not theirs, so that it is needed where one of them is.
 */
export function readOwners(given: Given): Reading<readonly string[]> {
  const names = (given("SITREP_OWNERS") ?? "").split(/[\s,]+/).filter((name) => name !== "");
  const owners = names.map(toLogin);
  if (owners.includes(null)) {
    return {
      problem:
        "SITREP_OWNERS must be names of users and organisations on GitHub, with commas between them, such as: acme, acme-labs",
    };
  }
  const [reached] = OUTSIDE.filter((name) => given(name) !== null);
  if (owners.length > 0 || reached === undefined) {
    return { value: owners.flatMap((owner) => owner?.toLowerCase() ?? []) };
  }
  return {
    problem: `SITREP_OWNERS is missing, and ${reached} is set. Set it to the users and organisations whose incidents may be told outside of GitHub: others who install the App are not to write there.`,
  };
}

/** Whether the incidents of this owner may be told outside of GitHub. `owners` as {@link readOwners} gives them; left out: nobody's. */
export const isServed = (owner: string, owners: readonly string[] = []): boolean =>
  owners.includes(owner.toLowerCase());
