import { z } from "zod";
import type { EarlierIssue } from "../../incident/earlier-issue.ts";
import { RetryLaterError } from "../../incident/errors.ts";
import { statusPointer } from "../../incident/fields/index.ts";
import { phaseOfLabel } from "../../incident/phases.ts";
import type { Policy } from "../../incident/policy.ts";
import type { MachineRecord } from "../../incident/record.ts";
import type { Client, FieldFailure } from "./client.ts";
import {
  commentNodes,
  labelledIssues,
  POINTED,
  THREADS,
  toLookBackDocument,
  threadNodes,
  type EarlierNode,
  type StatusNode,
} from "./earlier-documents.ts";
import type { RecordText } from "./record-text.ts";
import { toActor } from "./to-event.ts";

/** Whose earlier incidents are read, and of which incident. */
export interface LookingBack {
  readonly owner: string;
  readonly repo: string;
  /** The incident's own number, which is left out. */
  readonly number: number;
  readonly policy: Pick<Policy, "labels" | "phases">;
  /** Sitrep's own login. */
  readonly own: string;
}

/** So many incidents are looked back at, the newest by when they were opened. */
const MOST = 100;
// What a document may hold is counted over all labels.
const MOST_LISTED = 200;
// Threads are long: of incidents whose top comment points nowhere, the newest are looked through.
const MOST_THREADS = 10;

const isBarred = ({ type }: FieldFailure): boolean => type === "NOT_FOUND" || type === "FORBIDDEN";

/** Something within a list is gone, or in a repository that the App may not read: that is no failed read. */
const isHarmless = (failure: FieldFailure): boolean =>
  isBarred(failure) && failure.path.some((part) => typeof part === "number");

/** What was answered. Throws `RetryLaterError` where any part of it could not be read. */
async function ask<Shape extends z.ZodType>(
  client: Client,
  document: string,
  variables: object,
  shape: Shape,
): Promise<z.infer<Shape>> {
  const { data, failures } = await client.query(document, variables);
  const failed = failures.find((failure) => !isHarmless(failure));
  const parsed = shape.safeParse(data);
  if (failed === undefined && parsed.success) return parsed.data;
  const why = failed?.type ?? "the answer has another shape";
  throw new RetryLaterError(`GitHub could not read the earlier incidents: ${why}`, 1000);
}

async function listEarlier(
  client: Client,
  { owner, repo, number, policy }: LookingBack,
): Promise<{ readonly id: string; readonly issues: readonly EarlierNode[] }> {
  const { labels } = policy;
  const each = Math.min(MOST, Math.floor(MOST_LISTED / labels.length));
  const named = Object.fromEntries(labels.map((label, index) => [`label${index}`, label]));
  const variables = { owner, repo, ...named };
  const shape = labelledIssues(labels.length);
  const answer = await ask(client, toLookBackDocument(labels.length, each), variables, shape);
  const { id, lists } = answer.repository;
  const found = new Map(lists.flatMap(({ nodes }) => nodes).map((issue) => [issue.id, issue]));
  const issues = [...found.values()]
    .filter((issue) => issue.number !== number)
    .toSorted((one, other) => other.createdAt - one.createdAt)
    .slice(0, MOST);
  return { id, issues };
}

/** The record in a comment; null where it is none of Sitrep's, or does not hold. */
function toRecord(
  comment: NonNullable<StatusNode>,
  own: string,
  recordText: RecordText,
): MachineRecord | null {
  if (!comment.viewerDidAuthor) return null;
  if (comment.editor && toActor(comment.editor, own).kind !== "self") return null;
  const read = recordText.read(comment.body);
  return read === "fresh" || read === "tampered" ? null : read.record;
}

/** The records by their issues' node ids: where the top comment points to, else in the thread of an issue that has a phase. */
async function readRecords(
  client: Client,
  issues: readonly EarlierNode[],
  { policy, own }: LookingBack,
  recordText: RecordText,
): Promise<ReadonlyMap<string, MachineRecord>> {
  const records = new Map<string, MachineRecord>();
  const keep = (comment: StatusNode): void => {
    const record = comment === null ? null : toRecord(comment, own, recordText);
    // Of the issue where it stands: a top comment that was copied points to another one's.
    if (comment !== null && record !== null) records.set(comment.issue.id, record);
  };
  const ids = issues.flatMap(({ body }) => statusPointer(body) ?? []);
  if (ids.length > 0) {
    const pointed = await ask(client, POINTED, { ids: [...new Set(ids)] }, commentNodes);
    pointed.nodes.forEach(keep);
  }
  const lacking = issues.filter(
    ({ id, labels }) =>
      !records.has(id) && labels.some((name) => phaseOfLabel(name, policy.phases) !== null),
  );
  if (lacking.length > 0) {
    const chosen = lacking.slice(0, MOST_THREADS).map(({ id }) => id);
    const threads = await ask(client, THREADS, { ids: chosen }, threadNodes);
    threads.nodes.flatMap((node) => node?.comments.nodes ?? []).forEach(keep);
  }
  return records;
}

function toEarlierIssue(
  { subIssues, id: _id, state, stateReason, ...issue }: EarlierNode,
  record: MachineRecord | null,
  repositoryId: string,
): EarlierIssue {
  const isOpen = state === "OPEN";
  return {
    ...issue,
    isOpen,
    reason: isOpen ? null : (stateReason?.toLowerCase() ?? "completed"),
    incident: record?.incident ?? null,
    companies: (record?.desk?.companies ?? []).map(({ company }) => company),
    actionItems: subIssues.flatMap((item) => {
      const isHere = item?.repository.id === repositoryId;
      if (item === null || (item.repository.isPrivate && !isHere)) return [];
      const { title, url, createdAt, assignees } = item;
      return [{ title, url, openedAt: createdAt, isOpen: item.state === "OPEN", assignees }];
    }),
  };
}

/**
 * Reads the newest earlier incidents of a repository, at most a hundred, open and closed, with their action items and with the
 * records that Sitrep signed: two requests, three where top comments do not point to their records. Throws `RetryLaterError` where
 * any of it cannot be read: nothing is to be decided on a part.
 */
export async function readEarlier(
  client: Client,
  place: LookingBack,
  recordText: RecordText,
): Promise<readonly EarlierIssue[]> {
  const { id, issues } = await listEarlier(client, place);
  const records = await readRecords(client, issues, place, recordText);
  return issues.map((issue) => toEarlierIssue(issue, records.get(issue.id) ?? null, id));
}
