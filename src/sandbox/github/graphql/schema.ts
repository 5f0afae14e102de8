import { readFileSync } from "node:fs";
import { buildSchema, isInterfaceType, isObjectType, isUnionType } from "graphql";
import type { GraphQLFieldResolver, GraphQLSchema } from "graphql";
import { Refusal } from "../acts/refusal.ts";
import type { Account, Reaction } from "../world/records.ts";
import { ACTORS } from "./actors.ts";
import { EDIT, REACTION_NAMES } from "./content.ts";
import { toConnection } from "./connection.ts";
import { use } from "./context.ts";
import type { GraphqlContext } from "./context.ts";
import { COMMENT, ISSUE } from "./issues.ts";
import { MUTATIONS, permissionFor } from "./mutations.ts";
import { PULL_REQUEST, REF, REVIEW, REVIEW_REQUEST } from "./pull-requests.ts";
import { QUERY } from "./query.ts";
import { COMMIT, LABEL, REPOSITORY } from "./repositories.ts";
import type { Resolvers } from "./resolver.ts";
import { EVENTS } from "./timeline.ts";

const REACTION: Resolvers<Reaction> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  content: ({ content }) =>
    Object.entries(REACTION_NAMES).find(([, name]) => name === content)?.[0],
  user: ({ account }) => (account.typename === "User" ? account : null),
};

const REACTION_GROUP: Resolvers<{ readonly reactors: readonly Account[] }> = {
  reactors: ({ reactors }, args, _context, info) => toConnection(reactors, args, info),
};

const BLOB: Resolvers<{ readonly nodeId: string }> = { id: ({ nodeId }) => nodeId };

const RESOLVERS: Readonly<Record<string, Resolvers<never>>> = {
  ...ACTORS,
  ...EVENTS,
  Query: QUERY,
  Repository: REPOSITORY,
  Commit: COMMIT,
  Label: LABEL,
  Issue: ISSUE,
  IssueComment: COMMENT,
  UserContentEdit: EDIT,
  Reaction: REACTION,
  ReactionGroup: REACTION_GROUP,
  Blob: BLOB,
  Ref: REF,
  PullRequest: PULL_REQUEST,
  PullRequestReview: REVIEW,
  ReviewRequest: REVIEW_REQUEST,
};

/** A root field of a mutation: a fault ordered for it, then the permission, then the act; `clientMutationId` comes back. */
function toMutationResolver(name: string): GraphQLFieldResolver<unknown, GraphqlContext> {
  const mutation = MUTATIONS[name];
  if (mutation === undefined) throw new Error(`There is no mutation ${name}`);
  return (_source, { input }: { input?: { clientMutationId?: string } }, context) => {
    const fault = context.faults.takeFieldFault(name);
    if (fault !== null) throw new Refusal(fault, `${name} was made to fail`);
    use(context, permissionFor(name), "write");
    const clientMutationId = input?.clientMutationId ?? null;
    return { clientMutationId, ...mutation(input as never, context) };
  };
}

/** The subset of GitHub's schema as GitHub describes it, without any behaviour. */
export function readSchema(): GraphQLSchema {
  const sdl = readFileSync(new URL("../shapes/schema.graphql", import.meta.url), "utf8");
  return buildSchema(sdl, { assumeValidSDL: true });
}

let behaving: GraphQLSchema | null = null;

/** The schema with the embedded GitHub's behaviour. Made once: it has no state of its own. */
export function createSchema(): GraphQLSchema {
  behaving ??= withBehaviour(readSchema());
  return behaving;
}

function withBehaviour(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type) || isUnionType(type))
      type.resolveType = (record: { readonly typename: string }) => record.typename;
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const resolver =
        type.name === "Mutation"
          ? toMutationResolver(field.name)
          : (RESOLVERS[type.name]?.[field.name] as typeof field.resolve);
      if (resolver !== undefined) field.resolve = resolver;
    }
  }
  return schema;
}
