import { LRUCache } from "lru-cache";
import { judgePolicy, readPolicy } from "../config/index.ts";
import {
  OWNERS_REPOSITORY,
  type CommitToCheck,
  type GitHub,
  type PullRequestPlace,
} from "../integrations/github/index.ts";
import { renderPolicyCheck } from "../messages/index.ts";
import type { Queue } from "../queue/index.ts";
import type { Memory } from "./memory.ts";

/** A push to a branch, as its delivery tells it. */
export interface BranchPush {
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
  readonly isDefault: boolean;
  /** Git's ids of the newest commit before and after it. */
  readonly before: string;
  readonly commit: string;
  readonly changesPolicy: boolean;
}

/** An open pull request from somebody's copy of the repository, as its delivery tells it. */
export interface Proposal extends PullRequestPlace {
  readonly installation: number;
  /** Git's id of its newest commit. */
  readonly commit: string;
}

export interface PolicyPushOptions {
  readonly github: Pick<GitHub, "readPolicyTexts" | "changesPolicyFile" | "ensurePolicyCheck">;
  readonly queue: Pick<Queue, "add">;
  readonly memory: Pick<Memory, "openIncidentsOf">;
  /** Base of the web pages. */
  readonly server: string;
  /** A check could not be made: the App may not, or GitHub was not reached. */
  readonly onUnable: (error: unknown) => void;
}

/** What follows from pushes, and from pull requests of which no push tells. */
export interface PolicyPushes {
  take(push: BranchPush): Promise<void>;
  consider(proposal: Proposal): Promise<void>;
  /** Resolves when no check is being made. */
  idle(): Promise<void>;
}

const BRANCHES = 10_000;
const PROPOSALS = 10_000;

/** A commit that is to be checked, for the sake of which branch or pull request. */
interface ToCheck extends CommitToCheck {
  readonly installation: number;
  readonly isDefault: boolean;
}

/**
 * A push to the policy file on the default branch wants a look at every open incident that goes by it. On any branch, its newest commit
 * gets a check; so does each later commit of a branch whose file is another than the default branch's, as far as this process knows.
 * Of a branch in somebody's copy no push tells: each new commit of its pull request is asked for its files, once.
 * A check that is lost is not made up for: it decides nothing, and the incidents themselves are told what is wrong.
 */
export function createPolicyPushes(options: PolicyPushOptions): PolicyPushes {
  const { github, queue, memory, server, onUnable } = options;
  const edited = new LRUCache<string, true>({ max: BRANCHES });
  const considered = new LRUCache<string, string>({ max: PROPOSALS });
  const running = new Map<string, Promise<void>>();

  /** Puts the check on a commit; `onRead` hears before that whether its file is another than that which it is compared with. */
  async function check(
    { installation, isDefault, ...place }: ToCheck,
    onRead: (isOther: boolean) => void,
  ): Promise<void> {
    const { before: was, text, version } = await github.readPolicyTexts(installation, place);
    onRead(was !== text);
    const { problems, changes } = judgePolicy(was, text);
    const findings = { problems, changes, isDefault };
    const words = renderPolicyCheck(findings, readPolicy(text).policy, server);
    const notes = problems.map(({ what, mend, ...at }) => ({ ...at, text: `${what} ${mend}` }));
    const run = { version, isRight: problems.length === 0, ...words, notes };
    await github.ensurePolicyCheck(installation, place, run);
  }

  async function checkBranch(push: BranchPush, branch: string): Promise<void> {
    const { installation, owner, repo, commit, before, isDefault } = push;
    const base = isDefault ? before : "HEAD";
    await check({ installation, owner, repo, commit, base, isDefault }, (isOther) => {
      if (isDefault || !isOther) edited.delete(branch);
      else edited.set(branch, true);
    });
  }

  async function checkProposal(proposal: Proposal, place: string): Promise<void> {
    const { installation, owner, repo, number, commit } = proposal;
    if (considered.get(place) === commit) return;
    const changes = await github.changesPolicyFile(installation, { owner, repo, number });
    const toCheck = { installation, owner, repo, commit, base: "HEAD", isDefault: false };
    if (changes) await check(toCheck, () => {});
    considered.set(place, commit);
  }

  /** Of a doubled delivery, the second waits for the first, and then finds its check. */
  async function inTurn(place: string, make: () => Promise<void>): Promise<void> {
    const before = running.get(place) ?? Promise.resolve();
    const turn = before.then(make).catch(onUnable);
    running.set(place, turn);
    await turn;
    if (running.get(place) === turn) running.delete(place);
  }

  return {
    take: async (push) => {
      const { owner, repo, branch, isDefault, changesPolicy } = push;
      const place = `${owner}/${repo}:${branch}`;
      if (changesPolicy && isDefault) {
        const isOwners = repo.toLowerCase() === OWNERS_REPOSITORY;
        const keys = memory.openIncidentsOf(owner, isOwners ? null : repo);
        await Promise.all(keys.map((key) => queue.add(key)));
      }
      if (changesPolicy || edited.has(place)) await inTurn(place, () => checkBranch(push, place));
    },
    consider: async (proposal) => {
      const place = `${proposal.owner}/${proposal.repo}#${proposal.number}`;
      await inTurn(place, () => checkProposal(proposal, place));
    },
    idle: async () => void (await Promise.all(running.values())),
  };
}
