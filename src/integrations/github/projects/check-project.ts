import { projectName, type ProjectPolicy } from "../../../incident/project.ts";
import type { ProbotOctokit } from "probot";
import { createClient } from "../create-client.ts";
import { createProjectAccess, createProjectMemory } from "./project-access.ts";
import { findField } from "./read-fields.ts";
import { toProjectValue } from "./to-value.ts";

/** A check of a project: the installations by their owners, and how to speak for one. */
export interface ProjectCheck {
  readonly installations: readonly { readonly id: number; readonly owner: string }[];
  readonly octokitOf: (installation: number) => Promise<ProbotOctokit>;
  /** Base of the web pages of the GitHub that Sitrep is on. */
  readonly server: string;
  /** ms since the epoch. */
  readonly now: () => number;
}

type Value = readonly [field: string, value: string | number];

function valuesOf({ onAdd, onEscalate, phases }: ProjectPolicy): readonly Value[] {
  return [onAdd, onEscalate, ...Object.values(phases)].flatMap((fields) => Object.entries(fields));
}

const listed = (names: readonly string[]): string => [...new Set(names)].join(", ");

/**
 * Whether Sitrep sees the project of a policy, with all fields and values that the policy names. Reads only. Rejects with a
 * sentence that says what to do; it holds no words but the policy's.
 */
export async function checkProject(project: ProjectPolicy, check: ProjectCheck): Promise<void> {
  const { server, now } = check;
  const name = projectName(project);
  if (project.server !== null && project.server !== server) {
    throw new Error(`The project ${name} is on ${project.server}, and Sitrep on ${server}.`);
  }
  const owner = project.owner.toLowerCase();
  const there = check.installations.find((one) => one.owner.toLowerCase() === owner);
  if (there === undefined) {
    throw new Error(
      `The policy names the project ${name}, and the App is not installed at ${project.owner}. Install it there, or name a project of an owner where it is.`,
    );
  }
  const client = createClient({
    installation: there.id,
    octokit: () => check.octokitOf(there.id),
    forgetToken: () => undefined,
    now,
  });
  const access = createProjectAccess(client, createProjectMemory(now));
  const fields = await access.within(project, access.readFields);
  const values = valuesOf(project);
  const missing = values.filter(([field]) => findField(fields, field) === null);
  if (missing.length > 0) {
    const names = listed(missing.map(([field]) => field));
    throw new Error(
      `The project ${name} has no field ${names}. Add it there, or correct its name.`,
    );
  }
  const unfit = values.filter(([field, value]) => {
    const known = findField(fields, field);
    return known !== null && "problem" in toProjectValue(known, { value, at: now() }, now());
  });
  if (unfit.length > 0) {
    const all = listed(unfit.map(([field, value]) => `${field}: ${value}`));
    throw new Error(`The project ${name} does not take ${all}. See docs/backlog.md.`);
  }
}
