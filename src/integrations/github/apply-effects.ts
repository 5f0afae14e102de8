import type { LabelSpec } from "../../effects/index.ts";
import { RetryLaterError, TerminalError } from "../../incident/errors.ts";
import type { IncidentKey } from "../../incident/key.ts";
import type { StatusComment } from "../../incident/snapshot.ts";
import { parseAnswer, type Answer, type Client } from "./client.ts";
import { LABEL } from "./documents.ts";
import type { ReadIssue } from "./read-snapshot.ts";
import {
  appliedShape,
  createdCommentShape,
  createdLabelShape,
  labelShape,
  type LabelNode,
} from "./shapes.ts";
import { toActor } from "./to-event.ts";
import {
  toComment,
  toDocument,
  toLabel,
  toMutation,
  toStatusEdit,
  type Ids,
  type Mutation,
  type RenderedEffect,
} from "./write-document.ts";

/** An effect that GitHub did not carry out. `final`: it will not do so another time either. */
export interface Failure {
  readonly effect: RenderedEffect | { readonly kind: "status" };
  readonly final: boolean;
  /** What it was to be done to is not there any more: the next read will show it. */
  readonly gone: boolean;
  readonly message: string;
}

/** What came of one write. */
export interface Applied {
  readonly failures: readonly Failure[];
  /** Keys of the comments that stand in the thread now. */
  readonly posted: readonly string[];
  /** Titles of the action items that have an issue now. */
  readonly filed: readonly string[];
  /** Node ids of the comments that were hidden as outdated. */
  readonly hidden: readonly string[];
  /** Somebody edited the top comment between the read and the write: look again at once. */
  readonly overtaken: boolean;
}

// GitHub's error types for what is wrong with the request itself; anything else may go another time.
const FINAL = new Set(["NOT_FOUND", "FORBIDDEN", "UNPROCESSABLE", "INSUFFICIENT_SCOPES"]);

const RETRY_MS = 2000;

/** Sends a document; throws `RetryLaterError` when GitHub does not say of each part what became of it. */
async function send(client: Client, name: string, mutations: readonly Mutation[]): Promise<Answer> {
  const { document, variables } = toDocument(name, mutations);
  const answer = await client.mutate(document, variables);
  const vague = answer.failures.find(({ path }) => !/^m\d+$/.test(String(path[0])));
  if (vague !== undefined || (answer.data === null && answer.failures.length === 0)) {
    throw new RetryLaterError(`GitHub does not say what it did: ${vague?.message ?? ""}`, RETRY_MS);
  }
  return answer;
}

/** What it means that GitHub takes no status comment, and who can do what about it. */
export const notWritable = ({ owner, repo, number }: IncidentKey, message: string): string =>
  `Sitrep cannot write in ${owner}/${repo}#${number}: ${message} Its App needs write access to issues there. Every sweep tries again.`;

/** The failure of one mutation of a document that nothing goes without: for good, or to be tried again. */
function toLoss(answer: Answer, index: number, read: ReadIssue): Error {
  const failure = answer.failures.find(({ path }) => path[0] === `m${index}`);
  const says = notWritable(read.snapshot.key, failure?.message ?? "no answer");
  return FINAL.has(failure?.type ?? "")
    ? new TerminalError(says)
    : new RetryLaterError(says, RETRY_MS);
}

const dataOf = (answer: Answer): Readonly<Record<string, unknown>> =>
  (answer.data ?? {}) as Readonly<Record<string, unknown>>;

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A label that could not be made since it is there: beyond the hundred that were read, or made this moment. */
async function findLabel(client: Client, read: ReadIssue, name: string): Promise<LabelNode | null> {
  const { owner, repo } = read.snapshot.key;
  const answer = await client.query(LABEL, { owner, repo, name });
  return parseAnswer(labelShape, answer).repository.label ?? null;
}

/**
 * Makes what has to be there before the effects can be written: labels that the repository lacks, and the status comment,
 * whose place in the thread the top comment and the record need. One document; null for the status comment where it exists.
 * Throws when the status comment cannot be made.
 */
export async function prepare(
  client: Client,
  read: ReadIssue,
  labels: readonly LabelSpec[],
  statusBody: string | null,
): Promise<{
  readonly status: StatusComment | null;
  readonly labels: ReadonlyMap<string, string>;
}> {
  const issue = read.snapshot.nodeId;
  const mutations: readonly Mutation[] = [
    ...labels.map((label) => toLabel(read.repositoryId, label)),
    ...(statusBody === null ? [] : [toComment(issue, statusBody)]),
  ];
  if (mutations.length === 0) return { status: null, labels: new Map() };
  const answer = await send(client, "Prepare", mutations);
  const data = dataOf(answer);
  const made = labels.flatMap((_, index) => {
    const parsed = createdLabelShape.safeParse(data[`m${index}`]);
    return parsed.success ? [parsed.data.label] : [];
  });
  const unmade = labels.filter(({ name }) => !made.some((label) => sameName(label.name, name)));
  const found = await Promise.all(unmade.map(({ name }) => findLabel(client, read, name)));
  const comment = createdCommentShape.safeParse(data[`m${labels.length}`]);
  const node = comment.success ? comment.data.commentEdge.node : null;
  if (node === null && statusBody !== null) throw toLoss(answer, labels.length, read);
  return {
    labels: new Map(
      [...made, ...found.flatMap((label) => label ?? [])].map((label) => [
        label.name.toLowerCase(),
        label.id,
      ]),
    ),
    status:
      node === null
        ? null
        : {
            nodeId: node.id,
            databaseId: node.fullDatabaseId,
            url: node.url,
            body: node.body,
            createdAt: node.createdAt,
          },
  };
}

function failuresOf(
  answer: Answer,
  effects: readonly (RenderedEffect | { readonly kind: "status" })[],
): readonly Failure[] {
  return effects.flatMap((effect, index) => {
    const failure = answer.failures.find(({ path }) => path[0] === `m${index}`);
    if (failure === undefined) return [];
    const { type, message } = failure;
    return [{ effect, final: FINAL.has(type), gone: type === "NOT_FOUND", message }];
  });
}

/** Did a version come in that the read did not know and that is not the write's own? */
function isOvertaken(answer: Answer, index: number, read: ReadIssue, own: string): boolean {
  const parsed = appliedShape.safeParse(dataOf(answer)[`m${index}`]);
  if (!parsed.success) return false;
  const { snapshot } = read;
  const known = new Set([snapshot.before, ...snapshot.versions].flatMap((one) => one?.id ?? []));
  const since = Math.max(
    snapshot.createdAt,
    ...[snapshot.before, ...snapshot.versions].map((one) => one?.at ?? 0),
  );
  return parsed.data.issue.userContentEdits.nodes.some(
    (node) =>
      !known.has(node.id) &&
      // The entry of the creation turns up with the first edit.
      (known.size > 0 || node.editedAt > snapshot.createdAt) &&
      node.editedAt >= since &&
      toActor(node.editor, own).kind !== "self",
  );
}

/** Writes everything that a look decided in one document: the effects in order, and last the status comment with the record. */
export async function applyEffects(
  client: Client,
  read: ReadIssue,
  effects: readonly RenderedEffect[],
  status: { readonly nodeId: string; readonly body: string } | null,
  ids: Ids,
  own: string,
): Promise<Applied> {
  const mutations = [
    ...effects.map((effect) => toMutation(effect, ids)),
    ...(status === null ? [] : [toStatusEdit(status.nodeId, status.body)]),
  ];
  if (mutations.length === 0)
    return { failures: [], posted: [], filed: [], hidden: [], overtaken: false };
  const answer = await send(client, "Apply", mutations);
  const failures = failuresOf(answer, status === null ? effects : [...effects, { kind: "status" }]);
  const failed = new Set(failures.map((failure) => failure.effect));
  const body = effects.findIndex((effect) => effect.kind === "write-body");
  return {
    failures,
    posted: effects.flatMap((effect) =>
      effect.kind === "post" && !failed.has(effect) ? [effect.key] : [],
    ),
    filed: effects.flatMap((effect) =>
      effect.kind === "file-action" && !failed.has(effect) ? [effect.action.title] : [],
    ),
    hidden: effects.flatMap((effect) =>
      effect.kind === "minimize" && !failed.has(effect) ? [effect.nodeId] : [],
    ),
    overtaken: body >= 0 && isOvertaken(answer, body, read, own),
  };
}
