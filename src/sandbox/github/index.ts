export type { Call, CallLog } from "./call-log.ts";
export { createEmbeddedGitHub } from "./embedded-github.ts";
export type { EmbeddedGitHub, EmbeddedGitHubOptions } from "./embedded-github.ts";
export type { DeliveryFaults } from "./delivery-faults.ts";
export { FAILURES } from "./failures.ts";
export type { FailureName } from "./failures.ts";
export type { CallMatcher, Failure, Faults, Wait } from "./faults.ts";
export type { NewProject, NewProjectField } from "./acts/projects.ts";
export { Refusal } from "./acts/refusal.ts";
export type { Delivery, DeliveryLog } from "./webhooks/delivery-log.ts";
export type {
  CommentView,
  EditView,
  IssueView,
  ReactionView,
  TimelineView,
} from "./world/issue-view.ts";
export type { PullRequestView, ReviewView } from "./world/pull-request-view.ts";
export type { OpenIssue, Person } from "./world/person.ts";
export type {
  MinimizedReason,
  Permissions,
  ReactionContent,
  RepositoryRole,
  StateReason,
  Timestamp,
  Verdict,
} from "./world/records.ts";
export type { ProjectItemView, ProjectView } from "./world/project-view.ts";
export type { NewRepository, NewUser } from "./world/setting.ts";
export type { World } from "./world/world.ts";
