import { Kind } from "graphql";
import type { DocumentNode, FieldNode, OperationDefinitionNode, SelectionSetNode } from "graphql";

/** What a document costs of the hourly allowance, and how many nodes it can name at most. */
export interface Price {
  readonly cost: number;
  readonly nodes: number;
}

type Variables = Readonly<Record<string, unknown>>;

function pageSize(field: FieldNode, variables: Variables): number | null {
  const argument = field.arguments?.find(({ name }) => ["first", "last"].includes(name.value));
  if (argument === undefined) return null;
  const { value } = argument;
  if (value.kind === Kind.INT) return Number(value.value);
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : null;
  return typeof given === "number" ? given : null;
}

/**
 * GitHub's published way of counting: a connection is one request for each of its possible parents, a hundred requests are one point,
 * and the least is one.
 */
export function toPrice(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Price {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
    ),
  );
  let requests = 0;
  let nodes = 0;
  const walk = (set: SelectionSetNode | undefined, parents: number): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, parents);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        walk(fragments.get(selection.name.value), parents);
      else {
        const size = pageSize(selection, variables);
        if (size !== null) {
          requests += parents;
          nodes += parents * size;
        }
        walk(selection.selectionSet, size === null ? parents : parents * size);
      }
    }
  };
  walk(operation.selectionSet, 1);
  return { cost: Math.max(1, Math.round(requests / 100)), nodes };
}
