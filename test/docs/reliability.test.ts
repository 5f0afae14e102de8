import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "@jest/globals";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(join(root, "docs/reliability.md"), "utf8");

/** The last cell of each row that promises something. */
const shownBy = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
  .map((line) => line.split(" | ").at(-1) ?? "")
  .filter((cell) => !cell.startsWith("shown by"));

const FOLDERS = "(?:e2e|config|decide|incident|integrations|messages|reconcile|reminders)";
const NAMED = new RegExp(`\`(${FOLDERS}/[\\w*/-]+)\``, "g");

it("each promise names tests, and they are there", () => {
  expect(shownBy.length).toBeGreaterThan(30);
  for (const cell of shownBy) {
    const names = [...cell.matchAll(NAMED)].flatMap(([, name]) => name ?? []);
    expect({ cell, count: names.length }).not.toEqual({ cell, count: 0 });
    for (const name of names) {
      const pattern = join(root, "test", `${name}.test.ts`);
      const isThere = name.includes("*") ? globSync(pattern).length > 0 : existsSync(pattern);
      expect({ name, isThere }).toEqual({ name, isThere: true });
    }
  }
});
