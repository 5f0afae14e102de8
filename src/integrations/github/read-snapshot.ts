import { RetryLaterError, TerminalError } from "../../incident/errors.ts";
import type { IncidentKey } from "../../incident/key.ts";
import { isDigested } from "../../incident/record.ts";
import type { OwnPost, Snapshot, StatusComment, ThreadEvent } from "../../incident/snapshot.ts";
import { parseAnswer, type Client } from "./client.ts";
import { LOOK } from "./documents.ts";
import { readPostMark } from "./post-mark.ts";
import { isComment, isStatus, readThread, type Thread } from "./read-thread.ts";
import { readHistory, type History } from "./read-versions.ts";
import type { RecordText } from "./record-text.ts";
import { lookShape, type CommentNode, type LookAnswer, type TimelineNode } from "./shapes.ts";
import { toActor, toReceipts, toThreadEvent } from "./to-event.ts";

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

const toStatus = (node: CommentNode): StatusComment => ({
  nodeId: node.id,
  databaseId: node.fullDatabaseId,
  url: node.url,
  body: node.body,
});

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
  { before, versions }: History,
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
    fresh: thread.fresh,
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
  const own = answer.viewer.login;
  const history = await readHistory(client, issue, thread.record, own);
  const nodes = [...(labels?.nodes ?? []), ...(issue.labels?.nodes ?? [])];
  return {
    snapshot: toSnapshot(key, answer, thread, history),
    policyText: policy?.text ?? null,
    repositoryId: id,
    own,
    labelIds: new Map(nodes.map((label) => [label.name.toLowerCase(), label.id])),
    assigneeIds: new Map(issue.assignees.nodes.map((one) => [one.login.toLowerCase(), one.id])),
  };
}
