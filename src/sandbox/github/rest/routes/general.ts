import { HttpError } from "../../http/http-error.ts";
import { renderUser } from "../../render/user.ts";
import type { RestAnswer, RestCall, Route } from "../route.ts";

function user({ store, params }: RestCall): RestAnswer {
  const account = store.accounts.get((params["username"] ?? "").toLowerCase());
  if (account === undefined) throw new HttpError(404, "Not Found");
  const { name, createdAt } = account;
  const body = {
    ...renderUser(store.origin, account),
    name,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: createdAt,
    updated_at: createdAt,
  };
  return { status: 200, body };
}

function rateLimit({ caller, limits }: RestCall): RestAnswer {
  const who = caller.kind === "installation" ? String(caller.installation.id) : caller.kind;
  const core = limits.look(who, "core");
  const graphql = limits.look(who, "graphql");
  const search = { ...core, limit: 30, remaining: 30, used: 0, resource: "search" };
  return { status: 200, body: { resources: { core, graphql, search }, rate: core } };
}

/** What belongs to nobody in particular. */
export const generalRoutes: readonly Route[] = [
  {
    method: "GET",
    template: "/users/{username}",
    access: "anybody",
    operationId: "users/get-by-username",
    answer: user,
  },
  {
    method: "GET",
    template: "/rate_limit",
    access: "anybody",
    operationId: "rate-limit/get",
    answer: rateLimit,
  },
];
