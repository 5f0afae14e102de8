import type { Account, Commit, Issue, PullRequest, Repository } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { addToTimeline } from "./add-to-timeline.ts";

const NAMED = /(?<![\w/#-])(?:([\w-]{1,39})\/([\w.-]{1,100}))?#(\d{1,9})(?!\w)/g;
const ADDRESS =
  /https?:\/\/[^/\s]{1,100}\/([\w-]{1,39})\/([\w.-]{1,100})\/issues\/(\d{1,9})(?!\w)/g;

/** The issues that a text names, each once: `#12`, `owner/repo#12`, or by their addresses. */
function issuesIn(store: Store, text: string, here: Repository): readonly Issue[] {
  const named = [...text.matchAll(NAMED), ...text.matchAll(ADDRESS)];
  const found = named.flatMap(([, owner, name, number]) => {
    const place =
      owner === undefined ? here : store.repositories.get(`${owner}/${name}`.toLowerCase());
    return place?.issues.get(Number(number)) ?? [];
  });
  return [...new Set(found)];
}

/** Notes in the issues that a pull request's title and body name that it does, each once. */
export function noteReferences(store: Store, actor: Account, source: PullRequest): void {
  const text = `${source.title}\n${source.body}`;
  for (const issue of issuesIn(store, text, source.repository)) {
    const isNoted = issue.timeline.some(
      (item) => item.typename === "CrossReferencedEvent" && item.source === source,
    );
    if (!isNoted) addToTimeline(store, actor, issue, { typename: "CrossReferencedEvent", source });
  }
}

/** Notes in the issues that a commit's message names that it does. */
export function noteCommit(store: Store, actor: Account, commit: Commit): void {
  for (const issue of issuesIn(store, commit.message, commit.repository)) {
    addToTimeline(store, actor, issue, { typename: "ReferencedEvent", commit });
  }
}
