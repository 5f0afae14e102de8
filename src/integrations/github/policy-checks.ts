import { z } from "zod";
import { RetryLaterError } from "../../incident/errors.ts";
import { POLICY_PATH } from "../../incident/policy-trouble.ts";
import { parseAnswer, type Client } from "./client.ts";
import { policyBlob } from "./policy-files.ts";

/** A commit with its policy file, and what that is compared with. */
export interface CommitToCheck {
  readonly owner: string;
  readonly repo: string;
  /** Git's id of the commit. */
  readonly commit: string;
  /** A revision: that before the push, or `HEAD`. */
  readonly base: string;
}

/** Two texts of the policy file; null: there is none. */
export interface PolicyTexts {
  readonly before: string | null;
  readonly text: string | null;
  /** Git's id of the text; `none` where there is none. */
  readonly version: string;
}

/** A check run as it is to stand on a commit. */
export interface PolicyCheckRun {
  readonly version: string;
  readonly isRight: boolean;
  readonly title: string;
  readonly summary: string;
  /** Lines and columns from 1. */
  readonly notes: readonly {
    readonly line: number;
    readonly column: number;
    readonly text: string;
  }[];
}

/** What the check is called on GitHub. */
export const CHECK_NAME = "Sitrep policy";

/** A pull request, by its number. */
export interface PullRequestPlace {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

const blob = `{ ... on Blob { oid text } }`;
const TEXTS = `query PolicyTexts($owner: String!, $repo: String!, $here: String!, $base: String!) {
  repository(owner: $owner, name: $repo) {
    here: object(expression: $here) ${blob}
    base: object(expression: $base) ${blob}
  }
}`;

const textsShape = z.object({ repository: z.object({ here: policyBlob, base: policyBlob }) });

/** Reads the policy file at a commit and at its base. Throws when it cannot: nothing is said on a failed read. */
export async function readPolicyTexts(
  client: Client,
  { owner, repo, commit, base }: CommitToCheck,
): Promise<PolicyTexts> {
  const at = { here: `${commit}:${POLICY_PATH}`, base: `${base}:${POLICY_PATH}` };
  const answer = await client.query(TEXTS, { owner, repo, ...at });
  const [failed] = answer.failures;
  if (failed !== undefined) {
    throw new RetryLaterError(
      `GitHub could not read the policy at ${commit}: ${failed.type}`,
      1000,
    );
  }
  const { here, base: before } = parseAnswer(textsShape, answer).repository;
  return {
    before: before?.text ?? null,
    text: here?.text ?? null,
    version: here?.oid ?? "none",
  };
}

const FILES = `query ProposedFiles($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) { files(first: 100) { totalCount nodes { path } } }
  }
}`;

const filesShape = z.object({
  repository: z.object({
    pullRequest: z.object({
      files: z
        .object({ totalCount: z.number(), nodes: z.array(z.object({ path: z.string() })) })
        .nullish(),
    }),
  }),
});

/**
 * Whether a pull request changes the policy file, as its first hundred files tell; of more, it may. Throws when it cannot be read.
 */
export async function changesPolicyFile(client: Client, place: PullRequestPlace): Promise<boolean> {
  const answer = await client.query(FILES, { ...place });
  const [failed] = answer.failures;
  if (failed !== undefined) {
    const name = `${place.owner}/${place.repo}#${place.number}`;
    throw new RetryLaterError(`GitHub could not read the files of ${name}: ${failed.type}`, 1000);
  }
  const { files } = parseAnswer(filesShape, answer).repository.pullRequest;
  if (files === null || files === undefined) return false;
  return (
    files.totalCount > files.nodes.length || files.nodes.some(({ path }) => path === POLICY_PATH)
  );
}

/**
 * Puts the check on the commit, unless it has one about this version of the file. Throws `TerminalError` where the App may not
 * write checks.
 */
export async function ensurePolicyCheck(
  client: Client,
  { owner, repo, commit }: CommitToCheck,
  run: PolicyCheckRun,
): Promise<void> {
  const found = await client.rest("read", (octokit) =>
    octokit.rest.checks.listForRef({
      owner,
      repo,
      ref: commit,
      check_name: CHECK_NAME,
      filter: "all",
    }),
  );
  if (found.data.check_runs.some(({ external_id: id }) => id === run.version)) return;
  await client.rest("write", (octokit) =>
    octokit.rest.checks.create({
      owner,
      repo,
      name: CHECK_NAME,
      head_sha: commit,
      external_id: run.version,
      status: "completed",
      conclusion: run.isRight ? "success" : "failure",
      output: {
        title: run.title,
        summary: run.summary,
        annotations: run.notes.map(({ line, column, text }) => ({
          path: POLICY_PATH,
          start_line: line,
          end_line: line,
          start_column: column,
          end_column: column,
          annotation_level: "failure",
          message: text,
        })),
      },
    }),
  );
}
