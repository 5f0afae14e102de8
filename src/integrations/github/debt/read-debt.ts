import { z } from "zod";
import { toBaseText } from "../../../incident/base-text.ts";
import { RetryLaterError, TerminalError } from "../../../incident/errors.ts";
import type { RepositoryKey } from "../../../incident/key.ts";
import { DEBT_LABEL, isDebtBody } from "../../../incident/report-debt.ts";
import { time } from "../answer-parts.ts";
import { parseAnswer, type Answer, type Client } from "../client.ts";
import { toActor, toVersion } from "../to-event.ts";
import type { DebtBody, DebtText } from "./debt-text.ts";

/** The debt issue of a repository as it stands. */
export interface DebtIssue {
  readonly id: string;
  readonly number: number;
  readonly isOpen: boolean;
  readonly hasLabel: boolean;
  /** Of the body to start from: the one that was read, or a person's over which Sitrep wrote. */
  readonly body: DebtBody;
  /** Ids of the body's versions that are known, newest first. */
  readonly versions: readonly string[];
  /** A person's words have to come back into the body. */
  readonly isOvertaken: boolean;
}

/** What a read of it brought. */
export interface DebtPlace {
  readonly repositoryId: string;
  /** Null: the repository has no such label. */
  readonly labelId: string | null;
  /** Nobody can write there. */
  readonly isArchived: boolean;
  /** Sitrep's own login. */
  readonly own: string;
  /** Null: there is none. */
  readonly issue: DebtIssue | null;
}

const ISSUE = `fragment debt on Issue {
  id number body state lastEditedAt createdAt viewerDidAuthor
  repository { id }
  labels(first: 50) { nodes { name } }
  userContentEdits(first: 10) { nodes { id editedAt editor { __typename login } diff } }
}`;

const REPOSITORY = `id isArchived label(name: $label) { id }`;

const FIND = `query FindReportDebt($owner: String!, $repo: String!, $label: String!) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    ${REPOSITORY}
    issues(first: 20, labels: [$label], orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ...debt } }
  }
}
${ISSUE}`;

const READ = `query ReadReportDebt($owner: String!, $repo: String!, $label: String!, $number: Int!) {
  viewer { login }
  repository(owner: $owner, name: $repo) { ${REPOSITORY} issue(number: $number) { ...debt } }
}
${ISSUE}`;

const issueShape = z.object({
  id: z.string(),
  number: z.number(),
  body: z.string(),
  state: z.enum(["OPEN", "CLOSED"]),
  createdAt: time,
  lastEditedAt: time.nullish(),
  viewerDidAuthor: z.boolean(),
  repository: z.object({ id: z.string() }),
  labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullish(),
  userContentEdits: z
    .object({
      nodes: z.array(
        z.object({
          id: z.string(),
          editedAt: time,
          editor: z.object({ __typename: z.string(), login: z.string() }).nullish(),
          diff: z.string().nullish(),
        }),
      ),
    })
    .nullish(),
});

type IssueNode = z.infer<typeof issueShape>;

const repositoryShape = z.object({
  id: z.string(),
  isArchived: z.boolean(),
  label: z.object({ id: z.string() }).nullish(),
  issue: issueShape.nullish(),
  issues: z.object({ nodes: z.array(issueShape.nullable()) }).nullish(),
});

const shape = z.object({
  viewer: z.object({ login: z.string() }),
  repository: repositoryShape,
});

/** The issue may be gone, which has a meaning; anything else that failed is asked for again. */
function check({ failures }: Answer, { owner, repo }: RepositoryKey): void {
  const failed = failures.find(({ path, type }) => path.at(-1) !== "issue" || type !== "NOT_FOUND");
  if (failed === undefined) return;
  const { type, message } = failed;
  const says = `The issue with the reports that are owed in ${owner}/${repo} cannot be read: ${message}`;
  throw ["NOT_FOUND", "FORBIDDEN"].includes(type)
    ? new TerminalError(says)
    : new RetryLaterError(says, 1000);
}

function toIssue(node: IssueNode, own: string, text: DebtText): DebtIssue {
  const { body, repository, lastEditedAt } = node;
  const edits = node.userContentEdits?.nodes ?? [];
  if ((lastEditedAt ?? 0) > Math.max(0, ...edits.map(({ editedAt }) => editedAt)))
    throw new RetryLaterError("GitHub's edit history is behind the body", 2000);
  const versions = edits.map((edit) => toVersion({ ...edit, diff: edit.diff ?? null }, own));
  const written = text.read(body, repository.id);
  const base = toBaseText(body, versions, written.record?.basedOn);
  return {
    id: node.id,
    number: node.number,
    isOpen: node.state === "OPEN",
    hasLabel: (node.labels?.nodes ?? []).some(({ name }) => name.toLowerCase() === DEBT_LABEL.name),
    body: { ...text.read(base, repository.id), text: written.text, record: written.record },
    versions: versions.map(({ id }) => id),
    isOvertaken: base !== body,
  };
}

/**
 * Reads the debt issue: by its number where that is known, else by its label, its author and Sitrep's mark in its body. What was deleted,
 * moved away, or is somebody else's is none.
 */
export async function readDebt(
  client: Client,
  key: RepositoryKey,
  number: number | null,
  text: DebtText,
): Promise<DebtPlace> {
  const { owner, repo } = key;
  const variables = { owner, repo, label: DEBT_LABEL.name };
  const answer =
    number === null
      ? await client.query(FIND, variables)
      : await client.query(READ, { ...variables, number });
  check(answer, key);
  const { viewer, repository } = parseAnswer(shape, answer);
  const own = viewer.login;
  const nodes = [repository.issue, ...(repository.issues?.nodes ?? [])];
  const found = nodes.find(
    (node) =>
      node?.viewerDidAuthor === true &&
      node.repository.id === repository.id &&
      // Whoever took Sitrep's part out of its body gets it back, as long as its number is known.
      (number !== null || isDebtBody(node.body)),
  );
  return {
    repositoryId: repository.id,
    labelId: repository.label?.id ?? null,
    isArchived: repository.isArchived,
    own,
    issue: found === undefined || found === null ? null : toIssue(found, own, text),
  };
}

/** Did somebody else write a version that the read did not know? `nodes`: the newest versions after the write. */
export const isNews = (
  nodes: readonly { readonly id: string; readonly editor?: Parameters<typeof toActor>[0] }[],
  { versions }: Pick<DebtIssue, "versions">,
  own: string,
): boolean =>
  nodes.some(({ id, editor }) => !versions.includes(id) && toActor(editor, own).kind !== "self");
