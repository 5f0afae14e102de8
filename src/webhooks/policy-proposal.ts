import * as z from "zod";
import { parsePayload } from "./parse-payload.ts";

/** A pull request that comes from somebody's copy of the repository, and its newest commit. */
export interface PolicyProposal {
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  /** Git's id of its newest commit. */
  readonly commit: string;
}

const aboutProposal = z.object({
  installation: z.object({ id: z.number() }).optional(),
  repository: z.object({
    id: z.number(),
    name: z.string(),
    owner: z.object({ login: z.string() }),
  }),
  pull_request: z.object({
    number: z.number(),
    state: z.string(),
    head: z.object({ sha: z.string(), repo: z.object({ id: z.number() }).nullish() }),
  }),
});

/**
 * The pull request that a delivery of `pull_request` is about, where it is open and its branch stands in another repository; null: it does
 * not, and a push told of its commits. Throws InternalError when the payload does not have the published shape.
 */
export function policyProposal(payload: unknown): PolicyProposal | null {
  const {
    installation,
    repository,
    pull_request: pull,
  } = parsePayload(aboutProposal, "pull_request", payload);
  if (installation === undefined || pull.state !== "open") return null;
  if (pull.head.repo?.id === repository.id) return null;
  return {
    installation: installation.id,
    owner: repository.owner.login,
    repo: repository.name,
    number: pull.number,
    commit: pull.head.sha,
  };
}
