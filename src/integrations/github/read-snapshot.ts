import { TerminalError, RetryLaterError } from "../../incident/errors.ts";
import type { IncidentKey } from "../../incident/key.ts";
import { isDigested, OVERLAP_MS, type MachineRecord } from "../../incident/record.ts";
import type {
  BodyVersion,
  OwnPost,
  Snapshot,
  StatusComment,
  ThreadEvent,
} from "../../incident/snapshot.ts";
import { parseAnswer, type Client } from "./client.ts";
import { EARLIER, EARLIER_EDITS, LOOK, STATUS } from "./documents.ts";
import { readPostMark } from "./post-mark.ts";
import { isStatusBody, type RecordText } from "./record-text.ts";
import {
  earlierEditsShape,
  earlierShape,
  lookShape,
  statusShape,
  type CommentNode,
  type EditNode,
  type LookAnswer,
  type TimelineNode,
} from "./shapes.ts";
import { toActor, toReceipts, toThreadEvent, toVersion } from "./to-event.ts";

/** The snapshot, and what else the same read brought. */
export interface ReadIssue {
  readonly snapshot: Snapshot;
  /** The text of the policy file; null where there is none or the app may not read it. */
  readonly policyText: string | null;
  readonly repositoryId: string;
  /** Sitrep's own login, as `viewer` gives it. */
  readonly own: string;
  /** Node ids by name in lower case: the repository's labels (the first hundred) and those of the issue. */
  readonly labelIds: ReadonlyMap<string, string>;
  /** Node ids of the assignees, by login in lower case. */
  readonly assigneeIds: ReadonlyMap<string, string>;
}

type IssueNode = LookAnswer["repository"]["issue"];

const isComment = (node: TimelineNode | CommentNode): node is CommentNode & TimelineNode =>
  "body" in node;

const toStatus = (node: CommentNode): StatusComment => ({
  nodeId: node.id,
  databaseId: node.fullDatabaseId,
  url: node.url,
  body: node.body,
});

/** A status comment is one that Sitrep wrote and that holds a record; anybody may write the mark, but not as Sitrep. */
const isStatus = (node: CommentNode): boolean => node.viewerDidAuthor && isStatusBody(node.body);

const POINTER = /<!--\s*sitrep:section[^>]*\bstatus=([\w=-]+)/;

// The policy may be out of the App's reach, and the status comment may be gone: both have a meaning.
const isHarmless = (path: readonly (string | number)[]): boolean =>
  path[1] === "policy" || path[0] === "status";

async function query(client: Client, key: IncidentKey, statusId: string | null) {
  const { owner, repo, number } = key;
  const variables = {
    owner,
    repo,
    number,
    statusId: statusId ?? "",
    knowsStatus: statusId !== null,
  };
  const answer = await client.query(LOOK, variables);
  const gone = answer.failures.find(
    (failure) =>
      failure.type === "NOT_FOUND" &&
      failure.path[0] === "repository" &&
      failure.path.length <= 2 &&
      failure.path[1] !== "policy",
  );
  if (gone !== undefined) throw new TerminalError(`${owner}/${repo}#${number} is not there`);
  const failed = answer.failures.find((failure) => !isHarmless(failure.path));
  // A decision is never made on a failed read.
  if (failed !== undefined)
    throw new RetryLaterError(`GitHub could not read: ${failed.type}`, 1000);
  return parseAnswer(lookShape, answer);
}

async function readStatus(client: Client, id: string): Promise<CommentNode | null> {
  const { node } = parseAnswer(statusShape, await client.query(STATUS, { id }));
  return node !== null && isStatus(node) ? node : null;
}

interface Thread {
  readonly nodes: readonly TimelineNode[];
  readonly status: CommentNode | null;
  readonly record: MachineRecord | null;
  readonly tampered: boolean;
}

const findStatus = (nodes: readonly TimelineNode[]): CommentNode | null =>
  nodes.filter(isComment).find(isStatus) ?? null;

/** The items of the thread back to what the record digested; without a valid record, all of them. */
async function readThread(
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
  };
}

/** Versions of the body, oldest first: the one digested last, and the newer ones. */
async function readVersions(client: Client, issue: IssueNode, record: MachineRecord | null) {
  let { nodes = [], pageInfo } = issue.userContentEdits ?? {};
  const last = record?.digest.version ?? null;
  const isLast = (node: EditNode): boolean => node.id === last;
  const isComplete = (): boolean => last !== null && nodes.some(isLast);
  while (pageInfo?.hasNextPage === true && !isComplete()) {
    const variables = { id: issue.id, after: pageInfo.endCursor ?? "" };
    const page = parseAnswer(earlierEditsShape, await client.query(EARLIER_EDITS, variables)).node;
    nodes = [...nodes, ...(page.userContentEdits?.nodes ?? [])];
    pageInfo = page.userContentEdits?.pageInfo;
  }
  const found = last === null ? nodes.length - 1 : nodes.findIndex(isLast);
  // The version that the record names is gone from the history: the oldest that is left stands for it.
  const index = found < 0 ? nodes.length - 1 : found;
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

function toOwnPosts(nodes: readonly TimelineNode[]): readonly OwnPost[] {
  return nodes.flatMap((node) => {
    if (!isComment(node) || !node.viewerDidAuthor) return [];
    const key = readPostMark(node.body);
    return key === null ? [] : [{ nodeId: node.id, key, minimized: node.isMinimized }];
  });
}

function toSnapshot(
  key: IncidentKey,
  answer: LookAnswer,
  thread: Thread,
  versions: readonly BodyVersion[],
  before: BodyVersion | null,
): Snapshot {
  const own = answer.viewer.login;
  const { issue } = answer.repository;
  const { record, nodes } = thread;
  const events = nodes
    .map((node) => toThreadEvent(node, own))
    .filter((event): event is ThreadEvent => event !== null);
  return {
    key,
    nodeId: issue.id,
    url: issue.url,
    title: issue.title,
    createdAt: issue.createdAt,
    opener: toActor(issue.author, own),
    state: issue.state === "OPEN" ? "open" : "closed",
    locked: issue.locked,
    body: issue.body,
    before,
    versions,
    events: record === null ? events : events.filter((event) => !isDigested(record.digest, event)),
    labels: (issue.labels?.nodes ?? []).map((label) => label.name),
    assignees: issue.assignees.nodes.map((assignee) => assignee.login),
    receipts: toReceipts(issue.reactionGroups),
    recentReceipts: new Map(
      nodes.filter(isComment).map((node) => [node.id, toReceipts(node.reactionGroups)]),
    ),
    status: thread.status === null ? null : toStatus(thread.status),
    posts: toOwnPosts(nodes),
    record,
    tampered: thread.tampered,
  };
}

/**
 * Reads all that a look needs of an issue: one query for a normal incident whose status comment is known (`statusId`), one
 * more after a restart, and further ones only back to what the record digested. Throws `TerminalError` when the issue is gone.
 */
export async function readIssue(
  client: Client,
  key: IncidentKey,
  statusId: string | null,
  recordText: RecordText,
): Promise<ReadIssue> {
  const answer = await query(client, key, statusId);
  const { issue, policy, labels, id } = answer.repository;
  const known = answer.status !== null && isStatus(answer.status) ? answer.status : null;
  const thread = await readThread(client, issue, known, recordText);
  const history = await readVersions(client, issue, thread.record);
  const own = answer.viewer.login;
  const before = history.before === null ? null : toVersion(history.before, own);
  const versions = toVersions(history.newer, before, issue, own);
  const nodes = [...(labels?.nodes ?? []), ...(issue.labels?.nodes ?? [])];
  return {
    snapshot: toSnapshot(key, answer, thread, versions, before),
    policyText: policy?.text ?? null,
    repositoryId: id,
    own,
    labelIds: new Map(nodes.map((label) => [label.name.toLowerCase(), label.id])),
    assigneeIds: new Map(issue.assignees.nodes.map((one) => [one.login.toLowerCase(), one.id])),
  };
}
