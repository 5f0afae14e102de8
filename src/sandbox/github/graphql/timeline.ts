import type { Issue, TimelineEvent } from "../world/records.ts";
import { toConnection } from "./connection.ts";
import type { PageArguments } from "./connection.ts";
import type { Resolver, Resolvers } from "./resolver.ts";

interface TimelineArguments extends PageArguments {
  readonly since?: string | null;
  readonly skip?: number | null;
  readonly itemTypes?: readonly string[] | null;
}

/** `LabeledEvent` as the filter calls it: `LABELED_EVENT`. */
const itemType = (typename: string): string =>
  typename.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();

/** The timeline of an issue: comments and events, oldest first. */
export const timelineItems: Resolver<Issue> = (issue, args: TimelineArguments, _context, info) => {
  const since = args.since == null ? -Infinity : Date.parse(args.since);
  const items = issue.timeline
    .filter((item) => !args.itemTypes || args.itemTypes.includes(itemType(item.typename)))
    .filter((item) => Date.parse(item.createdAt) >= since)
    .slice(args.skip ?? 0);
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
};
