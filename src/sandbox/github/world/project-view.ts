import type { Project, ProjectItem } from "./project-records.ts";

/** An item of a project as people see it. */
export interface ProjectItemView {
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  /** By the field's name: the option's or iteration's name, the number, the date, the text. */
  readonly fields: Readonly<Record<string, string | number>>;
}

/** A project as people see it. A copy: it does not follow later changes. */
export interface ProjectView {
  readonly owner: string;
  readonly number: number;
  readonly title: string;
  /** The names of its fields' options, for those that have any. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly items: readonly ProjectItemView[];
}

function fieldsOf({ project, values }: ProjectItem): ProjectItemView["fields"] {
  const shown = project.fields.flatMap((field): readonly (readonly [string, string | number])[] => {
    const value = values.get(field.id);
    if (value === undefined) return [];
    const option = field.options.find(({ id }) => id === value)?.name;
    const iteration = field.iterations.find(({ id }) => id === value)?.title;
    return [[field.name, option ?? iteration ?? value]];
  });
  return Object.fromEntries(shown);
}

/** The project as it is now. */
export const toProjectView = (project: Project): ProjectView => ({
  owner: project.owner.login,
  number: project.number,
  title: project.title,
  options: Object.fromEntries(
    project.fields
      .filter(({ kind }) => kind === "single_select")
      .map(({ name, options }) => [name, options.map((option) => option.name)]),
  ),
  items: project.items.map((item) => ({
    repository: `${item.issue.repository.owner.login}/${item.issue.repository.name}`,
    number: item.issue.number,
    title: item.issue.title,
    fields: fieldsOf(item),
  })),
});
