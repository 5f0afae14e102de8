import type { Project, ProjectItem } from "./project-records.ts";

/** An instant as GitHub writes it: ISO 8601, UTC, whole seconds. */
export type Timestamp = string;

/** What a person may do in a repository, all teams and memberships taken together. */
export type RepositoryRole = "admin" | "maintain" | "write" | "triage" | "read" | "none";

/** Somebody who can act or own. A bot's login has the ending `[bot]`, as in GitHub's REST API. */
export interface Account {
  readonly typename: "User" | "Bot" | "Organization";
  readonly id: number;
  readonly nodeId: string;
  readonly login: string;
  readonly name: string | null;
  readonly createdAt: Timestamp;
}

/** A team of an organisation. What its members may do in a repository is set with `setPermission`. */
export interface Team {
  readonly typename: "Team";
  readonly id: number;
  readonly nodeId: string;
  readonly organization: Account;
  readonly slug: string;
  readonly name: string;
  readonly createdAt: Timestamp;
  /** In the order in which they were named. */
  readonly members: readonly Account[];
}

/** A label of one repository. Names are compared without case. */
export interface Label {
  readonly typename: "Label";
  readonly id: number;
  readonly nodeId: string;
  readonly repository: Repository;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
  readonly createdAt: Timestamp;
}

/** A repository with its labels, files (at HEAD) and issues. */
export interface Repository {
  readonly typename: "Repository";
  readonly id: number;
  readonly nodeId: string;
  readonly owner: Account;
  readonly name: string;
  readonly createdAt: Timestamp;
  isPrivate: boolean;
  isArchived: boolean;
  hasIssues: boolean;
  /** Whether a pull request can be a draft; private repositories of some plans have none. */
  hasDrafts: boolean;
  nextNumber: number;
  /** By login in lower case. */
  readonly roles: Map<string, RepositoryRole>;
  /** By name in lower case, in the order of creation. */
  readonly labels: Map<string, Label>;
  /** At the head of the default branch, by path. */
  readonly files: Map<string, string>;
  /** By their names; `main` is the default one. */
  readonly branches: Map<string, Commit>;
  /** By their ids. */
  readonly commits: Map<string, Commit>;
  /** By number, in the order of creation. */
  readonly issues: Map<number, Issue>;
  /** Where issues went that were transferred to another repository, by the number that they had here. */
  readonly transferred: Map<number, Issue>;
  /** By number, in the order of creation; issues and pull requests count together. */
  readonly pullRequests: Map<number, PullRequest>;
}

/** What a reviewer says of a pull request. */
export type Verdict = "approved" | "changes_requested" | "commented";

/** A review that was submitted. */
export interface Review {
  readonly typename: "PullRequestReview";
  readonly id: number;
  readonly nodeId: string;
  readonly repository: Repository;
  readonly pullRequest: PullRequest;
  readonly author: Account | null;
  readonly verdict: Verdict;
  readonly body: string;
  readonly commit: Commit;
  readonly createdAt: Timestamp;
}

/** A pull request from a branch of its own repository into the default one. */
export interface PullRequest extends Content {
  readonly typename: "PullRequest";
  readonly repository: Repository;
  readonly number: number;
  title: string;
  /** The name of its branch; the branch may be gone. */
  readonly branch: string;
  /** Whose copy of the repository its branch stands in; null: it is a branch of the repository itself. */
  readonly fork: Account | null;
  /** The newest commit of its branch, as long as the pull request was open. */
  head: Commit;
  state: "open" | "closed" | "merged";
  isDraft: boolean;
  closedAt: Timestamp | null;
  merge: { readonly at: Timestamp; readonly by: Account; readonly commit: Commit } | null;
  /** Who is asked for a review and has not given one since. */
  readonly requested: Account[];
  /** Oldest first. */
  readonly reviews: Review[];
}

/** A commit with all files as they are after it, by path. */
export interface Commit {
  readonly typename: "Commit";
  readonly id: number;
  readonly nodeId: string;
  readonly repository: Repository;
  /** Its id for git. */
  readonly oid: string;
  readonly message: string;
  readonly createdAt: Timestamp;
  readonly files: ReadonlyMap<string, string>;
  /** Null: the first one. */
  readonly parent: Commit | null;
  /** Oldest first. */
  readonly checkRuns: CheckRun[];
}

/** A place in a file of which a check says something, as REST has it. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: string;
  readonly message: string;
}

/** What an app says of a commit. */
export interface CheckRun {
  readonly typename: "CheckRun";
  readonly id: number;
  readonly nodeId: string;
  readonly repository: Repository;
  readonly name: string;
  readonly externalId: string | null;
  readonly conclusion: "success" | "failure" | "neutral" | null;
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
  readonly createdAt: Timestamp;
}

/** One revision of a body. `diff` holds the whole text at that revision, as GitHub's API gives it. */
export interface Edit {
  readonly typename: "UserContentEdit";
  readonly id: number;
  readonly nodeId: string;
  readonly editor: Account | null;
  readonly editedAt: Timestamp;
  readonly diff: string;
}

/** The reactions that GitHub knows, by their REST names. */
export const REACTIONS = [
  "+1",
  "-1",
  "laugh",
  "confused",
  "heart",
  "hooray",
  "rocket",
  "eyes",
] as const;

/** One of {@link REACTIONS}. */
export type ReactionContent = (typeof REACTIONS)[number];

/** One account's reaction to an issue or a comment. */
export interface Reaction {
  readonly typename: "Reaction";
  readonly id: number;
  readonly nodeId: string;
  readonly account: Account;
  readonly content: ReactionContent;
  readonly createdAt: Timestamp;
}

/** What an issue's top comment and any other comment have in common. `author` is null once the account is gone. */
export interface Content {
  readonly id: number;
  readonly nodeId: string;
  author: Account | null;
  readonly createdAt: Timestamp;
  body: string;
  updatedAt: Timestamp;
  lastEditedAt: Timestamp | null;
  editor: Account | null;
  /** Oldest first; empty until the first edit, which also records the first text. */
  readonly edits: Edit[];
  readonly reactions: Reaction[];
}

/** A comment in an issue's thread. */
export interface Comment extends Content {
  readonly typename: "IssueComment";
  readonly issue: Issue;
  minimizedReason: MinimizedReason | null;
  pinned: { readonly at: Timestamp; readonly by: Account } | null;
}

/** Why a comment was minimised, as `IssueComment.minimizedReason` says it. */
export type MinimizedReason =
  | "abuse"
  | "duplicate"
  | "off-topic"
  | "outdated"
  | "resolved"
  | "spam";

/** Why an issue is in its state; null for one that was never closed. */
export type StateReason = "completed" | "not_planned" | "duplicate" | "reopened";

/** An issue with its whole thread. */
export interface Issue extends Content {
  readonly typename: "Issue";
  readonly repository: Repository;
  readonly number: number;
  title: string;
  state: "open" | "closed";
  stateReason: StateReason | null;
  closedAt: Timestamp | null;
  closedBy: Account | null;
  locked: boolean;
  parent: Issue | null;
  /** In the order in which they were added. */
  readonly subIssues: Issue[];
  readonly labels: Label[];
  readonly assignees: Account[];
  /** In the order of creation. */
  readonly comments: Comment[];
  readonly timeline: TimelineItem[];
}

/** What an event in an issue's timeline says besides who and when. */
export type TimelineDetail =
  | { readonly typename: "LabeledEvent" | "UnlabeledEvent"; readonly label: Label }
  | { readonly typename: "AssignedEvent" | "UnassignedEvent"; readonly assignee: Account }
  | { readonly typename: "ClosedEvent" | "ReopenedEvent"; readonly stateReason: StateReason | null }
  | { readonly typename: "LockedEvent" | "UnlockedEvent" }
  | {
      readonly typename: "RenamedTitleEvent";
      readonly previousTitle: string;
      readonly currentTitle: string;
    }
  | { readonly typename: "TransferredEvent"; readonly fromRepository: Repository }
  | { readonly typename: "SubIssueAddedEvent" | "SubIssueRemovedEvent"; readonly subIssue: Issue }
  | {
      readonly typename: "ParentIssueAddedEvent" | "ParentIssueRemovedEvent";
      readonly parent: Issue;
    }
  | { readonly typename: "CommentDeletedEvent"; readonly deletedCommentAuthor: Account | null }
  | { readonly typename: "CrossReferencedEvent"; readonly source: PullRequest }
  | { readonly typename: "ReferencedEvent"; readonly commit: Commit };

/** An event in an issue's timeline. */
export type TimelineEvent = TimelineDetail & {
  readonly id: number;
  readonly nodeId: string;
  readonly issue: Issue;
  readonly actor: Account;
  readonly createdAt: Timestamp;
};

/** What stands in an issue's timeline: its comments and its events. */
export type TimelineItem = Comment | TimelineEvent;

/** Access levels of an installation, by the names that GitHub uses in tokens (`issues`, `contents`, ...). */
export type Permissions = Readonly<Record<string, "read" | "write" | "admin">>;

/** The app installed on an account, for some of its repositories. */
export interface Installation {
  readonly typename: "Installation";
  readonly id: number;
  readonly account: Account;
  readonly createdAt: Timestamp;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  readonly repositories: Set<Repository>;
  suspendedAt: Timestamp | null;
}

/** Everything that has a node id. */
export type NodeRecord =
  | Account
  | Project
  | ProjectItem
  | Team
  | Repository
  | Commit
  | CheckRun
  | Label
  | Issue
  | PullRequest
  | Review
  | Comment
  | Edit
  | Reaction
  | TimelineEvent;
