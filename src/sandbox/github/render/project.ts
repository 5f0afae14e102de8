import type {
  Project,
  ProjectField,
  ProjectItem,
  ProjectIteration,
  ProjectOption,
} from "../world/project-records.ts";
import type { Store } from "../world/store.ts";
import { renderIssue } from "./issue.ts";
import { renderUser } from "./user.ts";

const both = (text: string) => ({ raw: text, html: text });

/** The address of a project in the API. */
export function projectUrl(origin: string, { owner, number }: Project): string {
  const kind = owner.typename === "Organization" ? "orgs" : "users";
  return `${origin}/api/v3/${kind}/${owner.login}/projectsV2/${number}`;
}

/** A project as REST shows it. */
export function renderProject({ origin }: Store, project: Project) {
  const owner = renderUser(origin, project.owner);
  return {
    id: project.id,
    node_id: project.nodeId,
    owner,
    creator: owner,
    title: project.title,
    description: null,
    public: false,
    closed_at: null,
    created_at: project.createdAt,
    updated_at: project.createdAt,
    number: project.number,
    short_description: null,
    deleted_at: null,
    deleted_by: null,
    state: "open",
    latest_status_update: null,
    is_template: false,
  };
}

const renderOption = ({ id, name, color }: ProjectOption) => ({
  id,
  name: both(name),
  color,
  description: both(""),
});

const renderIteration = ({ id, title, start, days }: ProjectIteration) => ({
  id,
  title: both(title),
  start_date: start,
  duration: days,
  completed: false,
});

/** A field of a project as REST shows it. */
export function renderProjectField({ origin }: Store, project: Project, field: ProjectField) {
  return {
    id: field.id,
    node_id: field.nodeId,
    name: field.name,
    data_type: field.kind,
    project_url: projectUrl(origin, project),
    ...(field.kind === "single_select" && { options: field.options.map(renderOption) }),
    ...(field.kind === "iteration" && {
      configuration: {
        start_day: 1,
        duration: field.iterations[0]?.days ?? 14,
        iterations: field.iterations.map(renderIteration),
      },
    }),
    created_at: field.createdAt,
    updated_at: field.createdAt,
  };
}

function renderValue({ origin }: Store, item: ProjectItem, field: ProjectField): unknown {
  const { issue } = item;
  if (field.kind === "title") return { ...both(issue.title), number: issue.number };
  if (field.kind === "assignees") return issue.assignees.map((one) => renderUser(origin, one));
  const value = item.values.get(field.id) ?? null;
  if (typeof value === "string" && field.kind === "text") return both(value);
  const option = field.options.find(({ id }) => id === value);
  if (option !== undefined) return renderOption(option);
  const iteration = field.iterations.find(({ id }) => id === value);
  return iteration === undefined ? value : renderIteration(iteration);
}

/** An item as REST shows it where it is added. */
export function renderItem(store: Store, item: ProjectItem) {
  const url = projectUrl(store.origin, item.project);
  return {
    id: item.id,
    node_id: item.nodeId,
    content: renderIssue(store, item.issue),
    content_type: "Issue",
    creator: renderUser(store.origin, item.creator),
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    archived_at: null,
    project_url: url,
    item_url: `${url}/items/${item.id}`,
  };
}

/** An item with some of its fields; null: with its title alone. */
export function renderItemWithFields(
  store: Store,
  item: ProjectItem,
  wanted: readonly number[] | null,
) {
  const shown = item.project.fields.filter(({ id, kind }) =>
    wanted === null ? kind === "title" : wanted.includes(id),
  );
  const fields = shown.map((field) => ({
    id: field.id,
    name: field.name,
    data_type: field.kind,
    value: renderValue(store, item, field),
  }));
  return { ...renderItem(store, item), fields };
}
