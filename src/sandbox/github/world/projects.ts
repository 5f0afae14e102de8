import {
  addItem,
  addProject,
  type NewProject,
  type NewProjectField,
  removeItem,
  setFieldValue,
  toProjectField,
} from "../acts/projects.ts";
import { Refusal } from "../acts/refusal.ts";
import { getIssue, getRepository } from "./find.ts";
import type { Project, ProjectItem } from "./project-records.ts";
import { toProjectView, type ProjectView } from "./project-view.ts";
import type { Store } from "./store.ts";

/** What people do in projects, which are named `owner/number`; nobody's rights in them are checked. */
export interface Projects {
  /** Returns its number. */
  add(project: NewProject): number;
  /** The project is gone. */
  remove(name: string): void;
  /** Adds a field, or replaces the one of that name; null: it is gone. */
  setField(name: string, field: string, wanted: NewProjectField | null): void;
  addIssue(name: string, repository: string, number: number): void;
  removeIssue(name: string, repository: string, number: number): void;
  /** Sets a field of an issue's item: an option or iteration by its name. Refuses what the field does not take. */
  set(
    name: string,
    repository: string,
    number: number,
    field: string,
    value: string | number,
  ): void;
  /** The project as it is now. Throws when there is none. */
  view(name: string): ProjectView;
  /** All projects, in the order in which they were made. */
  all(): readonly ProjectView[];
}

/** The acts upon a store's projects. */
export function createProjects(store: Store): Projects {
  const project = (name: string): Project => {
    const found = store.projects.get(name.toLowerCase());
    if (found === undefined) throw new Refusal("NOT_FOUND", `There is no project ${name}`);
    return found;
  };
  const issue = (repository: string, number: number) =>
    getIssue(getRepository(store, repository), number);
  const item = (name: string, repository: string, number: number): ProjectItem => {
    const wanted = issue(repository, number);
    const found = project(name).items.find((one) => one.issue === wanted);
    if (found === undefined) throw new Refusal("NOT_FOUND", "It is not in the project");
    return found;
  };
  return {
    add: (wanted) => addProject(store, wanted).number,
    remove: (name) => {
      project(name);
      store.projects.delete(name.toLowerCase());
      store.changed();
    },
    setField: (name, field, wanted) => {
      const home = project(name);
      const others = home.fields.filter((one) => one.name !== field);
      home.fields = wanted === null ? others : [...others, toProjectField(store, wanted)];
      store.changed();
    },
    addIssue: (name, repository, number) =>
      void addItem(store, project(name).owner, project(name), issue(repository, number)),
    removeIssue: (name, repository, number) => removeItem(store, item(name, repository, number)),
    set: (name, repository, number, fieldName, value) => {
      const field = project(name).fields.find((one) => one.name === fieldName);
      const option = field?.options.find((one) => one.name === value)?.id;
      const iteration = field?.iterations.find((one) => one.title === value)?.id;
      setFieldValue(store, item(name, repository, number), field?.id, option ?? iteration ?? value);
    },
    view: (name) => toProjectView(project(name)),
    all: () => [...store.projects.values()].map(toProjectView),
  };
}
