import { LRUCache } from "lru-cache";
import { judgePolicy, readPolicy } from "../config/index.ts";
import {
  OWNERS_REPOSITORY,
  type CommitToCheck,
  type GitHub,
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

export interface PolicyPushOptions {
  readonly github: Pick<GitHub, "readPolicyTexts" | "ensurePolicyCheck">;
  readonly queue: Pick<Queue, "add">;
  readonly memory: Pick<Memory, "openIncidentsOf">;
  /** Base of the web pages. */
  readonly server: string;
  /** A check could not be made: the App may not, or GitHub was not reached. */
  readonly onUnable: (error: unknown) => void;
}

/** What follows from pushes. */
export interface PolicyPushes {
  take(push: BranchPush): Promise<void>;
  /** Resolves when no check is being made. */
  idle(): Promise<void>;
}

const BRANCHES = 10_000;

/**
 * A push to the policy file on the default branch wants a look at every open incident that goes by it. On any branch, its newest commit
 * gets a check; so does each later commit of a branch whose file is another than the default branch's, as far as this process knows.
 * A check that is lost is not made up for: it decides nothing, and the incidents themselves are told what is wrong.
 */
export function createPolicyPushes(options: PolicyPushOptions): PolicyPushes {
  const { github, queue, memory, server, onUnable } = options;
  const edited = new LRUCache<string, true>({ max: BRANCHES });
  const running = new Map<string, Promise<void>>();

  async function check(push: BranchPush, branch: string): Promise<void> {
    const { installation, owner, repo, commit, before, isDefault } = push;
    const place: CommitToCheck = { owner, repo, commit, base: isDefault ? before : "HEAD" };
    try {
      const { before: was, text, version } = await github.readPolicyTexts(installation, place);
      if (isDefault || was === text) edited.delete(branch);
      else edited.set(branch, true);
      const { problems, changes } = judgePolicy(was, text);
      const findings = { problems, changes, isDefault };
      const words = renderPolicyCheck(findings, readPolicy(text).policy, server);
      const notes = problems.map(({ what, mend, ...at }) => ({ ...at, text: `${what} ${mend}` }));
      const run = { version, isRight: problems.length === 0, ...words, notes };
      await github.ensurePolicyCheck(installation, place, run);
    } catch (error) {
      onUnable(error);
    }
  }

  /** Of a doubled delivery, the second waits for the first, and then finds its check. */
  async function checkInTurn(push: BranchPush, branch: string): Promise<void> {
    const before = running.get(branch) ?? Promise.resolve();
    const turn = before.then(() => check(push, branch));
    running.set(branch, turn);
    await turn;
    if (running.get(branch) === turn) running.delete(branch);
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
      if (changesPolicy || edited.has(place)) await checkInTurn(push, place);
    },
    idle: async () => void (await Promise.all(running.values())),
  };
}
