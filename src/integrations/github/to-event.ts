import { assertNever } from "../../incident/assert-never.ts";
import type { Actor } from "../../incident/actor.ts";
import type { BodyVersion, Receipt, ThreadEvent } from "../../incident/snapshot.ts";
import type { ActorNode, CommentNode, EditNode, TimelineNode } from "./shapes.ts";

/** GitHub's reactions that serve as receipts. */
export const REACTIONS = {
  done: "THUMBS_UP",
  refused: "CONFUSED",
  seen: "EYES",
} as const satisfies Record<Receipt, string>;

/**
 * An account as the core sees it. `own` is Sitrep's login as `viewer` gives it: with `[bot]`, which actors in GraphQL
 * answers lack.
 */
export function toActor(node: ActorNode, own: string): Actor {
  if (node === null || node === undefined) return { login: "ghost", kind: "gone" };
  if (node.__typename !== "Bot") return { login: node.login, kind: "person" };
  const login = node.login.replace(/\[bot\]$/, "");
  const self = login.toLowerCase() === own.replace(/\[bot\]$/, "").toLowerCase();
  return { login, kind: self ? "self" : "bot" };
}

/** Sitrep's own receipts among the reactions. */
export function toReceipts(groups: CommentNode["reactionGroups"]): readonly Receipt[] {
  const given = new Set(
    (groups ?? []).filter((group) => group.viewerHasReacted).map((group) => group.content),
  );
  return (Object.keys(REACTIONS) as Receipt[]).filter((receipt) => given.has(REACTIONS[receipt]));
}

/** An event of the thread; null for Sitrep's own comments, and for what concerns nobody. */
export function toThreadEvent(node: TimelineNode, own: string): ThreadEvent | null {
  const at = node.createdAt;
  if (node.__typename === "IssueComment") {
    const actor = toActor(node.author, own);
    if (actor.kind === "self") return null;
    const editor = node.editor ? toActor(node.editor, own) : null;
    return {
      kind: "comment",
      id: node.id,
      at,
      actor,
      url: node.url,
      text: node.body,
      editor: editor !== null && editor.login !== actor.login ? editor : null,
      receipts: toReceipts(node.reactionGroups),
    };
  }
  const event = { id: node.id, at, actor: toActor(node.actor, own) };
  switch (node.__typename) {
    case "LabeledEvent":
      return { ...event, kind: "labeled", label: node.label.name };
    case "UnlabeledEvent":
      return { ...event, kind: "unlabeled", label: node.label.name };
    case "ClosedEvent":
      return { ...event, kind: "closed", reason: node.stateReason?.toLowerCase() ?? null };
    case "ReopenedEvent":
      return { ...event, kind: "reopened", reason: null };
    case "UnassignedEvent":
      return node.assignee?.login === undefined
        ? null
        : { ...event, kind: "unassigned", login: node.assignee.login };
    default:
      return assertNever(node);
  }
}

/** One version of the body; `diff` holds the whole text of that version. */
export const toVersion = (node: EditNode, own: string): BodyVersion => ({
  id: node.id,
  at: node.editedAt,
  editor: toActor(node.editor, own),
  text: node.diff ?? null,
});
