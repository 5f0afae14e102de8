import type {
  Project,
  ProjectField,
  ProjectItem,
  ProjectIteration,
  ProjectOption,
} from "../world/project-records.ts";
import type { Account, Issue } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { getAccount } from "../world/find.ts";
import { Refusal } from "./refusal.ts";

/** A field of a new project. */
export type NewProjectField =
  | { readonly name: string; readonly kind: "number" | "date" | "text" }
  | {
      readonly name: string;
      readonly kind: "single_select";
      readonly options: readonly string[];
    }
  | {
      readonly name: string;
      readonly kind: "iteration";
      /** When the first one begins, as `2026-03-02`, and how long each is. */
      readonly start: string;
      readonly days: number;
      readonly titles: readonly string[];
    };

/** A new project; a title and assignees it has anyway. */
export interface NewProject {
  readonly owner: string;
  readonly title: string;
  readonly fields: readonly NewProjectField[];
}

const DAY_MS = 24 * 60 * 60_000;
const COLORS = ["GRAY", "BLUE", "YELLOW", "RED", "GREEN", "PURPLE", "PINK", "ORANGE"] as const;

const optionsOf = (store: Store, field: NewProjectField): readonly ProjectOption[] =>
  field.kind !== "single_select"
    ? []
    : field.options.map((name, index) => ({
        id: store.nextId().toString(16).padStart(8, "0"),
        name,
        color: COLORS[index % COLORS.length] ?? "GRAY",
      }));

const iterationsOf = (store: Store, field: NewProjectField): readonly ProjectIteration[] =>
  field.kind !== "iteration"
    ? []
    : field.titles.map((title, index) => ({
        id: store.nextId().toString(16).padStart(8, "0"),
        title,
        start: new Date(Date.parse(field.start) + index * field.days * DAY_MS)
          .toISOString()
          .slice(0, 10),
        days: field.days,
      }));

/** A field as it is kept. */
export function toProjectField(store: Store, field: NewProjectField): ProjectField {
  const id = store.nextId();
  return {
    id,
    nodeId: `PVTF_${id}`,
    name: field.name,
    kind: field.kind,
    options: optionsOf(store, field),
    iterations: iterationsOf(store, field),
    createdAt: store.timestamp(),
  };
}

function builtIn(store: Store, name: string, kind: "title" | "assignees"): ProjectField {
  const field = toProjectField(store, { name, kind: "text" });
  return { ...field, kind };
}

/** Adds a project; its number follows on its owner's last one. */
export function addProject(store: Store, { owner, title, fields }: NewProject): Project {
  const account = getAccount(store, owner);
  const number = [...store.projects.values()].filter((one) => one.owner === account).length + 1;
  const project = store.add<Project>("PVT", {
    typename: "ProjectV2",
    owner: account,
    number,
    title,
    createdAt: store.timestamp(),
    fields: [
      builtIn(store, "Title", "title"),
      builtIn(store, "Assignees", "assignees"),
      ...fields.map((field) => toProjectField(store, field)),
    ],
    items: [],
  });
  store.projects.set(`${account.login}/${number}`.toLowerCase(), project);
  store.changed();
  return project;
}

/** Puts an issue into a project; one that is there is not put there again. */
export function addItem(store: Store, actor: Account, project: Project, issue: Issue): ProjectItem {
  const before = project.items.find((item) => item.issue === issue);
  if (before !== undefined) return before;
  const item = store.add<ProjectItem>("PVTI", {
    typename: "ProjectV2Item",
    project,
    issue,
    creator: actor,
    createdAt: store.timestamp(),
    updatedAt: store.timestamp(),
    values: new Map(),
  });
  project.items = [...project.items, item];
  store.changed();
  return item;
}

/** Takes an item out of its project. */
export function removeItem(store: Store, item: ProjectItem): void {
  item.project.items = item.project.items.filter((one) => one !== item);
  store.nodes.delete(item.nodeId);
  store.changed();
}

function invalid(field: string, message: string): Refusal {
  const detail = { resource: "ProjectV2Item", field, code: "invalid", message };
  return new Refusal("UNPROCESSABLE", "Validation Failed", [detail]);
}

function accept(field: ProjectField, value: unknown): string | number {
  const { kind, name } = field;
  const known = [...field.options, ...field.iterations].some(({ id }) => id === value);
  if ((kind === "single_select" || kind === "iteration") && typeof value === "string" && known)
    return value;
  if (kind === "number" && typeof value === "number") return value;
  if (kind === "text" && typeof value === "string") return value;
  if (kind === "date" && typeof value === "string" && !Number.isNaN(Date.parse(value)))
    return value;
  throw invalid(name, `${name} does not take this value`);
}

/** Sets a field of an item; null empties it. Refuses what the field does not take. */
export function setFieldValue(
  store: Store,
  item: ProjectItem,
  fieldId: unknown,
  value: unknown,
): void {
  const field = item.project.fields.find(({ id }) => id === fieldId);
  if (field === undefined) throw invalid("fields", "There is no such field");
  if (value === null) item.values.delete(field.id);
  else item.values.set(field.id, accept(field, value));
  item.updatedAt = store.timestamp();
  store.changed();
}
