import type { ActionItem } from "../../incident/action-items.ts";
import { RetryLaterError, TerminalError } from "../../incident/errors.ts";
import type { IncidentKey } from "../../incident/key.ts";
import { isDigested } from "../../incident/record.ts";
import type { OwnPost, Snapshot, StatusComment, ThreadEvent } from "../../incident/snapshot.ts";
import { parseAnswer, type Client, type FieldFailure } from "./client.ts";
import { LOOK } from "./documents.ts";
import { choosePolicyFile, OWNERS_REPOSITORY, type PolicyFile } from "./policy-files.ts";
import { readPostMark } from "./post-mark.ts";
import { isComment, readThread, wasStatus, type Thread } from "./read-thread.ts";
import { readHistory, type History } from "./read-versions.ts";
import type { RecordText } from "./record-text.ts";
import {
  lookShape,
  type CommentNode,
  type IssueNode,
  type LookAnswer,
  type TimelineNode,
} from "./shapes.ts";
import { toActor, toReceipts, toThreadEvent } from "./to-event.ts";

/** The snapshot, and what else the same read brought. */
export interface ReadIssue {
  readonly snapshot: Snapshot;
  /** Of the repository, else of its owner; null where there is none or the app may not read it. */
  readonly policyFile: PolicyFile | null;
  readonly repositoryId: string;
  /** Nobody can write there. */
  readonly archived: boolean;
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
  createdAt: node.createdAt,
});

const isBarred = ({ type }: FieldFailure): boolean => type === "NOT_FOUND" || type === "FORBIDDEN";

// The policy may be out of the App's reach, and so may be a sub-issue; the status comment may be gone: all have a meaning.
const isHarmless = (failure: FieldFailure): boolean =>
  (isAboutPolicy(failure.path) && isBarred(failure)) ||
  failure.path[0] === "status" ||
  isOneSubIssue(failure.path);

const isAboutPolicy = ([root, field]: FieldFailure["path"]): boolean =>
  field === "policy" || root === "owners";

const isOneSubIssue = ([, , list, , index, field]: readonly (string | number)[]): boolean =>
  list === "subIssues" && typeof index === "number" && field === undefined;

const GONE =
  "It was deleted, made a discussion, or moved to where Sitrep is not installed; or Sitrep may not read there any more. Where it should go on, an owner has to give the App access.";

/** What the failures of a read mean that nothing is decided on; null when they are none. */
function toLoss(failures: readonly FieldFailure[], place: string): Error | null {
  const failed = failures.filter((failure) => !isHarmless(failure));
  const barred = failed.find(
    (failure) => isBarred(failure) && failure.path[0] === "repository" && failure.path.length <= 2,
  );
  if (barred !== undefined) return new TerminalError(`${place} is not there for Sitrep. ${GONE}`);
  const [first] = failed;
  if (first === undefined) return null;
  return new RetryLaterError(`GitHub could not read ${place}: ${first.type}`, 1000);
}

async function query(client: Client, key: IncidentKey, statusId: string | null) {
  const { owner, repo, number } = key;
  const variables = {
    owner,
    repo,
    number,
    statusId: statusId ?? "",
    knowsStatus: statusId !== null,
    hasOwners: repo.toLowerCase() !== OWNERS_REPOSITORY,
  };
  const answer = await client.query(LOOK, variables);
  const place = `${owner}/${repo}#${number}`;
  const loss = toLoss(answer.failures, place);
  if (loss !== null) throw loss;
  const parsed = parseAnswer(lookShape, answer);
  const { id, issue } = parsed.repository;
  if (issue.repository.id !== id) {
    throw new TerminalError(`${place} was moved to ${issue.url}. Sitrep goes on there.`);
  }
  return parsed;
}

function toOwnPosts(nodes: readonly TimelineNode[]): readonly OwnPost[] {
  return nodes.flatMap((node) => {
    if (!isComment(node) || !node.viewerDidAuthor) return [];
    const key = readPostMark(node.body);
    return key === null
      ? []
      : [{ nodeId: node.id, key, at: node.createdAt, minimized: node.isMinimized }];
  });
}

const toActionItems = ({ subIssues }: IssueNode): readonly ActionItem[] =>
  subIssues.nodes.flatMap((node) => {
    if (node === null) return [];
    const { number, title, url, state, assignees } = node;
    const logins = assignees.nodes.map(({ login }) => login);
    return [{ number, title, url, isOpen: state === "OPEN", assignees: logins }];
  });

function toSnapshot(
  key: IncidentKey,
  answer: LookAnswer,
  thread: Thread,
  { before, versions }: History,
): Snapshot {
  const own = answer.viewer.login;
  const { issue, isPrivate } = answer.repository;
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
    isPrivate,
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
    actionItems: toActionItems(issue),
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
  const { issue, policy, labels, id, isArchived } = answer.repository;
  const known = answer.status !== null && wasStatus(answer.status) ? answer.status : null;
  const own = answer.viewer.login;
  const thread = await readThread(client, issue, known, own, recordText);
  const history = await readHistory(client, issue, thread, own);
  const nodes = [...(labels?.nodes ?? []), ...(issue.labels?.nodes ?? [])];
  return {
    snapshot: toSnapshot(key, answer, thread, history),
    policyFile: choosePolicyFile(key, policy, answer.owners?.policy ?? null),
    repositoryId: id,
    archived: isArchived,
    own,
    labelIds: new Map(nodes.map((label) => [label.name.toLowerCase(), label.id])),
    assigneeIds: new Map(issue.assignees.nodes.map((one) => [one.login.toLowerCase(), one.id])),
  };
}
