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

/** The issue of the path. A deleted one is gone (410). */
export function issueOf(call: RestCall): Issue {
  const repository = repositoryOf(call);
  const number = Number(call.params["issue_number"]);
  const issue = repository.issues.get(number);
  if (issue !== undefined) return issue;
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
