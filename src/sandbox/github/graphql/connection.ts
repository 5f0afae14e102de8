import { GraphQLError, Kind } from "graphql";
import type { GraphQLResolveInfo, SelectionSetNode } from "graphql";

/** The arguments that page through a connection. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** A page of a list, as GitHub's connections give it. */
export interface Connection<T> {
  readonly totalCount: number;
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}

const MOST = 100;

/** An opaque name for an item's place in its list. */
export function toCursor(item: { readonly id: number }): string {
  return Buffer.from(`cursor:v2:${item.id}`).toString("base64");
}

/** Lists are mostly in the order of creation, and long ones are paged through: halving finds it there, searching elsewhere. */
function indexOfId(items: readonly { readonly id: number }[], id: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.id ?? Infinity) < id) low = middle + 1;
    else high = middle;
  }
  return items[low]?.id === id ? low : items.findIndex((item) => item.id === id);
}

function indexOfCursor(items: readonly { readonly id: number }[], cursor: string): number {
  const [, id] = /^cursor:v2:(\d+)$/.exec(Buffer.from(cursor, "base64").toString()) ?? [];
  if (id === undefined)
    throw refusal(
      "INVALID_CURSOR_ARGUMENTS",
      `\`${cursor}\` does not appear to be a valid cursor.`,
    );
  const index = indexOfId(items, Number(id));
  // The item is gone: go by where it would stand in the order of creation.
  return index === -1 ? items.findLastIndex((item) => item.id < Number(id)) : index;
}

function selects(
  set: SelectionSetNode | undefined,
  names: readonly string[],
  info: GraphQLResolveInfo,
): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.FIELD) return names.includes(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return selects(selection.selectionSet, names, info);
    return selects(info.fragments[selection.name.value]?.selectionSet, names, info);
  });
}

function refusal(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

function checkBounds({ first, last }: PageArguments, info: GraphQLResolveInfo): void {
  const name = `the \`${info.fieldName}\` connection`;
  if (first != null && last != null) {
    const both = `Passing both \`first\` and \`last\` to paginate ${name} is not supported.`;
    throw refusal("INVALID_PAGINATION", both);
  }
  for (const [argument, count] of Object.entries({ first, last })) {
    if (count == null) continue;
    if (count < 0)
      throw refusal("INVALID_PAGINATION", `\`${argument}\` on ${name} cannot be less than zero.`);
    if (count > MOST)
      throw refusal(
        "EXCESSIVE_PAGINATION",
        `Requesting ${count} records on ${name} exceeds the \`${argument}\` limit of ${MOST} records.`,
      );
  }
  const lists = info.fieldNodes.some((node) =>
    selects(node.selectionSet, ["nodes", "edges"], info),
  );
  if (lists && first == null && last == null) {
    const none = `You must provide a \`first\` or \`last\` value to properly paginate ${name}.`;
    throw refusal("MISSING_PAGINATION_BOUNDARIES", none);
  }
}

/** The page of `items` that the arguments ask for. Refuses, as GitHub does, a page without bounds or of more than 100. */
export function toConnection<T extends { readonly id: number }>(
  items: readonly T[],
  page: PageArguments,
  info: GraphQLResolveInfo,
): Connection<T> {
  checkBounds(page, info);
  const from = page.after == null ? 0 : indexOfCursor(items, page.after) + 1;
  const to = page.before == null ? items.length : indexOfCursor(items, page.before);
  const start = page.last == null ? from : Math.max(from, to - page.last);
  const end = page.first == null ? to : Math.min(to, from + page.first);
  const nodes = items.slice(start, Math.max(start, end));
  const edges = nodes.map((node) => ({ cursor: toCursor(node), node }));
  const pageInfo = {
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
    hasNextPage: end < items.length,
    hasPreviousPage: start > 0,
  };
  return { totalCount: items.length, nodes, edges, pageInfo };
}
