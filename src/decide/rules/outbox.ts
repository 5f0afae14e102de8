import { COMMANDS, toCommandHelp } from "../../commands/index.ts";
import type { Message, MessageData, PostEffect } from "../../effects/index.ts";
import type { Instant } from "../../incident/instant.ts";
import type { OutboxEntry } from "../../incident/record.ts";
import { readReminderKey } from "../../reminders/index.ts";
import type { Walk } from "../walk.ts";
import type { Rule, Standing } from "./rule.ts";

// What every help says alike need not be remembered.
const toFull = (message: Message): Message =>
  message.name === "help" ? toHelp(message.data) : message;

function toHelp({ to, topic }: MessageData["help"]): Message {
  const about = COMMANDS.filter(({ name }) => topic === null || name === topic);
  return { name: "help", data: { to, topic, commands: about.map(toCommandHelp) } };
}

const toPost = ({ key, message }: OutboxEntry): PostEffect => ({
  kind: "post",
  key,
  message: toFull(message as Message),
});

/** A comment that is owed, as it is remembered until it is seen in the thread; `since`: when it was first owed. */
export function toEntry({ key, message }: PostEffect, since: Instant): OutboxEntry {
  const isHelp = message.name === "help";
  const slim = isHelp ? { name: "help", data: { ...message.data, commands: [] } } : message;
  return { key, since, message: slim };
}

/** Is it a reminder of what nobody waits for any more? What could not be posted in time is not posted late. */
const isPast = ({ key }: PostEffect, { live }: Walk): boolean =>
  readReminderKey(key) !== null && !live.includes(key);

/** Comments that are to stand in the thread and do not: those of this look, and those that GitHub refused to take before. */
export function missingPosts({ walk, given }: Standing): readonly PostEffect[] {
  const { snapshot } = given;
  const posted = new Set(snapshot.posts.map((post) => post.key));
  const owed = (snapshot.record?.outbox ?? []).map(toPost);
  const all = [...owed, ...walk.posts];
  return all.filter(
    (post, index) =>
      !posted.has(post.key) &&
      !isPast(post, walk) &&
      all.findIndex((other) => other.key === post.key) === index,
  );
}

/** Each comment is posted once: the mark of its cause, read back from the thread, tells. */
export const outbox: Rule = {
  name: "outbox",
  holdsStandingBy: true,
  effects: missingPosts,
};
