import type { Comment, Issue, Label } from "../world/records.ts";
import { CONTENT } from "./content.ts";
import { toConnection } from "./connection.ts";
import type { PageArguments } from "./connection.ts";
import { sorted } from "./sorted.ts";
import type { Order } from "./sorted.ts";
import type { Resolvers } from "./resolver.ts";
import { timelineItems } from "./timeline.ts";

/** Orders labels as the argument asks: by creation or by name. */
export function sortedLabels(labels: readonly Label[], order: Order | null | undefined) {
  return sorted(labels, order, {
    CREATED_AT: (label) => label.id,
    NAME: (label) => label.name.toLowerCase(),
  });
}

/** Issues. */
export const ISSUE: Resolvers<Issue> = {
  ...(CONTENT as Resolvers<Issue>),
  url: ({ repository, number }, _args, { store }) =>
    `${store.origin}/${repository.owner.login}/${repository.name}/issues/${number}`,
  state: ({ state }) => state.toUpperCase(),
  closed: ({ state }) => state === "closed",
  stateReason: ({ stateReason }, args: { readonly enableDuplicate: boolean }) =>
    stateReason === "duplicate" && !args.enableDuplicate
      ? "NOT_PLANNED"
      : (stateReason?.toUpperCase() ?? null),
  assignees: ({ assignees }, args, _context, info) => toConnection(assignees, args, info),
  labels: ({ labels }, args: PageArguments & { readonly orderBy?: Order | null }, _context, info) =>
    toConnection(sortedLabels(labels, args.orderBy), args, info),
  comments: (
    { comments },
    args: PageArguments & { readonly orderBy?: Order | null },
    _context,
    info,
  ) => {
    const keys = { UPDATED_AT: ({ updatedAt }: Comment) => updatedAt };
    return toConnection(sorted(comments, args.orderBy, keys), args, info);
  },
  subIssues: ({ subIssues }, args, _context, info) => toConnection(subIssues, args, info),
  subIssuesSummary: ({ subIssues }) => {
    const total = subIssues.length;
    const completed = subIssues.filter(({ state }) => state === "closed").length;
    const percentCompleted = total === 0 ? 0 : Math.floor((100 * completed) / total);
    return { total, completed, percentCompleted };
  },
  timelineItems,
};

/** Comments. */
export const COMMENT: Resolvers<Comment> = {
  ...(CONTENT as Resolvers<Comment>),
  url: ({ issue, id }, _args, { store }) => {
    const { repository, number } = issue;
    return `${store.origin}/${repository.owner.login}/${repository.name}/issues/${number}#issuecomment-${id}`;
  },
  isMinimized: ({ minimizedReason }) => minimizedReason !== null,
};
