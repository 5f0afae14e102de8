import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { PAGES } from "./docs/pages.ts";

// Writes what the docs say of the code from the code; the tests hold the files against the same functions.
for (const { path, write } of PAGES) {
  const file = new URL(`../${path}`, import.meta.url);
  writeFileSync(file, write(existsSync(file) ? readFileSync(file, "utf8") : ""));
}
