import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where GitHub looks for issue templates in a repository. */
export const TEMPLATES_PATH = ".github/ISSUE_TEMPLATE";

const PROJECT = join(import.meta.dirname, "../../..");

/** The issue templates that this project ships, by their path in a repository; none where they were not shipped along. */
export function readTemplates(): Readonly<Record<string, string>> {
  const folder = join(PROJECT, TEMPLATES_PATH);
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => /^[\w-]+\.(ya?ml|md)$/.test(name));
  return Object.fromEntries(
    names.map((name) => [`${TEMPLATES_PATH}/${name}`, readFileSync(join(folder, name), "utf8")]),
  );
}
