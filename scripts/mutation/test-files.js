import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const ROOMS = ["commands", "decide", "reminders", "incident"];

/** They run last: where a quick test fails, they need not run at all. */
const SLOW = /properties|oracle|rights-are-asked/;

/** They count the words of a source file, which Stryker has rewritten. */
const READ_SOURCE = ["decide/rules.test.ts"];

/**
 * The unit tests of the pure rooms, relative to `test/`, in the order in which they run.
 *
 * `source` is the file (relative to `src/`) of a mutant that takes effect while modules are loaded, such as one in a
 * table or in a regular expression. Which tests meet it cannot be known; it gets the quick ones of its own folder, those of
 * its own name first, so the figure can only be too low.
 */
export function testFiles(tests, source) {
  const files = readdirSync(tests, { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      ROOMS.includes(file.split("/")[0]) &&
      file.endsWith(".test.ts") &&
      !READ_SOURCE.includes(file),
  );
  const quick = files.filter((file) => !SLOW.test(file));
  if (source === null) return [...quick, ...files.filter((file) => SLOW.test(file))];
  const folders = foldersOf(dirname(source));
  const near = quick.filter((file) => folders.includes(dirname(file)));
  const own = `${basename(source, ".ts")}.test.ts`;
  const isOwn = (file) => basename(file) === own;
  const found = near.length > 0 ? near : quick;
  return [...found.filter(isOwn), ...found.filter((file) => !isOwn(file))];
}

/** The source files of the pure rooms in the project at `root`. */
export function sourceFiles(root) {
  const src = join(root, "src");
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => ROOMS.includes(file.split("/")[0]) && file.endsWith(".ts"))
    .map((file) => join(src, file));
}

/** The folders of `test/` that know a folder of `src/`: the words of an incident are known by what they do. */
function foldersOf(folder) {
  if (folder === "incident") return ["incident", "commands", "decide", "reminders"];
  return folder.startsWith("decide/") ? ["decide"] : [folder];
}
