import type { Account } from "../world/records.ts";
import type { GraphqlContext } from "./context.ts";
import type { Resolvers } from "./resolver.ts";

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

/** People, bots and organisations. */
export const ACTORS = {
  User: common,
  Organization: common,
  Bot: { ...common, login: bareLogin },
} as const satisfies Readonly<Record<string, Resolvers<Account>>>;
