import { createHash } from "node:crypto";
import { renderApp, renderInstallation } from "../render/app.ts";
import { renderComment } from "../render/comment.ts";
import { renderIssue } from "../render/issue.ts";
import { renderLabel } from "../render/label.ts";
import { renderRepository, renderRepositoryName, repositoryUrl } from "../render/repository.ts";
import { renderUser } from "../render/user.ts";
import type { Happening } from "../world/happening.ts";
import type { Installation, Repository } from "../world/records.ts";
import type { Store } from "../world/store.ts";

type Of<Event extends Happening["event"]> = Extract<Happening, { readonly event: Event }>;

const digest = (text: string): string => createHash("sha1").update(text).digest("hex");

function renderPush(store: Store, { repository, path, sender }: Of<"push">) {
  const { login } = sender;
  const id = digest(`${path}\n${repository.files.get(path) ?? ""}\n${store.timestamp()}`);
  const person = { name: login, email: `${repository.owner.id}@users.noreply.invalid` };
  const commit = {
    id,
    tree_id: digest(id),
    distinct: true,
    message: `Change ${path}`,
    timestamp: store.timestamp(),
    author: person,
    committer: person,
    url: `${store.origin}/${repository.owner.login}/${repository.name}/commit/${id}`,
    added: [],
    removed: [],
    modified: [path],
  };
  const url = repositoryUrl(store.origin, repository);
  return {
    ref: "refs/heads/main",
    before: digest(url),
    after: id,
    base_ref: null,
    created: false,
    deleted: false,
    forced: false,
    compare: `${url}/compare/main`,
    commits: [commit],
    head_commit: commit,
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

function renderDetails(store: Store, happening: Happening): Readonly<Record<string, unknown>> {
  const { origin } = store;
  switch (happening.event) {
    case "issues": {
      const { action, issue, label, assignee, changes } = happening;
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
    case "label":
      return { action: happening.action, label: renderLabel(origin, happening.label) };
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
  if ("comment" in happening) return happening.comment.issue.repository;
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
