import type { Comment } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { renderApp } from "./app.ts";
import { authorAssociation } from "./author-association.ts";
import { renderReactions } from "./reactions.ts";
import { repositoryUrl } from "./repository.ts";
import { renderUser } from "./user.ts";

/** A comment as REST and webhooks show it. */
export function renderComment(store: Store, comment: Comment) {
  const { origin } = store;
  const { issue, author, pinned } = comment;
  const { repository } = issue;
  const home = repositoryUrl(origin, repository);
  const page = `${origin}/${repository.owner.login}/${repository.name}/issues/${issue.number}`;
  const url = `${home}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${page}#issuecomment-${comment.id}`,
    issue_url: `${home}/issues/${issue.number}`,
    id: comment.id,
    node_id: comment.nodeId,
    user: author && renderUser(origin, author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: authorAssociation(store, author, repository),
    reactions: renderReactions(url, comment),
    performed_via_github_app: author === store.bot ? renderApp(store) : null,
    pin: pinned && { pinned_at: pinned.at, pinned_by: renderUser(origin, pinned.by) },
  };
}
