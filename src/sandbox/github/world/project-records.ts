import type { Account, Issue, Timestamp } from "./records.ts";

/** The kinds of fields that can be set on an item, in GitHub's words. */
export type ProjectFieldKind = "single_select" | "iteration" | "number" | "date" | "text";

/** An option of a single-select field. */
export interface ProjectOption {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

/** A stretch of time; `start` as `2026-03-02`. */
export interface ProjectIteration {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly days: number;
}

/** A field of a project. `title` and `assignees` are kept by GitHub itself. */
export interface ProjectField {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  readonly kind: ProjectFieldKind | "title" | "assignees";
  readonly options: readonly ProjectOption[];
  readonly iterations: readonly ProjectIteration[];
  readonly createdAt: Timestamp;
}

/** An issue in a project. */
export interface ProjectItem {
  readonly typename: "ProjectV2Item";
  readonly id: number;
  readonly nodeId: string;
  readonly project: Project;
  readonly issue: Issue;
  readonly creator: Account;
  readonly createdAt: Timestamp;
  updatedAt: Timestamp;
  /** By the field's id: the option's or iteration's id, the number, the date, the text. */
  readonly values: Map<number, string | number>;
}

/** A project of an organisation or a user, with its board. */
export interface Project {
  readonly typename: "ProjectV2";
  readonly id: number;
  readonly nodeId: string;
  readonly owner: Account;
  readonly number: number;
  readonly title: string;
  readonly createdAt: Timestamp;
  fields: readonly ProjectField[];
  /** In the order in which they were added. */
  items: readonly ProjectItem[];
}
