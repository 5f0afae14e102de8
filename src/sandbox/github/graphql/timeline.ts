import type { Issue, TimelineEvent, TimelineItem } from "../world/records.ts";
import { toConnection } from "./connection.ts";
import type { PageArguments } from "./connection.ts";
import type { Resolver, Resolvers } from "./resolver.ts";

interface TimelineArguments extends PageArguments {
  readonly since?: string | null;
  readonly skip?: number | null;
  readonly itemTypes?: readonly string[] | null;
}

/** `LabeledEvent` as the filter calls it: `LABELED_EVENT`. */
const toItemType = (typename: string): string =>
  typename.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();

/** The items of these types; each name is made once, since threads are long. */
function ofTypes(
  items: readonly TimelineItem[],
  types: readonly string[],
): readonly TimelineItem[] {
  const names = [...new Set(items.map((item) => item.typename))];
  const wanted = new Set(names.filter((name) => types.includes(toItemType(name))));
  return items.filter((item) => wanted.has(item.typename));
}

/** The timeline of an issue: comments and events, oldest first. */
export const timelineItems: Resolver<Issue> = (issue, args: TimelineArguments, _context, info) => {
  const { itemTypes, since } = args;
  const items = (itemTypes ? ofTypes(issue.timeline, itemTypes) : issue.timeline)
    .filter((item) => since == null || Date.parse(item.createdAt) >= Date.parse(since))
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
