import { statusPointer } from "../../incident/fields/index.ts";
import { OVERLAP_MS, toMoved, type MachineRecord } from "../../incident/record.ts";
import { parseAnswer, type Client } from "./client.ts";
import { EARLIER, STATUS } from "./documents.ts";
import { readPostMark } from "./post-mark.ts";
import { isStatusBody, type RecordText } from "./record-text.ts";
import {
  earlierShape,
  statusShape,
  type CommentNode,
  type IssueNode,
  type TimelineNode,
} from "./shapes.ts";
import { toActor } from "./to-event.ts";

/** Is this item of the thread a comment? */
export const isComment = (node: TimelineNode | CommentNode): node is CommentNode & TimelineNode =>
  "body" in node;

/** A status comment is one that Sitrep wrote and that holds a record; anybody may write the mark, but not as Sitrep. */
const isStatus = (node: CommentNode): boolean => node.viewerDidAuthor && isStatusBody(node.body);

/** What was a status comment, by all that is known of it, until somebody took the record out. */
export const wasStatus = (node: CommentNode): boolean =>
  node.viewerDidAuthor && readPostMark(node.body) === null;

/** The status comment that a top comment points to; null when it stands in another issue, whose text was copied. */
async function readStatus(client: Client, id: string, issue: IssueNode) {
  const { node } = parseAnswer(statusShape, await client.query(STATUS, { id }));
  return node !== null && wasStatus(node) && node.issue.id === issue.id ? node : null;
}

/** A record that holds for this issue, one that holds as far as it was written before the issue moved, or what is wrong. */
type Found =
  | { readonly kind: "valid" | "moved"; readonly record: MachineRecord }
  | { readonly kind: "fresh" | "tampered" };

/**
 * What the status comment holds. Where somebody else than Sitrep edited it last, no signature helps: it may be an older record of this
 * issue, put back. Where nobody else did, a record of another issue is this one's from before it was transferred.
 */
function findRecord(
  node: CommentNode | null,
  issue: IssueNode,
  own: string,
  recordText: RecordText,
): Found {
  if (node === null) return { kind: "fresh" };
  if (node.editor && toActor(node.editor, own).kind !== "self") return { kind: "tampered" };
  const read = recordText.read(node.body);
  if (read === "fresh" || read === "tampered") return { kind: read };
  const { issueId, record } = read;
  return { kind: issueId === issue.id ? "valid" : "moved", record };
}

/** The items of the thread that a look needs, oldest first, and what the status comment among them holds. */
export interface Thread {
  readonly nodes: readonly TimelineNode[];
  readonly status: CommentNode | null;
  readonly record: MachineRecord | null;
  /** The record was written before the issue was transferred to where it is now. */
  readonly moved: boolean;
  readonly tampered: boolean;
  readonly fresh: boolean;
}

/** The status comment among these; `pointed`: the node id of the one that the top comment points to. */
function findStatus(nodes: readonly TimelineNode[], pointed: string | null): CommentNode | null {
  const comments = nodes.filter(isComment);
  const spoilt = comments.find((node) => node.id === pointed && wasStatus(node));
  return comments.find(isStatus) ?? spoilt ?? null;
}

/** Does the oldest item that was read lie before all that the record has not digested? */
function reaches(nodes: readonly TimelineNode[], found: Found): boolean {
  const oldest = nodes[0];
  if (oldest === undefined) return true;
  // The ids in a record from before a transfer are none any more: the comments tell theirs.
  return found.kind === "valid" && oldest.createdAt < found.record.digest.through - OVERLAP_MS;
}

/** The items of the thread back to what the record digested; without a valid record, all of them. `own` is Sitrep's login. */
export async function readThread(
  client: Client,
  issue: IssueNode,
  known: CommentNode | null,
  own: string,
  recordText: RecordText,
): Promise<Thread> {
  let { nodes, pageInfo } = issue.timelineItems;
  const pointer = statusPointer(issue.body);
  let status = known ?? findStatus(nodes, pointer);
  if (status === null && pointer !== null && pageInfo.hasPreviousPage) {
    status = await readStatus(client, pointer, issue);
  }
  let found = findRecord(status, issue, own, recordText);
  while (pageInfo.hasPreviousPage && !reaches(nodes, found)) {
    const variables = { id: issue.id, before: pageInfo.startCursor ?? "" };
    const page = parseAnswer(earlierShape, await client.query(EARLIER, variables)).node
      .timelineItems;
    nodes = [...page.nodes, ...nodes];
    pageInfo = page.pageInfo;
    const first = findStatus(page.nodes, pointer);
    if (known === null && first !== null && !("record" in found)) {
      status = first;
      found = findRecord(first, issue, own, recordText);
    }
  }
  return {
    nodes,
    status,
    record: toRecord(found, nodes),
    moved: found.kind === "moved",
    tampered: found.kind === "tampered",
    fresh: status !== null && found.kind === "fresh",
  };
}

function toRecord(found: Found, nodes: readonly TimelineNode[]): MachineRecord | null {
  if (!("record" in found)) return null;
  if (found.kind === "valid") return found.record;
  const events = nodes.map((node) => ({ id: node.id, at: node.createdAt }));
  return toMoved(found.record, events);
}
