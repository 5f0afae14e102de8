import { execute, GraphQLError, Kind, OperationTypeNode, parse, validate } from "graphql";
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import { Refusal } from "../acts/refusal.ts";
import type { GraphqlContext } from "./context.ts";
import { toPrice } from "./price.ts";

/** A GraphQL call: what the body of the POST says. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** The body of an answer, as GraphQL has it. */
export interface GraphqlBody {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/** A call that was read: what it is about, and the way to run it, or what is wrong with it. */
export interface GraphqlCall {
  readonly kind: "read" | "write";
  readonly operationName: string | null;
  /** The names of the root fields. */
  readonly fields: readonly string[];
  readonly price: GraphqlContext["price"];
  /** Null when the document can be run. Else it asks for something that the schema does not have. */
  readonly problem: GraphqlBody | null;
  run(context: GraphqlContext): Promise<GraphqlBody>;
}

const MOST_TOKENS = 50_000;

function toBodyError(error: GraphQLError) {
  const { originalError, message, path, locations, extensions } = error;
  const type = originalError instanceof Refusal ? originalError.kind : extensions["type"];
  const known =
    type !== undefined || originalError == null || originalError instanceof GraphQLError;
  return {
    ...(type !== undefined && { type }),
    ...(path !== undefined && { path }),
    ...(locations !== undefined && { locations }),
    message: known ? message : `Something went wrong: ${message}`,
  };
}

function unreadable(errors: readonly GraphQLError[]): GraphqlCall {
  const problem = { errors: errors.map(toBodyError) };
  const nothing = { operationName: null, fields: [], price: { cost: 1, nodes: 0 } };
  return { kind: "read", ...nothing, problem, run: () => Promise.resolve(problem) };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

// An app asks with the same few documents again and again; checking one takes longer than running it.
const legal = new WeakMap<GraphQLSchema, LRUCache<string, DocumentNode>>();

/** The document of a query that is legal by the schema, or what is wrong with it. */
function toDocument(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  const known = legal.get(schema) ?? new LRUCache<string, DocumentNode>({ max: 200 });
  legal.set(schema, known);
  const before = known.get(query);
  if (before !== undefined) return before;
  const document = parsed(query);
  if (document instanceof GraphQLError) return [document];
  const problems = validate(schema, document);
  if (problems.length > 0) return problems;
  known.set(query, document);
  return document;
}

function operationOf(document: DocumentNode, name: string | null) {
  return document.definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === Kind.OPERATION_DEFINITION && (name === null || each.name?.value === name),
  );
}

/** Reads a document and holds it against the schema. Its mutations run one after another, and each can fail alone. */
export function readGraphql(schema: GraphQLSchema, request: GraphqlRequest): GraphqlCall {
  const document = toDocument(schema, request.query);
  if (!("kind" in document)) return unreadable(document);
  const operation = operationOf(document, request.operationName);
  if (operation === undefined) return unreadable([new GraphQLError("No operation to run")]);
  const { variables: variableValues, operationName } = request;
  return {
    kind: operation.operation === OperationTypeNode.MUTATION ? "write" : "read",
    operationName: operation.name?.value ?? null,
    fields: operation.selectionSet.selections.flatMap((selection) =>
      selection.kind === Kind.FIELD ? [selection.name.value] : [],
    ),
    price: toPrice(document, operation, variableValues),
    problem: null,
    run: async (contextValue) => {
      const parts = { schema, document, variableValues, operationName, contextValue };
      const { data, errors } = await execute(parts);
      return {
        ...(data !== undefined && { data }),
        ...(errors !== undefined && { errors: errors.map(toBodyError) }),
      };
    },
  };
}
