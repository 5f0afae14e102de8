import type { Backlog, BacklogIssue } from "../../../effects/backlog.ts";
import { TerminalError } from "../../../incident/errors.ts";
import type { ProjectAccess } from "./project-access.ts";
import { isNotFound, type OwnedProject } from "./project-error.ts";
import { isItemOf, parseItem, valueIn, type ProjectItem } from "./read-item.ts";
import { toWrites } from "./to-writes.ts";

const NOT_UNDERSTOOD = "GitHub answered about the project in a form that Sitrep does not know.";

function demandItem(answer: unknown): ProjectItem {
  const item = parseItem(answer);
  if (item === null) throw new TerminalError(NOT_UNDERSTOOD);
  return item;
}

function isItemIn(answer: unknown, issue: BacklogIssue): boolean {
  const item = parseItem(answer);
  return item !== null && isItemOf(item, issue);
}

/** The item with these fields; null: the project, which is there, has it no more. */
async function readItem(
  { request }: ProjectAccess,
  project: OwnedProject,
  item: number,
  fields: readonly number[],
): Promise<ProjectItem | null> {
  try {
    return demandItem(await request("GET", project, `/items/${item}`, { fields: fields.join() }));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    // Where the project itself is not there, that is another trouble.
    await request("GET", project, "");
    return null;
  }
}

/**
 * A backlog that is a project on GitHub. A policy may name any project: GitHub itself lets an installation write only to those of
 * the account that it is installed on.
 */
export function createBacklog(access: ProjectAccess, now: () => number): Backlog {
  const { within, request, list, readFields } = access;
  return {
    find: (project, issue) =>
      within(project, async (owned) => {
        const isHere = (one: unknown): boolean => isItemIn(one, issue);
        const q = `is:issue repo:${issue.owner}/${issue.repo}`;
        const items = await list(owned, "/items", { q }, (page) => page.some(isHere));
        const item = items.find(isHere);
        return item === undefined ? null : demandItem(item).id;
      }),
    add: (project, { owner, repo, number }) =>
      within(project, async (owned) => {
        const body = { type: "Issue", owner, repo, number };
        return demandItem(await request("POST", owned, "/items", body)).id;
      }),
    set: (project, item, fields) =>
      within(project, async (owned) => {
        const { writes, troubles } = toWrites(await readFields(owned), fields, project, now());
        if (writes.length === 0) return troubles;
        const ids = writes.map(({ id }) => id);
        const before = await readItem(access, owned, item, ids);
        if (before === null) return "gone";
        const differing = writes.filter(({ id, value }) => valueIn(before, id) !== value);
        if (differing.length === 0) return troubles;
        await request("PATCH", owned, `/items/${item}`, { fields: differing });
        return troubles;
      }),
  };
}
