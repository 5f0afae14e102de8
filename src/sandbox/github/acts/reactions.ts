import type { Account, Comment, Issue, Reaction, ReactionContent } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { demand } from "./rights.ts";

type Subject = Issue | Comment;

const repositoryOf = (subject: Subject) =>
  subject.typename === "Issue" ? subject.repository : subject.issue.repository;

/** Reacts. The same reaction by the same account again is the one that is there. GitHub sends no delivery. */
export function addReaction(
  store: Store,
  actor: Account,
  subject: Subject,
  content: ReactionContent,
): { readonly reaction: Reaction; readonly isNew: boolean } {
  demand(store, actor, repositoryOf(subject), "read");
  const before = subject.reactions.find(
    (each) => each.account === actor && each.content === content,
  );
  if (before !== undefined) return { reaction: before, isNew: false };
  const fields = { typename: "Reaction", account: actor, content } as const;
  const reaction = store.add<Reaction>("REA", { ...fields, createdAt: store.timestamp() });
  subject.reactions.push(reaction);
  store.changed();
  return { reaction, isNew: true };
}

/** Takes the account's own reaction back; returns it, or null when there was none. */
export function removeReaction(
  store: Store,
  actor: Account,
  subject: Subject,
  content: ReactionContent,
): Reaction | null {
  demand(store, actor, repositoryOf(subject), "read");
  const index = subject.reactions.findIndex(
    (each) => each.account === actor && each.content === content,
  );
  if (index === -1) return null;
  const [removed] = subject.reactions.splice(index, 1);
  store.changed();
  return removed ?? null;
}
