import type { GraphQLResolveInfo } from "graphql";
import type { GraphqlContext } from "./context.ts";

/** How a field gets its value from the record it belongs to. */
export type Resolver<Source = never> = (
  source: Source,
  // Arguments are checked by graphql-js against the schema before a resolver runs.
  args: never,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
) => unknown;

/** The fields of one type that are not simply a property of its record. */
export type Resolvers<Source> = Readonly<Record<string, Resolver<Source>>>;
