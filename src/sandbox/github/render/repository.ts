import type { Repository } from "../world/records.ts";
import { renderUser } from "./user.ts";

/** The links of a repository: the name of the field without `_url`, and what follows the repository's own address. */
const LINKS: Readonly<Record<string, string>> = {
  archive: "/{archive_format}{/ref}",
  assignees: "/assignees{/user}",
  blobs: "/git/blobs{/sha}",
  branches: "/branches{/branch}",
  collaborators: "/collaborators{/collaborator}",
  comments: "/comments{/number}",
  commits: "/commits{/sha}",
  compare: "/compare/{base}...{head}",
  contents: "/contents/{+path}",
  contributors: "/contributors",
  deployments: "/deployments",
  downloads: "/downloads",
  events: "/events",
  forks: "/forks",
  git_commits: "/git/commits{/sha}",
  git_refs: "/git/refs{/sha}",
  git_tags: "/git/tags{/sha}",
  hooks: "/hooks",
  issue_comment: "/issues/comments{/number}",
  issue_events: "/issues/events{/number}",
  issues: "/issues{/number}",
  keys: "/keys{/key_id}",
  labels: "/labels{/name}",
  languages: "/languages",
  merges: "/merges",
  milestones: "/milestones{/number}",
  notifications: "/notifications{?since,all,participating}",
  pulls: "/pulls{/number}",
  releases: "/releases{/id}",
  stargazers: "/stargazers",
  statuses: "/statuses/{sha}",
  subscribers: "/subscribers",
  subscription: "/subscription",
  tags: "/tags",
  teams: "/teams",
  trees: "/git/trees{/sha}",
};

/** Where a repository's API is. */
export function repositoryUrl(origin: string, { owner, name }: Repository): string {
  return `${origin}/api/v3/repos/${owner.login}/${name}`;
}

/** A repository as REST and webhooks show it. */
export function renderRepository(origin: string, repository: Repository) {
  const url = repositoryUrl(origin, repository);
  const fullName = `${repository.owner.login}/${repository.name}`;
  const html = `${origin}/${fullName}`;
  const open = [...repository.issues.values()].filter((issue) => issue.state === "open").length;
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: fullName,
    private: repository.isPrivate,
    owner: renderUser(origin, repository.owner),
    html_url: html,
    description: null,
    fork: false,
    url,
    ...Object.fromEntries(Object.entries(LINKS).map(([key, end]) => [`${key}_url`, url + end])),
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    pushed_at: repository.createdAt,
    git_url: `git://${fullName}.git`,
    ssh_url: `git@127.0.0.1:${fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    language: null,
    has_issues: repository.hasIssues,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    has_downloads: true,
    is_template: false,
    allow_forking: true,
    forks_count: 0,
    forks: 0,
    archived: repository.isArchived,
    disabled: false,
    open_issues_count: open,
    open_issues: open,
    license: null,
    topics: [],
    visibility: repository.isPrivate ? "private" : "public",
    default_branch: "main",
    network_count: 0,
    subscribers_count: 0,
    web_commit_signoff_required: false,
  };
}

/** The few words about a repository in installation webhooks. */
export function renderRepositoryName({ id, nodeId, name, owner, isPrivate }: Repository) {
  return { id, node_id: nodeId, name, full_name: `${owner.login}/${name}`, private: isPrivate };
}
