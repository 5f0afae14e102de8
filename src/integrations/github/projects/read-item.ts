import { z } from "zod";
import type { BacklogIssue } from "../../../effects/backlog.ts";

const itemShape = z.object({
  id: z.number(),
  content: z
    .object({
      node_id: z.string().optional(),
      number: z.number().optional(),
      repository_url: z.string().optional(),
    })
    .nullish(),
  fields: z
    .array(z.object({ id: z.number(), value: z.unknown() }))
    .optional()
    .catch([]),
});

/** An item of a project: its id, what issue it is of, and the fields that were asked for, by their ids. */
export type ProjectItem = z.infer<typeof itemShape>;

/** The item in an answer of GitHub's; null: it has an unknown shape. */
export const parseItem = (answer: unknown): ProjectItem | null =>
  itemShape.safeParse(answer).data ?? null;

/** Whether it is the item of this issue. Its node id may be written in an older form. */
export function isItemOf({ content }: ProjectItem, issue: BacklogIssue): boolean {
  if (!content) return false;
  const path = `/repos/${issue.owner}/${issue.repo}`.toLowerCase();
  const isThere = content.repository_url?.toLowerCase().endsWith(path) === true;
  return content.node_id === issue.nodeId || (isThere && content.number === issue.number);
}

const valueShape = z.union([
  z.string(),
  z.number(),
  z.object({ id: z.string() }).transform(({ id }) => id),
  z.object({ raw: z.string() }).transform(({ raw }) => raw),
]);

/** The value that stands in a field, in the form in which it is set; null: none, or one of a form that is not known. */
export function valueIn({ fields = [] }: ProjectItem, fieldId: number): string | number | null {
  const found = fields.find(({ id }) => id === fieldId);
  return valueShape.safeParse(found?.value).data ?? null;
}
