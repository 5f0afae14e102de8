import { createHash } from "node:crypto";
import { changedPaths } from "../acts/commits.ts";
import { renderApp, renderInstallation } from "../render/app.ts";
import { renderComment } from "../render/comment.ts";
import { renderIssue } from "../render/issue.ts";
import { renderLabel } from "../render/label.ts";
import {
  renderPullRequest,
  renderReview,
  renderSimplePullRequest,
} from "../render/pull-request.ts";
import { renderRepository, renderRepositoryName, repositoryUrl } from "../render/repository.ts";
import { renderUser } from "../render/user.ts";
import type { Happening } from "../world/happening.ts";
import type { Installation, Issue, Repository } from "../world/records.ts";
import type { Store } from "../world/store.ts";

type Of<Event extends Happening["event"]> = Extract<Happening, { readonly event: Event }>;

const digest = (text: string): string => createHash("sha1").update(text).digest("hex");

// What GitHub says instead of a commit where there is none.
const NO_COMMIT = "0".repeat(40);

function renderPush(
  store: Store,
  { repository, branch, before, commit, commits, sender }: Of<"push">,
) {
  const { login } = sender;
  const { oid: id, message, files, parent } = commit;
  const was = parent?.files ?? new Map<string, string>();
  const paths = changedPaths(was, files);
  const person = { name: login, email: `${repository.owner.id}@users.noreply.invalid` };
  const rendered = {
    id,
    tree_id: digest(id),
    distinct: true,
    message,
    timestamp: commit.createdAt,
    author: person,
    committer: person,
    url: `${store.origin}/${repository.owner.login}/${repository.name}/commit/${id}`,
    added: paths.filter((path) => !was.has(path)),
    removed: paths.filter((path) => !files.has(path)),
    modified: paths.filter((path) => was.has(path) && files.has(path)),
  };
  const url = repositoryUrl(store.origin, repository);
  return {
    ref: `refs/heads/${branch}`,
    before: before?.oid ?? NO_COMMIT,
    after: id,
    base_ref: null,
    created: before === null,
    deleted: false,
    forced: false,
    compare: `${url}/compare/${branch}`,
    commits: commits.length === 0 ? [] : [rendered],
    head_commit: rendered,
    pusher: { name: login },
  };
}

function renderInstallationEvent(
  store: Store,
  happening: Of<"installation"> | Of<"installation_repositories">,
) {
  const repositories = [...happening.installation.repositories].map(renderRepositoryName);
  if (happening.event === "installation")
    return { action: happening.action, repositories, requester: null };
  const changed = happening.repositories.map(renderRepositoryName);
  const added = happening.action === "added";
  return {
    action: happening.action,
    repository_selection: "selected",
    requester: null,
    repositories_added: added ? changed : [],
    repositories_removed: added ? [] : changed,
  };
}

function renderPullRequestEvent(store: Store, happening: Of<"pull_request">) {
  const { action, pull, changes, before, reviewer } = happening;
  return {
    action,
    number: pull.number,
    pull_request: renderPullRequest(store, pull),
    ...(changes && { changes }),
    ...(before && { before: before.oid, after: pull.head.oid }),
    ...(reviewer && { requested_reviewer: renderUser(store.origin, reviewer) }),
  };
}

/** What a transfer says of the other side: null when nothing was transferred. */
function renderMove(store: Store, { movedTo, movedFrom }: Of<"issues">) {
  const render = (side: string, issue: Issue) => ({
    [`${side}_issue`]: renderIssue(store, issue),
    [`${side}_repository`]: renderRepository(store.origin, issue.repository),
  });
  if (movedTo !== undefined) return render("new", movedTo);
  return movedFrom === undefined ? null : render("old", movedFrom);
}

/** The event is told of the side that `action` names; the other is given with its repository. */
function renderSubIssueEvent(store: Store, { action, parent, child }: Of<"sub_issues">) {
  const { origin } = store;
  return {
    action,
    sub_issue_id: child.id,
    sub_issue: renderIssue(store, child),
    parent_issue_id: parent.id,
    parent_issue: renderIssue(store, parent),
    ...(action.startsWith("sub_issue")
      ? { sub_issue_repo: renderRepository(origin, child.repository) }
      : { parent_issue_repo: renderRepository(origin, parent.repository) }),
  };
}

function renderDetails(store: Store, happening: Happening): Readonly<Record<string, unknown>> {
  const { origin } = store;
  switch (happening.event) {
    case "issues": {
      const { action, issue, label, assignee } = happening;
      const changes = happening.changes ?? renderMove(store, happening);
      return {
        action,
        issue: renderIssue(store, issue),
        ...(label && { label: renderLabel(origin, label) }),
        ...(assignee && { assignee: renderUser(origin, assignee) }),
        ...(changes && { changes }),
      };
    }
    case "issue_comment": {
      const { action, comment, changes } = happening;
      return {
        action,
        ...(changes && { changes }),
        issue: renderIssue(store, comment.issue),
        comment: renderComment(store, comment),
      };
    }
    case "sub_issues":
      return renderSubIssueEvent(store, happening);
    case "repository":
      return { action: happening.action };
    case "label":
      return { action: happening.action, label: renderLabel(origin, happening.label) };
    case "pull_request":
      return renderPullRequestEvent(store, happening);
    case "pull_request_review": {
      const { action, review } = happening;
      return {
        action,
        review: renderReview(store, review),
        pull_request: renderSimplePullRequest(store, review.pullRequest),
      };
    }
    case "push":
      return renderPush(store, happening);
    case "installation":
    case "installation_repositories":
      return renderInstallationEvent(store, happening);
    case "ping":
      break;
  }
  const { id, events, created_at, updated_at } = renderApp(store);
  const config = { content_type: "json", insecure_ssl: "0", url: origin };
  const dates = { created_at, updated_at };
  const hook = { type: "App", id, name: "web", active: true, app_id: id, events, config, ...dates };
  return { zen: "Sitrep.", hook_id: id, hook };
}

/** The repository that something happened in, or null. */
export function repositoryOf(happening: Happening): Repository | null {
  if ("issue" in happening) return happening.issue.repository;
  if (happening.event === "sub_issues") {
    const { action, parent, child } = happening;
    return (action.startsWith("sub_issue") ? parent : child).repository;
  }
  if ("comment" in happening) return happening.comment.issue.repository;
  if ("pull" in happening) return happening.pull.repository;
  if ("review" in happening) return happening.review.repository;
  if ("label" in happening) return happening.label.repository;
  return "repository" in happening ? happening.repository : null;
}

/** A webhook's body for what happened, as it is told to one installation (null: to the app itself). */
export function renderPayload(
  store: Store,
  happening: Happening,
  installation: Installation | null,
): Readonly<Record<string, unknown>> {
  const { origin } = store;
  const repository = repositoryOf(happening);
  const whole = happening.event.startsWith("installation");
  const owner = repository?.owner;
  return {
    ...renderDetails(store, happening),
    ...(repository && { repository: renderRepository(origin, repository) }),
    ...(owner?.typename === "Organization" && {
      organization: {
        login: owner.login,
        id: owner.id,
        node_id: owner.nodeId,
        ...organizationUrls(origin, owner.login),
      },
    }),
    ...("sender" in happening && { sender: renderUser(origin, happening.sender) }),
    ...(installation && {
      installation: whole
        ? renderInstallation(store, installation)
        : { id: installation.id, node_id: Buffer.from(`${installation.id}`).toString("base64") },
    }),
  };
}

function organizationUrls(origin: string, login: string) {
  const url = `${origin}/api/v3/orgs/${login}`;
  return {
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${origin}/avatars/${login}`,
    description: null,
  };
}
