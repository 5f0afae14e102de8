import { REACTIONS } from "../world/records.ts";
import type { Content, Reaction } from "../world/records.ts";
import { renderUser } from "./user.ts";

/** The counts of the reactions to what stands at `url`. */
export function renderReactions(url: string, { reactions }: Content) {
  const counts = REACTIONS.map((content) => [
    content,
    reactions.filter((each) => each.content === content).length,
  ]);
  return {
    url: `${url}/reactions`,
    total_count: reactions.length,
    ...(Object.fromEntries(counts) as Record<(typeof REACTIONS)[number], number>),
  };
}

/** One reaction as REST shows it. */
export function renderReaction(origin: string, reaction: Reaction) {
  const { id, nodeId, content, createdAt } = reaction;
  const user = renderUser(origin, reaction.account);
  return { id, node_id: nodeId, user, content, created_at: createdAt };
}
