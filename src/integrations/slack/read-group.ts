import { TerminalError } from "../../incident/errors.ts";
import type { SourceTold } from "../../incident/duty.ts";
import type { Instant } from "../../incident/instant.ts";
import { createSlackClient, type SlackClient, type SlackOptions } from "./client.ts";
import { SlackRefusal } from "./to-error.ts";

/** Reads who is in a user group, as the policy names it (`@handle`, or its id): ids of members. Never rejects. */
export type ReadGroup = (group: string) => Promise<SourceTold>;

const ID = /^S[A-Z\d]{2,}$/;
/** A handle is looked up again so long after it was found. */
const FOUND_MS = 60 * 60_000;
const NOT_THERE = "Slack knows no such user group, or it was disabled.";

interface Known {
  readonly id: string;
  readonly until: Instant;
}

async function findGroup(client: SlackClient, group: string): Promise<string | null> {
  const { usergroups = [] } = await client.call("usergroups.list", group, (web) =>
    web.usergroups.list({ include_count: false, include_users: false }),
  );
  return usergroups.find(({ handle }) => handle?.toLowerCase() === group.slice(1))?.id ?? null;
}

function toTold(error: unknown): SourceTold {
  if (error instanceof SlackRefusal && error.code === "no_such_subteam") {
    return { kind: "gone", why: NOT_THERE };
  }
  const why = error instanceof Error ? error.message : "Slack does not answer for it now.";
  return { kind: "failed", why };
}

/** Makes one; nothing is asked yet. A handle is looked up once an hour, and again when its group is gone. */
export function createReadGroup(options: SlackOptions): ReadGroup {
  const { now } = options;
  const client = createSlackClient(options);
  const known = new Map<string, Known>();

  async function idOf(group: string): Promise<string | null> {
    if (ID.test(group)) return group;
    const before = known.get(group);
    if (before !== undefined && before.until > now()) return before.id;
    const id = await findGroup(client, group);
    if (id === null) known.delete(group);
    else known.set(group, { id, until: now() + FOUND_MS });
    return id;
  }

  return async (group) => {
    try {
      const id = await idOf(group);
      if (id === null) return { kind: "gone", why: NOT_THERE };
      const { users = [] } = await client.call("usergroups.users.list", group, (web) =>
        web.usergroups.users.list({ usergroup: id }),
      );
      return { kind: "members", members: users };
    } catch (error) {
      if (error instanceof TerminalError) known.delete(group);
      return toTold(error);
    }
  };
}
