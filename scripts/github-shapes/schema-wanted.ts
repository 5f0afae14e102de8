/** What a wanted type keeps: the named fields, or `"*"`: every field whose type is kept too. */
export type WantedFields = "*" | string;

const ACTOR = "login url avatarUrl resourcePath";
const CONTENT = "id body author authorAssociation createdAt updatedAt lastEditedAt editor";
const CONTENT_STATE = "includesCreatedEdit viewerDidAuthor userContentEdits reactionGroups";
const EVENT = "id actor createdAt";

/** The part of GitHub's GraphQL schema that the embedded GitHub answers: each type and its fields. */
export const WANTED_TYPES: Readonly<Record<string, WantedFields>> = {
  Query: "viewer repository node nodes rateLimit",
  Mutation: [
    "addComment updateIssueComment deleteIssueComment updateIssue closeIssue reopenIssue",
    "addLabelsToLabelable removeLabelsFromLabelable createLabel",
    "addAssigneesToAssignable removeAssigneesFromAssignable",
    "addReaction removeReaction minimizeComment unminimizeComment",
  ].join(" "),
  RateLimit: "cost limit nodeCount remaining resetAt used",
  PageInfo: "*",

  Node: "id",
  Actor: ACTOR,
  Comment: `${CONTENT} ${CONTENT_STATE.replace(" reactionGroups", "")}`,
  Reactable: "id databaseId reactionGroups",
  Assignable: "assignees",
  Labelable: "labels",
  Minimizable: "isMinimized minimizedReason",
  Closable: "closed closedAt",
  Lockable: "locked",
  Deletable: "viewerCanDelete",
  RepositoryOwner: "id login url avatarUrl resourcePath",
  GitObject: "id oid",

  User: `id databaseId name ${ACTOR}`,
  Bot: `id databaseId ${ACTOR}`,
  Organization: `id databaseId name ${ACTOR}`,
  Repository: [
    "id databaseId name nameWithOwner owner isPrivate isArchived hasIssuesEnabled url createdAt",
    "object label labels issue issues",
  ].join(" "),
  Blob: "id oid text isTruncated isBinary byteSize",
  Label: "id name color description isDefault createdAt url",
  Issue: [
    `${CONTENT} ${CONTENT_STATE} databaseId fullDatabaseId number title url state stateReason closed closedAt locked`,
    "repository assignees labels comments timelineItems viewerCanDelete",
  ].join(" "),
  IssueComment: [
    `${CONTENT} ${CONTENT_STATE} databaseId fullDatabaseId url issue repository isMinimized minimizedReason viewerCanDelete`,
  ].join(" "),
  UserContentEdit: "*",
  Reaction: "id databaseId content createdAt user",
  ReactionGroup: "content createdAt viewerHasReacted reactors",

  UserConnection: "*",
  UserEdge: "*",
  LabelConnection: "*",
  LabelEdge: "*",
  IssueConnection: "*",
  IssueEdge: "*",
  IssueCommentConnection: "*",
  IssueCommentEdge: "*",
  UserContentEditConnection: "*",
  UserContentEditEdge: "*",
  ReactorConnection: "nodes pageInfo totalCount",
  IssueTimelineItemsConnection: "*",
  IssueTimelineItemsEdge: "*",

  IssueTimelineItems: "*",
  IssueTimelineItem: "*",
  IssueTimelineItemEdge: "*",
  Assignee: "*",
  Reactor: "*",
  LabeledEvent: `${EVENT} label labelable`,
  UnlabeledEvent: `${EVENT} label labelable`,
  AssignedEvent: `${EVENT} assignable assignee`,
  UnassignedEvent: `${EVENT} assignable assignee`,
  ClosedEvent: `${EVENT} closable stateReason url`,
  ReopenedEvent: `${EVENT} closable stateReason`,
  LockedEvent: `${EVENT} lockReason`,
  UnlockedEvent: EVENT,
  RenamedTitleEvent: `${EVENT} previousTitle currentTitle`,
  CommentDeletedEvent: `${EVENT} databaseId deletedCommentAuthor`,

  AddCommentPayload: "*",
  UpdateIssueCommentPayload: "*",
  DeleteIssueCommentPayload: "*",
  UpdateIssuePayload: "*",
  CloseIssuePayload: "*",
  ReopenIssuePayload: "*",
  AddLabelsToLabelablePayload: "*",
  RemoveLabelsFromLabelablePayload: "*",
  CreateLabelPayload: "*",
  AddAssigneesToAssignablePayload: "*",
  RemoveAssigneesFromAssignablePayload: "*",
  AddReactionPayload: "*",
  RemoveReactionPayload: "*",
  MinimizeCommentPayload: "*",
  UnminimizeCommentPayload: "*",
};
