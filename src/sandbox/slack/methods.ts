import { refusedContent } from "./check-message.ts";
import type { SlackChannel, SlackMessage, SlackWorld } from "./world.ts";

/** A call's arguments as they came, by form or JSON. */
export type Arguments = Readonly<Record<string, unknown>>;

/** An answer of Slack's: `ok`, and more. */
export type Answer = Readonly<Record<string, unknown>>;

type Method = (world: SlackWorld, given: Arguments) => Answer;

const refuse = (error: string): Answer => ({ ok: false, error });
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const isTrue = (value: unknown): boolean => value === true || value === "true" || value === "1";

/** A value that a form has as JSON; null where it is none. */
function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}

function blocksOf(value: unknown): readonly unknown[] | null {
  if (value === undefined) return [];
  const blocks = parsed(value);
  return Array.isArray(blocks) ? (blocks as readonly unknown[]) : null;
}

/** The channel that a call is about, or why it cannot be used. */
function openChannel(world: SlackWorld, given: Arguments): SlackChannel | Answer {
  const channel = world.find(text(given["channel"]));
  if (channel === undefined || (channel.isPrivate && !channel.isMember)) {
    return refuse("channel_not_found");
  }
  return channel.isMember ? channel : refuse("not_in_channel");
}

const isChannel = (found: SlackChannel | Answer): found is SlackChannel => "messages" in found;

const shown = (message: SlackMessage, withMetadata: boolean): Answer => ({
  type: "message",
  bot_id: "B0SITREP",
  ts: message.ts,
  text: message.text,
  blocks: message.blocks,
  ...(message.threadTs !== null && { thread_ts: message.threadTs }),
  ...(message.edited !== null && { edited: { user: "B0SITREP", ts: message.edited } }),
  ...(withMetadata && message.metadata !== null && { metadata: message.metadata }),
});

const postMessage: Method = (world, given) => {
  const channel = openChannel(world, given);
  if (!isChannel(channel)) return channel;
  if (channel.isArchived) return refuse("is_archived");
  const threadTs = text(given["thread_ts"]) || null;
  if (threadTs !== null && !channel.messages.some(({ ts }) => ts === threadTs)) {
    return refuse("thread_not_found");
  }
  const blocks = blocksOf(given["blocks"]);
  const refused = refusedContent(given["text"], blocks);
  if (refused !== null) return refuse(refused);
  const message = world.post(channel.id, {
    threadTs,
    text: text(given["text"]),
    blocks: blocks ?? [],
    metadata: parsed(given["metadata"]) ?? null,
  });
  return { ok: true, channel: channel.id, ts: message.ts, message: shown(message, true) };
};

const update: Method = (world, given) => {
  const channel = openChannel(world, given);
  if (!isChannel(channel)) return channel;
  const ts = text(given["ts"]);
  if (!channel.messages.some((message) => message.ts === ts)) return refuse("message_not_found");
  const blocks = blocksOf(given["blocks"]);
  const refused = refusedContent(given["text"], blocks);
  if (refused !== null) return refuse(refused);
  const metadata = given["metadata"] === undefined ? {} : { metadata: parsed(given["metadata"]) };
  world.edit(channel.id, ts, { text: text(given["text"]), blocks: blocks ?? [], ...metadata });
  return { ok: true, channel: channel.id, ts, text: text(given["text"]) };
};

/** A page of a list; cursors are where the next one begins. */
function paged<Item>(items: readonly Item[], given: Arguments, most: number) {
  const from = Number(text(given["cursor"])) || 0;
  const limit = Math.min(Number(given["limit"]) || 100, most);
  const next = from + limit < items.length ? String(from + limit) : "";
  return {
    page: items.slice(from, from + limit),
    response_metadata: { next_cursor: next },
    has_more: next !== "",
  };
}

const after = (ts: string, given: Arguments): boolean => {
  const oldest = Number(given["oldest"] ?? 0);
  return isTrue(given["inclusive"]) ? Number(ts) >= oldest : Number(ts) > oldest;
};

const history: Method = (world, given) => {
  const channel = openChannel(world, given);
  if (!isChannel(channel)) return channel;
  const top = channel.messages.filter(({ threadTs, ts }) => threadTs === null && after(ts, given));
  const { page, ...rest } = paged(top.toReversed(), given, 999);
  const withMetadata = isTrue(given["include_all_metadata"]);
  return { ok: true, messages: page.map((one) => shown(one, withMetadata)), ...rest };
};

const replies: Method = (world, given) => {
  const channel = openChannel(world, given);
  if (!isChannel(channel)) return channel;
  const head = text(given["ts"]);
  const thread = channel.messages.filter(
    ({ ts, threadTs }) => ts === head || (threadTs === head && after(ts, given)),
  );
  if (!thread.some(({ ts }) => ts === head)) return refuse("thread_not_found");
  const { page, ...rest } = paged(thread, given, 1000);
  const withMetadata = isTrue(given["include_all_metadata"]);
  return { ok: true, messages: page.map((one) => shown(one, withMetadata)), ...rest };
};

const list: Method = (world, given) => {
  const types = (text(given["types"]) || "public_channel").split(",");
  const seen = world
    .channels()
    .filter(({ isPrivate, isMember }) =>
      isPrivate ? isMember && types.includes("private_channel") : types.includes("public_channel"),
    )
    .filter(({ isArchived }) => !(isArchived && isTrue(given["exclude_archived"])));
  const { page, response_metadata } = paged(seen, given, 1000);
  const channels = page.map(({ id, name, isPrivate, isArchived, isMember }) => ({
    id,
    name,
    name_normalized: name,
    is_channel: true,
    is_private: isPrivate,
    is_archived: isArchived,
    is_member: isMember,
  }));
  return { ok: true, channels, response_metadata };
};

const test: Method = () => ({
  ok: true,
  url: "https://sandbox.slack.example/",
  team: "Sandbox",
  user: "sitrep",
  team_id: "T0SANDBOX",
  user_id: "U0SITREP",
  bot_id: "B0SITREP",
});

const listGroups: Method = (world) => ({
  ok: true,
  usergroups: world
    .groups()
    .map(({ id, handle }) => ({ id, handle, name: handle, date_delete: 0 })),
});

const listGroupUsers: Method = (world, given) => {
  const group = world.groups().find(({ id }) => id === text(given["usergroup"]));
  return group === undefined ? refuse("no_such_subteam") : { ok: true, users: group.users };
};

const lookupByEmail: Method = (world, given) => {
  const email = text(given["email"]).toLowerCase();
  const user = world.users().find((one) => one.email.toLowerCase() === email);
  return user === undefined ? refuse("users_not_found") : { ok: true, user: { id: user.id } };
};

/** The methods that are there, each with the scopes that it needs. */
export const METHODS: Readonly<
  Record<string, { readonly run: Method; readonly scopes: (given: Arguments) => readonly string[] }>
> = {
  "auth.test": { run: test, scopes: () => [] },
  "chat.postMessage": { run: postMessage, scopes: () => ["chat:write"] },
  "chat.update": { run: update, scopes: () => ["chat:write"] },
  "conversations.history": { run: history, scopes: () => ["channels:history"] },
  "conversations.replies": { run: replies, scopes: () => ["channels:history"] },
  "usergroups.list": { run: listGroups, scopes: () => ["usergroups:read"] },
  "usergroups.users.list": { run: listGroupUsers, scopes: () => ["usergroups:read"] },
  "users.lookupByEmail": { run: lookupByEmail, scopes: () => ["users:read.email"] },
  "conversations.list": {
    run: list,
    scopes: (given) => [
      "channels:read",
      ...(text(given["types"]).includes("private_channel") ? ["groups:read"] : []),
    ],
  },
};
