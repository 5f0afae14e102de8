import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { betweenMarkers } from "./docs/between-markers.ts";
import { commandsPage, commandsTable } from "./docs/commands.ts";

// Writes what the docs say of the code from the code; the tests hold the files against the same functions.
const at = (path: string): URL => new URL(`../${path}`, import.meta.url);

writeFileSync(at("docs/commands.md"), commandsPage());

if (existsSync(at("README.md"))) {
  const readme = readFileSync(at("README.md"), "utf8");
  writeFileSync(at("README.md"), betweenMarkers(readme, "commands", commandsTable()));
}
