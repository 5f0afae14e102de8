import { Refusal } from "../acts/refusal.ts";
import type { Account, Team } from "../world/records.ts";
import { toConnection } from "./connection.ts";
import type { PageArguments } from "./connection.ts";
import { use } from "./context.ts";
import type { GraphqlContext } from "./context.ts";
import type { Resolver, Resolvers } from "./resolver.ts";
import { sorted } from "./sorted.ts";
import type { Order } from "./sorted.ts";

/** GraphQL leaves out the `[bot]` that REST and webhooks put after a bot's login. */
const bareLogin = ({ login }: Account): string => login.replace(/\[bot\]$/, "");

const path = (account: Account): string =>
  account.typename === "Bot" ? `/apps/${bareLogin(account)}` : `/${account.login}`;

const common: Resolvers<Account> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  url: (account, _args, { store }: GraphqlContext) => store.origin + path(account),
  resourcePath: path,
  avatarUrl: ({ login }, _args, { store }: GraphqlContext) =>
    `${store.origin}/avatars/${encodeURIComponent(login)}`,
};

/** An installation sees the teams of its own organisation, with the permission for its members. */
const team: Resolver<Account> = ({ login }, args: { readonly slug: string }, context) => {
  use(context, "members", "read");
  if (context.installation.account.login !== login)
    throw new Refusal("FORBIDDEN", "Resource not accessible by integration");
  return context.store.teams.get(`${login}/${args.slug}`.toLowerCase()) ?? null;
};

const TEAM: Resolvers<Team> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  members: (
    { members },
    args: PageArguments & { readonly orderBy?: Order | null },
    _context,
    info,
  ) => {
    const keys = { LOGIN: ({ login }: Account) => login, CREATED_AT: ({ id }: Account) => id };
    return toConnection(sorted(members, args.orderBy, keys), args, info);
  },
};

/** People, bots, organisations and their teams. */
export const ACTORS = {
  User: common,
  Organization: { ...common, team },
  Team: TEAM,
  Bot: { ...common, login: bareLogin },
} as const satisfies Readonly<Record<string, Resolvers<never>>>;
