import * as z from "zod";
import { POLICY_PATH } from "../incident/policy-trouble.ts";
import { parsePayload } from "./parse-payload.ts";

/** A push to a branch, and whether it touched the policy file. */
export interface PolicyPush {
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
  readonly isDefault: boolean;
  /** Git's ids of the newest commit before and after it; zeros where the branch is new. */
  readonly before: string;
  readonly commit: string;
  readonly changesPolicy: boolean;
}

const paths = z.array(z.string()).nullish();
const aboutPush = z.object({
  ref: z.string(),
  before: z.string(),
  after: z.string(),
  deleted: z.boolean().optional(),
  installation: z.object({ id: z.number() }).optional(),
  repository: z.object({
    name: z.string(),
    default_branch: z.string(),
    owner: z.object({ login: z.string() }),
  }),
  commits: z.array(z.object({ added: paths, modified: paths, removed: paths })),
});

const BRANCH = /^refs\/heads\/(.+)$/;

/**
 * What a delivery of `push` says, without asking GitHub; null where it is about no branch that goes on. GitHub lists 2,048 commits at
 * most: what is missed so, the next sweep makes up for. Throws InternalError when the payload does not have the published shape.
 */
export function policyPush(payload: unknown): PolicyPush | null {
  const { ref, before, after, deleted, installation, repository, commits } = parsePayload(
    aboutPush,
    "push",
    payload,
  );
  const [, branch] = BRANCH.exec(ref) ?? [];
  if (installation === undefined || branch === undefined || deleted === true) return null;
  const changesPolicy = commits.some((commit) =>
    [commit.added, commit.modified, commit.removed].some((list) => list?.includes(POLICY_PATH)),
  );
  return {
    installation: installation.id,
    owner: repository.owner.login,
    repo: repository.name,
    branch,
    isDefault: branch === repository.default_branch,
    before,
    commit: after,
    changesPolicy,
  };
}
