import { changesOf } from "../acts/pull-requests.ts";
import { DEFAULT_BRANCH, historyOf } from "../acts/commits.ts";
import type { Commit, PullRequest, Repository, Review } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { authorAssociation } from "./author-association.ts";
import { renderRepository, repositoryUrl } from "./repository.ts";
import { renderUser } from "./user.ts";

/** Where a pull request's page is. */
export const pullRequestPage = (origin: string, { repository, number }: PullRequest): string =>
  `${origin}/${repository.owner.login}/${repository.name}/pull/${number}`;

function renderSide(store: Store, repository: Repository, ref: string, commit: Commit) {
  const { origin } = store;
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha: commit.oid,
    user: renderUser(origin, repository.owner),
    repo: renderRepository(origin, repository),
  };
}

/** The branch that is to be merged, in a copy of the repository where it comes from one. */
function renderHead(store: Store, { repository, fork, branch, head }: PullRequest) {
  const side = renderSide(store, repository, branch, head);
  if (fork === null) return side;
  const user = renderUser(store.origin, fork);
  const name = `${fork.login}/${repository.name}`;
  const repo = { ...side.repo, id: fork.id, node_id: fork.nodeId, full_name: name, owner: user };
  return { ...side, label: `${fork.login}:${branch}`, user, repo: { ...repo, fork: true } };
}

function renderAddresses({ origin }: Store, pull: PullRequest) {
  const home = repositoryUrl(origin, pull.repository);
  const url = `${home}/pulls/${pull.number}`;
  const issue = `${home}/issues/${pull.number}`;
  const page = pullRequestPage(origin, pull);
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${home}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${home}/statuses/${pull.head.oid}`,
  };
}

/** A pull request as deliveries about reviews show it. */
export function renderSimplePullRequest(store: Store, pull: PullRequest) {
  const { origin } = store;
  const { repository, author, merge } = pull;
  const urls = renderAddresses(store, pull);
  const base = repository.branches.get(DEFAULT_BRANCH) ?? pull.head;
  return {
    ...urls,
    id: pull.id,
    node_id: pull.nodeId,
    number: pull.number,
    state: pull.state === "open" ? "open" : "closed",
    locked: false,
    title: pull.title,
    user: author && renderUser(origin, author),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: merge?.at ?? null,
    merge_commit_sha: merge?.commit.oid ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: pull.requested.map((account) => renderUser(origin, account)),
    requested_teams: [],
    labels: [],
    milestone: null,
    draft: pull.isDraft,
    head: renderHead(store, pull),
    base: renderSide(store, repository, DEFAULT_BRANCH, base),
    _links: {
      self: { href: urls.url },
      html: { href: urls.html_url },
      issue: { href: urls.issue_url },
      comments: { href: urls.comments_url },
      review_comments: { href: urls.review_comments_url },
      review_comment: { href: urls.review_comment_url },
      commits: { href: urls.commits_url },
      statuses: { href: urls.statuses_url },
    },
    author_association: authorAssociation(store, author, repository),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** A pull request as deliveries about itself show it. */
export function renderPullRequest(store: Store, pull: PullRequest) {
  const base = pull.repository.branches.get(DEFAULT_BRANCH);
  const there = new Set(base === undefined ? [] : historyOf(base));
  return {
    ...renderSimplePullRequest(store, pull),
    merged: pull.merge !== null,
    mergeable: null,
    rebaseable: null,
    mergeable_state: "unknown",
    merged_by: pull.merge && renderUser(store.origin, pull.merge.by),
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: historyOf(pull.head).filter((commit) => !there.has(commit)).length,
    additions: 0,
    deletions: 0,
    changed_files: changesOf(pull).size,
  };
}

/** A review as its delivery shows it. */
export function renderReview(store: Store, review: Review) {
  const { origin } = store;
  const { author, pullRequest } = review;
  const html = `${pullRequestPage(origin, pullRequest)}#pullrequestreview-${review.id}`;
  const url = `${repositoryUrl(origin, review.repository)}/pulls/${pullRequest.number}`;
  return {
    id: review.id,
    node_id: review.nodeId,
    user: author && renderUser(origin, author),
    body: review.body === "" ? null : review.body,
    commit_id: review.commit.oid,
    submitted_at: review.createdAt,
    state: review.verdict,
    html_url: html,
    pull_request_url: url,
    author_association: authorAssociation(store, author, review.repository),
    _links: { html: { href: html }, pull_request: { href: url } },
  };
}
