import type { PhaseName } from "./phases.ts";

/** A project on GitHub. */
export interface ProjectPlace {
  readonly owner: string;
  /** Whose it is; null: not said, so GitHub is asked what kind of account the owner is. */
  readonly ownedBy: "organization" | "user" | null;
  readonly number: number;
  /** Where its page is, such as `https://github.com`; null: not said. */
  readonly server: string | null;
}

/** Values by the names of a project's fields, as a team writes them: an option's or iteration's name, a number, a date, a text. */
export type ProjectFields = Readonly<Record<string, string | number>>;

/** What the item of an incident can follow: its phases, and that its issue is closed. */
export type ProjectPhase = PhaseName | "closed";

/** The team's backlog: a project, and what is set on the item of an incident there. */
export interface ProjectPolicy extends ProjectPlace {
  /** Set when the incident comes into the project, for whatever reason. */
  readonly onAdd: ProjectFields;
  /** Set when it escalates. */
  readonly onEscalate: ProjectFields;
  /** Set when a phase begins, as long as it is the phase. */
  readonly phases: Readonly<Partial<Record<ProjectPhase, ProjectFields>>>;
}

/** The address of a project's page. An owner of whom it is not said what they are is taken for an organization. */
export const projectUrl = ({ owner, number, ownedBy }: ProjectPlace, server: string): string =>
  `${server}/${ownedBy === "user" ? "users" : "orgs"}/${owner}/projects/${number}`;

/** A project's name for people: `acme/3`, by its owner and its number. */
export const projectName = ({ owner, number }: ProjectPlace): string => `${owner}/${number}`;
