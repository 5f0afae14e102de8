import { may } from "../acts/rights.ts";
import { HttpError } from "../http/http-error.ts";
import type { Comment, Issue, Repository } from "../world/records.ts";
import type { RestCall } from "./route.ts";

const notFound = (): HttpError => new HttpError(404, "Not Found");

/** The repository of the path, if the caller may see it, and change it where the operation changes something. */
export function repositoryOf({ store, params, actor, caller, writes }: RestCall): Repository {
  const key = `${params["owner"]}/${params["repo"]}`.toLowerCase();
  const repository = store.repositories.get(key);
  if (repository === undefined || !may(store, actor, repository, "read")) throw notFound();
  if (caller.kind !== "installation" || caller.installation.repositories.has(repository))
    return repository;
  if (repository.isPrivate) throw notFound();
  if (writes) throw new HttpError(403, "Resource not accessible by integration");
  return repository;
}

/** Sends the caller to where the issue is now, or tells nothing of it where the caller may not look. */
function redirect({ store, actor, url }: RestCall, { repository, number }: Issue): HttpError {
  if (!may(store, actor, repository, "read")) return notFound();
  const target = new URL(url);
  const home = `/repos/${repository.owner.login}/${repository.name}/issues/${number}`;
  target.pathname = target.pathname.replace(/\/repos\/[^/]+\/[^/]+\/issues\/\d+/, () => home);
  const location = target.href;
  return new HttpError(301, "Moved Permanently", { url: location }, { location });
}

/** The issue of the path. One that was transferred is redirected to (301), a deleted one is gone (410). */
export function issueOf(call: RestCall): Issue {
  const repository = repositoryOf(call);
  const number = Number(call.params["issue_number"]);
  const issue = repository.issues.get(number);
  if (issue !== undefined) return issue;
  const moved = repository.transferred.get(number);
  if (moved !== undefined) throw redirect(call, moved);
  if (Number.isInteger(number) && number > 0 && number < repository.nextNumber)
    throw new HttpError(410, "This issue was deleted");
  throw notFound();
}

/** The comment of the path, by its database id. */
export function commentOf(call: RestCall): Comment {
  const id = Number(call.params["comment_id"]);
  for (const issue of repositoryOf(call).issues.values())
    for (const comment of issue.comments) if (comment.id === id) return comment;
  throw notFound();
}
