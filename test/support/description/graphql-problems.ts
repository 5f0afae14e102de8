import { GraphQLError, parse, validate } from "graphql";
import type { GraphQLSchema } from "graphql";
import { readSchema } from "../../../src/sandbox/github/graphql/schema.ts";
import type { Call } from "../../../src/sandbox/github/index.ts";

let schema: GraphQLSchema | null = null;
const seen = new Map<string, readonly string[]>();

function documentProblems(query: string): readonly string[] {
  schema ??= readSchema();
  try {
    return validate(schema, parse(query)).map(({ message }) => message);
  } catch (error) {
    if (error instanceof GraphQLError) return [error.message];
    throw error;
  }
}

/** What is wrong with a GraphQL call by GitHub's schema: the document, and (when it was run) the variables. */
export function graphqlProblems(call: Call): readonly string[] {
  const { query } = (call.requestBody ?? {}) as { readonly query?: unknown };
  if (typeof query !== "string") return ["there is no query"];
  const problems = seen.get(query) ?? documentProblems(query);
  seen.set(query, problems);
  if (problems.length > 0 || !call.unknown) return problems;
  const { errors } = call.responseBody as { readonly errors?: readonly { message: string }[] };
  return (errors ?? []).map(({ message }) => message);
}
