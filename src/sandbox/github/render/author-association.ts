import { may } from "../acts/rights.ts";
import type { Account, Repository } from "../world/records.ts";
import type { Store } from "../world/store.ts";

/** How an author stands to a repository. An app's bot is a CONTRIBUTOR to nothing: GitHub says NONE. */
export function authorAssociation(
  store: Store,
  author: Account | null,
  repository: Repository,
): "OWNER" | "COLLABORATOR" | "NONE" {
  if (author === null || author.typename === "Bot") return "NONE";
  if (author === repository.owner) return "OWNER";
  return may(store, author, repository, "triage") ? "COLLABORATOR" : "NONE";
}
