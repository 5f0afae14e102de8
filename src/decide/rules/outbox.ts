import type { Message, PostEffect } from "../../effects/index.ts";
import type { OutboxEntry } from "../../incident/record.ts";
import type { Rule, Standing } from "./rule.ts";

const toPost = ({ key, message }: OutboxEntry): PostEffect => ({
  kind: "post",
  key,
  message: message as Message,
});

/** Comments that are to stand in the thread and do not: those of this look, and those that GitHub refused to take before. */
export function missingPosts({ walk, given }: Standing): readonly PostEffect[] {
  const { snapshot } = given;
  const posted = new Set(snapshot.posts.map((post) => post.key));
  const owed = (snapshot.record?.outbox ?? []).map(toPost);
  const all = [...owed, ...walk.posts];
  return all.filter(
    (post, index) =>
      !posted.has(post.key) && all.findIndex((other) => other.key === post.key) === index,
  );
}

/** Each comment is posted once: the mark of its cause, read back from the thread, tells. */
export const outbox: Rule = {
  name: "outbox",
  holdsStandingBy: true,
  effects: missingPosts,
};
