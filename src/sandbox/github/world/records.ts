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
  readonly isPrivate: boolean;
  readonly createdAt: Timestamp;
  isArchived: boolean;
  hasIssues: boolean;
  nextNumber: number;
  /** By login in lower case. */
  readonly roles: Map<string, RepositoryRole>;
  /** By name in lower case, in the order of creation. */
  readonly labels: Map<string, Label>;
  /** By path. */
  readonly files: Map<string, string>;
  /** By number, in the order of creation. */
  readonly issues: Map<number, Issue>;
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
  deleted: boolean;
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
  | { readonly typename: "CommentDeletedEvent"; readonly deletedCommentAuthor: Account | null };

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
  | Repository
  | Label
  | Issue
  | Comment
  | Edit
  | Reaction
  | TimelineEvent;
