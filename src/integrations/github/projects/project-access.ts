import { LRUCache } from "lru-cache";
import { z } from "zod";
import { projectName, type ProjectPlace } from "../../../incident/project.ts";
import type { Client } from "../client.ts";
import { toProjectError, type OwnedProject } from "./project-error.ts";
import { parseFields, type ProjectField } from "./read-fields.ts";

const PAGE = 100;
// Of a longer project it is not known whether the issue is in it; GitHub adds none twice.
const MOST_PAGES = 20;
const REMEMBER_MS = 5 * 60_000;
const REMEMBER_PROJECTS = 200;

const accountShape = z.object({ type: z.string() });

/** What changes seldom, for all installations together. */
export interface ProjectMemory {
  readonly owners: LRUCache<string, OwnedProject["ownedBy"]>;
  readonly fields: LRUCache<string, readonly ProjectField[]>;
}

/** Nothing remembered yet. `now`: ms since the epoch. */
export const createProjectMemory = (now: () => number): ProjectMemory => ({
  owners: new LRUCache({ max: REMEMBER_PROJECTS }),
  fields: new LRUCache({
    max: REMEMBER_PROJECTS,
    ttl: REMEMBER_MS,
    perf: { now },
    ttlResolution: 0,
  }),
});

/** Requests for projects through one installation. */
export interface ProjectAccess {
  /** Finds out whose the project is, asks, and says in words what goes wrong: rejects as `toProjectError` says. */
  readonly within: <T>(
    project: ProjectPlace,
    ask: (owned: OwnedProject) => Promise<T>,
  ) => Promise<T>;
  /** The answer to a request; `path` follows the project's own. */
  readonly request: (
    method: "GET" | "POST" | "PATCH",
    project: OwnedProject,
    path: string,
    parameters?: object,
  ) => Promise<unknown>;
  /** The entries of a list, up to the first page that `isLast`, or up to a limit that no backlog needs. */
  readonly list: (
    project: OwnedProject,
    path: string,
    parameters: object,
    isLast: (page: readonly unknown[]) => boolean,
  ) => Promise<readonly unknown[]>;
  /** The project's fields, remembered for five minutes. */
  readonly readFields: (project: OwnedProject) => Promise<readonly ProjectField[]>;
}

const pathOf = ({ owner, number, ownedBy }: OwnedProject): string =>
  `/${ownedBy === "user" ? "users" : "orgs"}/${owner}/projectsV2/${number}`;

/** The projects that an installation reaches, by GitHub's REST endpoints (https://docs.github.com/rest/projects). */
export function createProjectAccess(client: Client, memory: ProjectMemory): ProjectAccess {
  async function ownerOf(project: ProjectPlace): Promise<OwnedProject> {
    if (project.ownedBy !== null) return { ...project, ownedBy: project.ownedBy };
    const place = project.owner.toLowerCase();
    const known = memory.owners.get(place);
    if (known !== undefined) return { ...project, ownedBy: known };
    const { data } = await client.rest("read", (octokit) =>
      octokit.rest.users.getByUsername({ username: project.owner }),
    );
    const isUser = accountShape.safeParse(data).data?.type === "User";
    const ownedBy = isUser ? "user" : "organization";
    memory.owners.set(place, ownedBy);
    return { ...project, ownedBy };
  }

  const list: ProjectAccess["list"] = (project, path, parameters, isLast) =>
    client.rest("read", (octokit) => {
      let pages = 0;
      return octokit.paginate<unknown, unknown>(
        { method: "GET", url: `${pathOf(project)}${path}`, ...parameters, per_page: PAGE },
        ({ data }, done) => {
          pages += 1;
          if (pages >= MOST_PAGES || isLast(data)) done();
          return data;
        },
      );
    });

  return {
    list,
    within: async (project, ask) => {
      let owned: OwnedProject = { ...project, ownedBy: project.ownedBy ?? "organization" };
      try {
        owned = await ownerOf(project);
        return await ask(owned);
      } catch (error) {
        throw toProjectError(error, owned);
      }
    },
    request: async (method, project, path, parameters = {}) => {
      const kind = method === "GET" ? "read" : "write";
      const answer = await client.rest(kind, (octokit) =>
        octokit.request(`${method} ${pathOf(project)}${path}`, { ...parameters }),
      );
      return answer.data as unknown;
    },
    readFields: async (project) => {
      const place = `${client.installation} ${projectName(project)}`.toLowerCase();
      const known = memory.fields.get(place);
      if (known !== undefined) return known;
      const fields = parseFields(await list(project, "/fields", {}, () => false));
      memory.fields.set(place, fields);
      return fields;
    },
  };
}
