import type { World } from "../github/index.ts";
import { readTemplate } from "./read-template.ts";
import type { IssueTemplate } from "./template.ts";

/** The names under which this project ships its templates. */
const FILES = ["incident.yml", "incident.md"];

/** The repository's templates that the page offers, the form first. */
export function listTemplates(world: World, repository: string): readonly IssueTemplate[] {
  return FILES.flatMap((file) => readTemplate(world, repository, file) ?? []);
}
