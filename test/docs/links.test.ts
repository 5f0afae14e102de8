import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";

const root = fileURLToPath(new URL("../../", import.meta.url));

const below = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join(folder, path));

const PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...below("docs"), ...below("src")];

/** What GitHub makes of a heading, so that a link can name it. */
const toAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => toAnchor(heading));

/** Links of a page that lead nowhere in this project; links to other sites are not followed. */
function deadLinks(page: string): readonly string[] {
  const text = readFileSync(join(root, page), "utf8");
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : join(dirname(page), path);
    if (!existsSync(join(root, target))) return true;
    if (anchor === undefined) return false;
    return !anchorsOf(readFileSync(join(root, target), "utf8")).includes(anchor);
  });
}

describe("the links of the docs", () => {
  it.each(PAGES)("lead somewhere: %s", (page) => {
    expect(deadLinks(page)).toEqual([]);
  });

  it("name every decision in their list", () => {
    const list = readFileSync(join(root, "docs/decisions/README.md"), "utf8");
    const files = readdirSync(join(root, "docs/decisions")).filter((file) => /^\d{4}-/.test(file));
    expect(files.filter((file) => !list.includes(`(${file})`))).toEqual([]);
  });
});
