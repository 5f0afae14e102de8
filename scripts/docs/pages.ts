import { betweenMarkers } from "./between-markers.ts";
import { commandsPage, commandsTable } from "./commands.ts";
import { exampleReport } from "./example-report.ts";
import { policyPage } from "./policy.ts";
import { policySchema } from "./policy-schema.ts";
import { settingsTable } from "./settings.ts";

/** A file of which all, or what stands between markers, is made from the code. */
export interface Page {
  readonly path: string;
  /** The file as it has to be, from the file as it is. */
  readonly write: (before: string) => string;
}

const readme = (text: string): string =>
  betweenMarkers(betweenMarkers(text, "commands", commandsTable()), "settings", settingsTable());

/** Every page that `npm run docs` writes; a test holds the files against them. */
export const PAGES: readonly Page[] = [
  { path: "docs/commands.md", write: commandsPage },
  { path: "docs/policy.md", write: policyPage },
  { path: "docs/policy.schema.json", write: policySchema },
  { path: "docs/example-report.md", write: exampleReport },
  { path: "README.md", write: readme },
];
