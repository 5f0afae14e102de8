import { OWNERS_REPOSITORY, POLICY_FIELD } from "./policy-files.ts";

/** The GraphQL documents that read. Those that write are made by `write-document.ts` from the effects. */

const ACTOR = `fragment actor on Actor { __typename login }`;

const RECEIPTS = `reactionGroups { content viewerHasReacted }`;

const COMMENT = `id fullDatabaseId url body createdAt isMinimized viewerDidAuthor
  author { ...actor } editor { ...actor } ${RECEIPTS}`;

const TIMELINE = `pageInfo { hasPreviousPage startCursor }
  nodes {
    __typename
    ... on IssueComment { ${COMMENT} }
    ... on LabeledEvent { id createdAt actor { ...actor } label { name } }
    ... on UnlabeledEvent { id createdAt actor { ...actor } label { name } }
    ... on ClosedEvent { id createdAt stateReason actor { ...actor } }
    ... on ReopenedEvent { id createdAt actor { ...actor } }
    ... on UnassignedEvent { id createdAt actor { ...actor } assignee { ... on User { login } } }
  }`;

const ITEM_TYPES =
  "[ISSUE_COMMENT, LABELED_EVENT, UNLABELED_EVENT, CLOSED_EVENT, REOPENED_EVENT, UNASSIGNED_EVENT]";

const EDITS = `pageInfo { hasNextPage endCursor } nodes { id editedAt editor { ...actor } diff }`;

/** Items of the thread that the normal read brings; older ones are paged in only when they are not digested. */
export const RECENT_ITEMS = 40;

/** The one read of a normal look: the issue, what is new in its thread, the policy's text, the labels, the status comment. */
export const LOOK = `query Look($owner: String!, $repo: String!, $number: Int!, $statusId: ID!, $knowsStatus: Boolean!, $hasOwners: Boolean!) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    id isArchived isPrivate
    labels(first: 100) { nodes { id name } }
    ${POLICY_FIELD}
    issue(number: $number) {
      id number title body url repository { id } state stateReason locked createdAt lastEditedAt
      author { ...actor }
      labels(first: 100) { nodes { id name } }
      assignees(first: 20) { nodes { id login } }
      subIssues(first: 100) { nodes { number title url state assignees(first: 5) { nodes { login } } } }
      ${RECEIPTS}
      userContentEdits(first: 5) { ${EDITS} }
      timelineItems(last: ${RECENT_ITEMS}, itemTypes: ${ITEM_TYPES}) { ${TIMELINE} }
    }
  }
  owners: repository(owner: $owner, name: "${OWNERS_REPOSITORY}") @include(if: $hasOwners) { ${POLICY_FIELD} }
  status: node(id: $statusId) @include(if: $knowsStatus) { ... on IssueComment { ${COMMENT} } }
}
${ACTOR}`;

/** Older items of the thread, oldest first in the page. */
export const EARLIER = `query Earlier($id: ID!, $before: String!) {
  node(id: $id) { ... on Issue { timelineItems(last: 100, before: $before, itemTypes: ${ITEM_TYPES}) { ${TIMELINE} } } }
}
${ACTOR}`;

/** Older versions of the body, newest first in the page. */
export const EARLIER_EDITS = `query EarlierEdits($id: ID!, $after: String!) {
  node(id: $id) { ... on Issue { userContentEdits(first: 50, after: $after) { ${EDITS} } } }
}
${ACTOR}`;

/** The status comment by its node id. */
export const STATUS = `query Status($id: ID!) {
  node(id: $id) { ... on IssueComment { ${COMMENT} issue { id } } }
}
${ACTOR}`;

/** A label by its name, for repositories with more than a hundred. */
export const LABEL = `query Label($owner: String!, $repo: String!, $name: String!) {
  repository(owner: $owner, name: $repo) { label(name: $name) { id name } }
}`;
