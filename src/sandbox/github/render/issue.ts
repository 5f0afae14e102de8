import type { Issue } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { renderApp } from "./app.ts";
import { authorAssociation } from "./author-association.ts";
import { renderLabel } from "./label.ts";
import { renderReactions } from "./reactions.ts";
import { repositoryUrl } from "./repository.ts";
import { renderUser } from "./user.ts";

/** An issue as REST and webhooks show it. */
export function renderIssue(store: Store, issue: Issue) {
  const { origin } = store;
  const { repository, number, author } = issue;
  const home = repositoryUrl(origin, repository);
  const url = `${home}/issues/${number}`;
  const assignees = issue.assignees.map((account) => renderUser(origin, account));
  return {
    url,
    repository_url: home,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${origin}/${repository.owner.login}/${repository.name}/issues/${number}`,
    id: issue.id,
    node_id: issue.nodeId,
    number,
    title: issue.title,
    user: author && renderUser(origin, author),
    labels: issue.labels.map((label) => renderLabel(origin, label)),
    state: issue.state,
    locked: issue.locked,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: authorAssociation(store, author, repository),
    active_lock_reason: null,
    body: issue.body,
    reactions: renderReactions(url, issue),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: author === store.bot ? renderApp(store) : null,
    state_reason: issue.stateReason,
  };
}
