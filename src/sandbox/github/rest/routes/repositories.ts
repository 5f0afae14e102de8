import { roleIn } from "../../acts/rights.ts";
import { HttpError } from "../../http/http-error.ts";
import { gitBlobId } from "../../render/git-blob.ts";
import { renderRepository, repositoryUrl } from "../../render/repository.ts";
import { renderUser } from "../../render/user.ts";
import type { RepositoryRole } from "../../world/records.ts";
import { repositoryOf } from "../find.ts";
import type { RestAnswer, RestCall, Route } from "../route.ts";

/** The four levels that `permission` knows; `role_name` says the role itself. */
const LEGACY: Readonly<Record<RepositoryRole, "admin" | "write" | "read" | "none">> = {
  admin: "admin",
  maintain: "write",
  write: "write",
  triage: "read",
  read: "read",
  none: "none",
};

function permission(call: RestCall): RestAnswer {
  const repository = repositoryOf(call);
  const account = call.store.accounts.get((call.params["username"] ?? "").toLowerCase());
  if (account === undefined) throw new HttpError(404, `${call.params["username"]} is not a user`);
  const role = roleIn(call.store, account, repository);
  const level = LEGACY[role];
  const permissions = {
    admin: role === "admin",
    maintain: role === "admin" || role === "maintain",
    push: level === "admin" || level === "write",
    triage: level === "admin" || level === "write" || role === "triage",
    pull: role !== "none",
  };
  const user = { ...renderUser(call.store.origin, account), permissions, role_name: role };
  return { status: 200, body: { permission: level, role_name: role, user } };
}

function contents(call: RestCall): RestAnswer {
  const repository = repositoryOf(call);
  const path = call.params["path"] ?? "";
  const text = repository.files.get(path);
  if (text === undefined) throw new HttpError(404, "Not Found");
  if (/\braw\b/.test(call.accept)) return { status: 200, body: text };
  const bytes = Buffer.from(text);
  const sha = gitBlobId(text);
  const home = repositoryUrl(call.store.origin, repository);
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const url = `${home}/contents/${encoded}?ref=main`;
  const page = `${call.store.origin}/${repository.owner.login}/${repository.name}`;
  const html = `${page}/blob/main/${encoded}`;
  const git = `${home}/git/blobs/${sha}`;
  const body = {
    type: "file",
    encoding: "base64",
    size: bytes.length,
    sha,
    path,
    name: path.split("/").at(-1) ?? path,
    content: bytes.toString("base64").replace(/.{60}/g, "$&\n"),
    url,
    html_url: html,
    git_url: git,
    download_url: `${page}/raw/main/${encoded}`,
    _links: {
      self: url,
      git,
      html,
    },
  };
  return { status: 200, body };
}

/** Repositories, what people may do in them, and their files. */
export const repositoryRoutes: readonly Route[] = [
  {
    method: "GET",
    template: "/repos/{owner}/{repo}",
    access: "metadata:read",
    operationId: "repos/get",
    answer: (call) => ({
      status: 200,
      body: renderRepository(call.store.origin, repositoryOf(call)),
    }),
  },
  {
    method: "GET",
    access: "metadata:read",
    template: "/repos/{owner}/{repo}/collaborators/{username}/permission",
    operationId: "repos/get-collaborator-permission-level",
    answer: permission,
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/contents/{path}",
    access: "contents:read",
    operationId: "repos/get-content",
    answer: contents,
  },
];
