import { Refusal } from "../acts/refusal.ts";
import { findAccount } from "../world/find.ts";
import { toTimestamp } from "../world/store.ts";
import { getNode, sees, use } from "./context.ts";
import type { Resolvers } from "./resolver.ts";

/** What a document can ask for. */
export const QUERY: Resolvers<unknown> = {
  // GitHub's schema says that the viewer is a User, and gives an app's bot as one, with its whole login.
  viewer: (_source, _args, { store }) => ({ ...store.bot, typename: "User" }),
  repository: (_source, args: { readonly owner: string; readonly name: string }, context) => {
    use(context, "metadata", "read");
    const name = `${args.owner}/${args.name}`;
    const repository = context.store.repositories.get(name.toLowerCase());
    if (repository !== undefined && sees(context, repository)) return repository;
    const what = `a Repository with the name '${name}'`;
    throw new Refusal("NOT_FOUND", `Could not resolve to ${what}.`);
  },
  organization: (_source, { login }: { readonly login: string }, { store }) => {
    const account = findAccount(store, login);
    if (account?.typename === "Organization") return account;
    throw new Refusal(
      "NOT_FOUND",
      `Could not resolve to an Organization with the login of '${login}'.`,
    );
  },
  node: (_source, args: { readonly id: string }, context) => getNode(context, args.id),
  nodes: (_source, args: { readonly ids: readonly string[] }, context) => {
    if (args.ids.length > 100)
      throw new Refusal("UNPROCESSABLE", "You may not provide more than 100 node ids.");
    return args.ids.map((id) => {
      try {
        return getNode(context, id);
      } catch (error) {
        // graphql-js makes an Error in a list null, with an entry of its own in `errors`.
        return error;
      }
    });
  },
  rateLimit: (_source, _args, { limit, price }) => ({
    cost: price.cost,
    nodeCount: price.nodes,
    limit: limit.limit,
    remaining: limit.remaining,
    used: limit.used,
    resetAt: toTimestamp(new Date(limit.reset * 1e3)),
  }),
};
