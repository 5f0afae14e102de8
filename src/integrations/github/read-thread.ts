import { OVERLAP_MS, type MachineRecord } from "../../incident/record.ts";
import { parseAnswer, type Client } from "./client.ts";
import { EARLIER, STATUS } from "./documents.ts";
import { isStatusBody, type RecordText } from "./record-text.ts";
import {
  earlierShape,
  statusShape,
  type CommentNode,
  type IssueNode,
  type TimelineNode,
} from "./shapes.ts";

/** Is this item of the thread a comment? */
export const isComment = (node: TimelineNode | CommentNode): node is CommentNode & TimelineNode =>
  "body" in node;

/** A status comment is one that Sitrep wrote and that holds a record; anybody may write the mark, but not as Sitrep. */
export const isStatus = (node: CommentNode): boolean =>
  node.viewerDidAuthor && isStatusBody(node.body);

const POINTER = /<!--\s*sitrep:section[^>]*\bstatus=([\w=-]+)/;

async function readStatus(client: Client, id: string): Promise<CommentNode | null> {
  const { node } = parseAnswer(statusShape, await client.query(STATUS, { id }));
  return node !== null && isStatus(node) ? node : null;
}

/** The items of the thread that a look needs, oldest first, and what the status comment among them holds. */
export interface Thread {
  readonly nodes: readonly TimelineNode[];
  readonly status: CommentNode | null;
  readonly record: MachineRecord | null;
  readonly tampered: boolean;
  readonly fresh: boolean;
}

const findStatus = (nodes: readonly TimelineNode[]): CommentNode | null =>
  nodes.filter(isComment).find(isStatus) ?? null;

/** The items of the thread back to what the record digested; without a valid record, all of them. */
export async function readThread(
  client: Client,
  issue: IssueNode,
  known: CommentNode | null,
  recordText: RecordText,
): Promise<Thread> {
  let { nodes, pageInfo } = issue.timelineItems;
  let status = known ?? findStatus(nodes);
  const pointer = POINTER.exec(issue.body)?.[1];
  if (status === null && pointer !== undefined && pageInfo.hasPreviousPage) {
    status = await readStatus(client, pointer);
  }
  const recordOf = (node: CommentNode | null) =>
    node === null ? "fresh" : recordText.read(node.body, issue.id);
  let record = recordOf(status);
  const reaches = (): boolean => {
    const oldest = nodes[0];
    if (!pageInfo.hasPreviousPage || oldest === undefined) return true;
    if (typeof record === "string") return false;
    return oldest.createdAt < record.digest.through - OVERLAP_MS;
  };
  while (!reaches()) {
    const variables = { id: issue.id, before: pageInfo.startCursor ?? "" };
    const page = parseAnswer(earlierShape, await client.query(EARLIER, variables)).node
      .timelineItems;
    nodes = [...page.nodes, ...nodes];
    pageInfo = page.pageInfo;
    const first = findStatus(page.nodes);
    if (known === null && first !== null && typeof record === "string") {
      status = first;
      record = recordOf(first);
    }
  }
  return {
    nodes,
    status,
    record: typeof record === "string" ? null : record,
    tampered: record === "tampered",
    fresh: status !== null && record === "fresh",
  };
}
