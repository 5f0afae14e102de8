import type { Issue, TimelineEvent, TimelineItem } from "../world/records.ts";
import { toConnection } from "./connection.ts";
import type { PageArguments } from "./connection.ts";
import type { Resolver, Resolvers } from "./resolver.ts";

interface TimelineArguments extends PageArguments {
  readonly since?: string | null;
  readonly skip?: number | null;
  readonly itemTypes?: readonly string[] | null;
}

/** `LABELED_EVENT`, as the filter calls it, is `LabeledEvent`. */
const toTypename = (itemType: string): string =>
  itemType
    .toLowerCase()
    .replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** The items that the filters leave. Threads are long: those without a filter are not copied. */
function filtered(
  items: readonly TimelineItem[],
  { itemTypes, since, skip }: TimelineArguments,
): readonly TimelineItem[] {
  const wanted = itemTypes ? new Set(itemTypes.map(toTypename)) : null;
  const from = since == null ? null : Date.parse(since);
  const left =
    wanted === null && from === null
      ? items
      : items.filter(
          (item) =>
            (wanted?.has(item.typename) ?? true) &&
            (from === null || Date.parse(item.createdAt) >= from),
        );
  return skip ? left.slice(skip) : left;
}

/** The timeline of an issue: comments and events, oldest first. */
export const timelineItems: Resolver<Issue> = (issue, args: TimelineArguments, _context, info) => {
  const items = filtered(issue.timeline, args);
  const page = toConnection(items, args, info);
  const counts = { filteredCount: items.length, pageCount: page.nodes.length };
  return { ...page, ...counts, updatedAt: issue.updatedAt };
};

const event: Resolvers<TimelineEvent> = {
  id: ({ nodeId }) => nodeId,
  labelable: ({ issue }) => issue,
  assignable: ({ issue }) => issue,
  closable: ({ issue }) => issue,
  stateReason: (item) => ("stateReason" in item && item.stateReason?.toUpperCase()) || null,
  lockReason: () => null,
  isCrossRepository: (item) =>
    (item.typename === "CrossReferencedEvent" &&
      item.source.repository !== item.issue.repository) ||
    (item.typename === "ReferencedEvent" && item.commit.repository !== item.issue.repository),
  isDirectReference: () => true,
  willCloseTarget: () => false,
  referencedAt: ({ createdAt }) => createdAt,
  commitRepository: (item) => ("commit" in item ? item.commit.repository : null),
  databaseId: ({ id }) => id,
  url: ({ issue, id }, _args, { store }) => {
    const { owner, name } = issue.repository;
    return `${store.origin}/${owner.login}/${name}/issues/${issue.number}#event-${id}`;
  },
};

/** The events of timelines. */
export const EVENTS: Readonly<Record<TimelineEvent["typename"], Resolvers<TimelineEvent>>> = {
  LabeledEvent: event,
  UnlabeledEvent: event,
  AssignedEvent: event,
  UnassignedEvent: event,
  ClosedEvent: event,
  ReopenedEvent: event,
  LockedEvent: event,
  UnlockedEvent: event,
  RenamedTitleEvent: event,
  CommentDeletedEvent: event,
  CrossReferencedEvent: event,
  ReferencedEvent: event,
  TransferredEvent: event,
  SubIssueAddedEvent: event,
  SubIssueRemovedEvent: event,
  ParentIssueAddedEvent: event,
  ParentIssueRemovedEvent: event,
};
