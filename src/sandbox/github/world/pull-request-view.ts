import { changesOf } from "../acts/pull-requests.ts";
import { pullRequestPage } from "../render/pull-request.ts";
import type { CheckRun, PullRequest, Timestamp, Verdict } from "./records.ts";

/** A review as it was given. */
export interface ReviewView {
  readonly author: string | null;
  readonly verdict: Verdict;
  readonly body: string;
  readonly at: Timestamp;
}

/** A pull request as it is now, for tests and for the page. A copy: it does not follow later changes. */
export interface PullRequestView {
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly author: string | null;
  readonly branch: string;
  readonly state: "open" | "closed" | "merged";
  readonly isDraft: boolean;
  readonly createdAt: Timestamp;
  readonly mergedBy: string | null;
  /** Logins of those who are asked for a review. */
  readonly requested: readonly string[];
  readonly reviews: readonly ReviewView[];
  /** What it changes; null: it removes the file. */
  readonly files: readonly { readonly path: string; readonly text: string | null }[];
  /** Of its newest commit, oldest first. */
  readonly checks: readonly CheckRun[];
}

/** The pull request as it is now; `origin` is where its page is. */
export function toPullRequestView(pull: PullRequest, origin: string): PullRequestView {
  const { owner, name } = pull.repository;
  return {
    repository: `${owner.login}/${name}`,
    number: pull.number,
    url: pullRequestPage(origin, pull),
    title: pull.title,
    body: pull.body,
    author: pull.author?.login ?? null,
    branch: pull.branch,
    state: pull.state,
    isDraft: pull.isDraft,
    createdAt: pull.createdAt,
    mergedBy: pull.merge?.by.login ?? null,
    requested: pull.requested.map(({ login }) => login),
    reviews: pull.reviews.map(({ author, verdict, body, createdAt: at }) => {
      return { author: author?.login ?? null, verdict, body, at };
    }),
    files: [...changesOf(pull)].map(([path, text]) => ({ path, text })),
    checks: [...pull.head.checkRuns],
  };
}
