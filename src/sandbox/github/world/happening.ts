import type {
  Account,
  Comment,
  Commit,
  Installation,
  Issue,
  Label,
  PullRequest,
  Repository,
  Review,
} from "./records.ts";

/** What a webhook's `changes` says: the former values of what was edited. */
export type Changes = Readonly<Record<string, { readonly from: string }>>;

/** What happened, as far as GitHub tells an app about it. */
export type Happening =
  | {
      readonly event: "issues";
      readonly action: string;
      readonly issue: Issue;
      readonly sender: Account;
      readonly label?: Label;
      readonly assignee?: Account;
      readonly changes?: Changes;
      /** `transferred`: the issue that it is now. `opened` by a transfer: the issue that it was. */
      readonly movedTo?: Issue;
      readonly movedFrom?: Issue;
    }
  | {
      readonly event: "issue_comment";
      readonly action: string;
      readonly comment: Comment;
      readonly sender: Account;
      readonly changes?: Changes;
    }
  | {
      readonly event: "sub_issues";
      readonly action: `${"sub_issue" | "parent_issue"}_${"added" | "removed"}`;
      readonly parent: Issue;
      readonly child: Issue;
      readonly sender: Account;
    }
  | {
      readonly event: "repository";
      readonly action: "privatized" | "publicized";
      readonly repository: Repository;
      readonly sender: Account;
    }
  | {
      readonly event: "label";
      readonly action: "created";
      readonly label: Label;
      readonly sender: Account;
    }
  | {
      readonly event: "push";
      readonly repository: Repository;
      readonly branch: string;
      readonly before: Commit | null;
      readonly commit: Commit;
      /** Those that the push brought; none where a branch begins at a commit that was there. */
      readonly commits: readonly Commit[];
      readonly sender: Account;
    }
  | {
      readonly event: "pull_request";
      readonly action:
        | "opened"
        | "edited"
        | "ready_for_review"
        | "converted_to_draft"
        | "review_requested"
        | "synchronize"
        | "closed"
        | "reopened";
      readonly pull: PullRequest;
      readonly sender: Account;
      readonly changes?: Changes;
      /** `synchronize`: the newest commit before. */
      readonly before?: Commit;
      /** `review_requested`: who is asked. */
      readonly reviewer?: Account;
    }
  | {
      readonly event: "pull_request_review";
      readonly action: "submitted";
      readonly review: Review;
      readonly sender: Account;
    }
  | {
      readonly event: "installation";
      readonly action: "created" | "deleted" | "suspend" | "unsuspend";
      readonly installation: Installation;
      readonly sender: Account;
    }
  | {
      readonly event: "installation_repositories";
      readonly action: "added" | "removed";
      readonly installation: Installation;
      readonly repositories: readonly Repository[];
      readonly sender: Account;
    }
  | { readonly event: "ping" };
