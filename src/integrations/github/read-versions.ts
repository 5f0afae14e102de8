import { RetryLaterError } from "../../incident/errors.ts";
import type { MachineRecord } from "../../incident/record.ts";
import type { BodyVersion } from "../../incident/snapshot.ts";
import { parseAnswer, type Client } from "./client.ts";
import { EARLIER_EDITS } from "./documents.ts";
import { earlierEditsShape, type EditNode, type IssueNode } from "./shapes.ts";
import { toVersion } from "./to-event.ts";

/** What the record says of the history: the version digested last, and when that was written down. */
export interface Checkpoint {
  readonly record: MachineRecord | null;
  /** The record was written before a transfer: the version that it names may have another id. */
  readonly moved: boolean;
}

/** Where in the nodes, newest first, the version stands that was digested last. */
function indexOfLast(nodes: readonly EditNode[], { record, moved }: Checkpoint): number {
  const last = record?.digest.version ?? null;
  if (last === null) return nodes.length - 1;
  const index = nodes.findIndex(({ id }) => id === last);
  if (index >= 0) return index;
  const written = record?.writtenAt ?? 0;
  const before = moved ? nodes.findIndex(({ editedAt }) => editedAt <= written) : -1;
  // The version that the record names is gone from the history: the oldest that is left stands for it.
  return before < 0 ? nodes.length - 1 : before;
}

/** Versions of the body, oldest first: the one digested last, and the newer ones. */
async function readNodes(client: Client, issue: IssueNode, checkpoint: Checkpoint) {
  let { nodes = [], pageInfo } = issue.userContentEdits ?? {};
  const last = checkpoint.record?.digest.version ?? null;
  const isComplete = (): boolean => last !== null && nodes.some(({ id }) => id === last);
  while (pageInfo?.hasNextPage === true && !isComplete()) {
    const variables = { id: issue.id, after: pageInfo.endCursor ?? "" };
    const page = parseAnswer(earlierEditsShape, await client.query(EARLIER_EDITS, variables)).node;
    nodes = [...nodes, ...(page.userContentEdits?.nodes ?? [])];
    pageInfo = page.userContentEdits?.pageInfo;
  }
  const index = indexOfLast(nodes, checkpoint);
  return { before: nodes[index] ?? null, newer: nodes.slice(0, Math.max(index, 0)).toReversed() };
}

/**
 * The versions with the body itself as the text of the newest. Throws `RetryLaterError` when the history is a moment behind:
 * an edit whose author is not known yet must not be judged.
 */
function toVersions(
  newer: readonly EditNode[],
  before: BodyVersion | null,
  { body, lastEditedAt }: IssueNode,
  own: string,
): readonly BodyVersion[] {
  const versions = newer.map((node) => toVersion(node, own));
  const newest = versions.at(-1);
  const known = newest?.at ?? before?.at ?? 0;
  if (lastEditedAt !== null && lastEditedAt !== undefined && known < lastEditedAt) {
    throw new RetryLaterError("GitHub's edit history is behind the body", 2000);
  }
  return newest === undefined ? [] : [...versions.slice(0, -1), { ...newest, text: body }];
}

/** The history of the body, as a look needs it. */
export interface History {
  /** The version that the record digested last; without a record, the first one; null while the body was never edited. */
  readonly before: BodyVersion | null;
  /** The newer versions, oldest first. */
  readonly versions: readonly BodyVersion[];
}

/** Reads the history back to what the record digested. `own` is Sitrep's login. Throws `RetryLaterError` as it may be behind. */
export async function readHistory(
  client: Client,
  issue: IssueNode,
  checkpoint: Checkpoint,
  own: string,
): Promise<History> {
  const nodes = await readNodes(client, issue, checkpoint);
  const before = nodes.before === null ? null : toVersion(nodes.before, own);
  return { before, versions: toVersions(nodes.newer, before, issue, own) };
}
