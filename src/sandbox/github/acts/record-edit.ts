import type { Account, Content, Edit } from "../world/records.ts";
import type { Store } from "../world/store.ts";

/**
 * Gives a body its new text and remembers the revision. The first edit also records the text that was there at creation.
 * Returns false, and records nothing, when the text is the same.
 */
export function recordEdit(store: Store, editor: Account, content: Content, body: string): boolean {
  if (content.body === body) return false;
  const revision = (by: Account | null, at: string, diff: string): void => {
    const fields = { typename: "UserContentEdit", editor: by, editedAt: at, diff } as const;
    content.edits.push(store.add<Edit>("UCE", fields));
  };
  if (content.edits.length === 0) revision(content.author, content.createdAt, content.body);
  const at = store.timestamp();
  revision(editor, at, body);
  content.body = body;
  content.editor = editor;
  content.lastEditedAt = at;
  content.updatedAt = at;
  return true;
}
