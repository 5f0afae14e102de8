import { LRUCache } from "lru-cache";
import { z } from "zod";
import { findNewestGood, readPolicy, type GoodPolicy } from "../../config/index.ts";
import { RetryLaterError } from "../../incident/errors.ts";
import type { Policy } from "../../incident/policy.ts";
import { POLICY_PATH, type PolicyTrouble } from "../../incident/policy-trouble.ts";
import { parseAnswer, type Client } from "./client.ts";

/** The name of the repository whose policy holds for the owner's repositories that have none of their own. */
export const OWNERS_REPOSITORY = ".github";

/** The fields of a policy file in a document; beside {@link policyBlob}. */
export const POLICY_FIELD = `policy: object(expression: "HEAD:${POLICY_PATH}") { ... on Blob { oid text isTruncated } }`;

/** The answer to {@link POLICY_FIELD}: null where there is no file. */
export const policyBlob = z
  .object({ oid: z.string().optional(), text: z.string().nullish() })
  .nullish()
  .transform((blob) => {
    const { oid, text } = blob ?? {};
    return oid === undefined || text === undefined || text === null ? null : { oid, text };
  });

/** A policy file as it was read. */
export interface PolicyFile {
  readonly owner: string;
  readonly repo: string;
  /** Git's id of the text. */
  readonly oid: string;
  readonly text: string;
}

/** The policy that holds. */
export interface ServingPolicy {
  readonly policy: Policy;
  /** The text that says it; null: the preset. */
  readonly text: string | null;
  /** Why it is not the file's own; null: it is, or there is no file. */
  readonly trouble: PolicyTrouble | null;
}

/** Reads what policy files come to. */
export interface PolicyFiles {
  /**
   * The policy that holds, with this file or (null) without one. Only of a broken file it asks GitHub, for its earlier versions, and
   * once for each broken version. Throws when GitHub cannot be asked: nothing is decided on a failed read.
   */
  serve(client: Client, file: PolicyFile | null): Promise<ServingPolicy>;
}

/** Of the file's own repository, else of the owner's. */
export function choosePolicyFile(
  own: { readonly owner: string; readonly repo: string },
  blob: z.infer<typeof policyBlob>,
  ownersBlob: z.infer<typeof policyBlob>,
): PolicyFile | null {
  if (blob !== null) return { ...own, ...blob };
  return ownersBlob === null ? null : { owner: own.owner, repo: OWNERS_REPOSITORY, ...ownersBlob };
}

const HISTORY = `query PolicyHistory($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    head: object(expression: "HEAD") {
      ... on Commit {
        history(first: 10, path: "${POLICY_PATH}") {
          nodes { file(path: "${POLICY_PATH}") { object { ... on Blob { text } } } }
        }
      }
    }
  }
}`;

const version = z
  .object({
    file: z.object({ object: z.object({ text: z.string().nullish() }).nullish() }).nullish(),
  })
  .transform(({ file }) => file?.object?.text ?? null);

const historyShape = z.object({
  repository: z
    .object({ head: z.object({ history: z.object({ nodes: z.array(version) }) }).nullish() })
    .nullish(),
});

const isBarred = (type: string): boolean => type === "NOT_FOUND" || type === "FORBIDDEN";

/** The last ten texts of the file, newest first, null where it was away; none where the App may not see them. */
async function readTexts(
  client: Client,
  { owner, repo }: PolicyFile,
): Promise<readonly (string | null)[]> {
  const answer = await client.query(HISTORY, { owner, repo });
  const failed = answer.failures.find(({ type }) => !isBarred(type));
  if (failed !== undefined) {
    const place = `the history of ${POLICY_PATH} in ${owner}/${repo}`;
    throw new RetryLaterError(`GitHub could not read ${place}: ${failed.type}`, 1000);
  }
  const { repository } = parseAnswer(historyShape, answer);
  return repository?.head?.history.nodes ?? [];
}

const REPOSITORIES = 10_000;

interface Known {
  readonly oid: string;
  readonly good: GoodPolicy | null;
}

/** Nothing is known yet. The last good version needs no memory that survives a restart: GitHub has it. */
export function createPolicyFiles(): PolicyFiles {
  const known = new LRUCache<string, Known>({ max: REPOSITORIES });
  const findGood = async (client: Client, file: PolicyFile): Promise<GoodPolicy | null> => {
    const place = `${file.owner}/${file.repo}`.toLowerCase();
    const before = known.get(place);
    if (before?.oid === file.oid) return before.good;
    const good = findNewestGood(await readTexts(client, file));
    known.set(place, { oid: file.oid, good });
    return good;
  };
  return {
    serve: async (client, file) => {
      const { policy, problems } = readPolicy(file?.text ?? null);
      if (file === null) return { policy, text: null, trouble: null };
      if (problems.length === 0) {
        // Broken in the same way later, it has another last good version.
        known.delete(`${file.owner}/${file.repo}`.toLowerCase());
        return { policy, text: file.text, trouble: null };
      }
      const good = await findGood(client, file);
      const trouble: PolicyTrouble = {
        repository: `${file.owner}/${file.repo}`,
        version: file.oid,
        serves: good === null ? "preset" : "earlier",
        problems: problems.map(({ what, ...rest }) => ({ ...rest, problem: what })),
      };
      return { policy: good?.policy ?? policy, text: good?.text ?? null, trouble };
    },
  };
}
