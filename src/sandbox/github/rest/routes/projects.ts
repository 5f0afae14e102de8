import { addItem, setFieldValue } from "../../acts/projects.ts";
import { may } from "../../acts/rights.ts";
import { HttpError } from "../../http/http-error.ts";
import {
  renderItem,
  renderItemWithFields,
  renderProject,
  renderProjectField,
} from "../../render/project.ts";
import type { Project, ProjectItem } from "../../world/project-records.ts";
import type { Issue } from "../../world/records.ts";
import { answerCursorList } from "../cursor-list.ts";
import type { RestAnswer, RestCall, Route } from "../route.ts";

const notFound = (): HttpError => new HttpError(404, "Not Found");

/** The project of the path. An App reaches those of the organisation that it is installed on, and no user's. */
function projectOf({ store, params, installation }: RestCall): Project {
  const owner = params["org"] ?? params["username"] ?? "";
  const project = store.projects.get(`${owner}/${params["project_number"]}`.toLowerCase());
  const isOrganization = project?.owner.typename === "Organization";
  if (project === undefined || isOrganization !== (params["org"] !== undefined)) throw notFound();
  if (!isOrganization || project.owner !== installation.account) throw notFound();
  return project;
}

function itemOf(call: RestCall): ProjectItem {
  const id = Number(call.params["item_id"]);
  const item = projectOf(call).items.find((one) => one.id === id);
  if (item === undefined) throw notFound();
  return item;
}

function issueOf({ store, body, actor }: RestCall): Issue {
  if (body["type"] !== "Issue") throw new HttpError(422, "Validation Failed");
  const all = [...store.repositories.values()].flatMap((home) => [...home.issues.values()]);
  const { id, owner, repo, number } = body;
  const name = `${String(owner)}/${String(repo)}`.toLowerCase();
  const found = all.find(({ repository, ...issue }) =>
    id === undefined
      ? issue.number === number &&
        `${repository.owner.login}/${repository.name}`.toLowerCase() === name
      : issue.id === id,
  );
  if (found === undefined || !may(store, actor, found.repository, "read")) throw notFound();
  return found;
}

/** Whether an item fits a query, as far as it is understood: `is:issue`, `repo:owner/name`, and words of the title. */
function fits({ issue }: ProjectItem, query: string): boolean {
  const name = `${issue.repository.owner.login}/${issue.repository.name}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => {
      if (word === "" || word === "is:issue") return true;
      if (word.startsWith("repo:")) return word === `repo:${name}`;
      return issue.title.toLowerCase().includes(word);
    });
}

function fieldsOf({ query }: RestCall): readonly number[] | null {
  const wanted = query.get("fields");
  return wanted === null ? null : wanted.split(",").map(Number);
}

function update(call: RestCall): RestAnswer {
  const item = itemOf(call);
  const { fields } = call.body;
  if (!Array.isArray(fields)) throw new HttpError(422, "Validation Failed");
  for (const field of fields as readonly { readonly id?: unknown; readonly value?: unknown }[])
    setFieldValue(call.store, item, field.id, field.value ?? null);
  return { status: 200, body: renderItemWithFields(call.store, item, null) };
}

interface Operation extends Pick<Route, "method" | "answer"> {
  readonly path: string;
  /** GitHub's operation id for organisations and for users. */
  readonly ids: readonly [organization: string, user: string];
}

const OPERATIONS: readonly Operation[] = [
  {
    method: "GET",
    path: "",
    ids: ["projects/get-for-org", "projects/get-for-user"],
    answer: (call) => ({ status: 200, body: renderProject(call.store, projectOf(call)) }),
  },
  {
    method: "GET",
    path: "/fields",
    ids: ["projects/list-fields-for-org", "projects/list-fields-for-user"],
    answer: (call) => {
      const project = projectOf(call);
      return answerCursorList(call, project.fields, (field) =>
        renderProjectField(call.store, project, field),
      );
    },
  },
  {
    method: "GET",
    path: "/items",
    ids: ["projects/list-items-for-org", "projects/list-items-for-user"],
    answer: (call) => {
      const items = projectOf(call).items.filter((item) => fits(item, call.query.get("q") ?? ""));
      return answerCursorList(call, items, (item) =>
        renderItemWithFields(call.store, item, fieldsOf(call)),
      );
    },
  },
  {
    method: "POST",
    path: "/items",
    ids: ["projects/add-item-for-org", "projects/add-item-for-user"],
    answer: (call) => {
      const item = addItem(call.store, call.actor, projectOf(call), issueOf(call));
      return { status: 201, body: renderItem(call.store, item) };
    },
  },
  {
    method: "GET",
    path: "/items/{item_id}",
    ids: ["projects/get-org-item", "projects/get-user-item"],
    answer: (call) => ({
      status: 200,
      body: renderItemWithFields(call.store, itemOf(call), fieldsOf(call)),
    }),
  },
  {
    method: "PATCH",
    path: "/items/{item_id}",
    ids: ["projects/update-item-for-org", "projects/update-item-for-user"],
    answer: update,
  },
];

/** Projects, of organisations and of users. */
export const projectRoutes: readonly Route[] = OPERATIONS.flatMap(
  ({ path, ids: [organization, user], method, answer }): readonly Route[] => [
    {
      method,
      template: `/orgs/{org}/projectsV2/{project_number}${path}`,
      operationId: organization,
      access: `organization_projects:${method === "GET" ? "read" : "write"}`,
      answer,
    },
    {
      method,
      template: `/users/{username}/projectsV2/{project_number}${path}`,
      operationId: user,
      access: "anybody",
      answer,
    },
  ],
);
