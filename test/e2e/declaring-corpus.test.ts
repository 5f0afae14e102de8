import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { readFields, withoutSection } from "../../src/incident/fields/index.ts";
import { corpus, expected } from "../incident/fields/corpus.ts";
import { useScenes } from "./scene.ts";

const createScene = useScenes();

// The logins of the corpus are of its own: they are people with rights here.
const LOGINS = [
  ...new Set(
    Object.values(expected).flatMap(({ commander, liaison, experts }) => [
      commander,
      liaison,
      ...experts.map(([login]) => login),
    ]),
  ),
].filter((login) => login !== null);

test.each(corpus)(
  "%s is an opening: the section is put in once, and nothing else is touched",
  async (name, body) => {
    const scene = await createScene();
    for (const login of LOGINS) {
      scene.github.world.addUser({ login });
      scene.github.world.setPermission("acme/hubs", login, "write");
    }
    const number = await scene.incident(body);
    const after = scene.issue(number).body;
    expect(after.match(/^<!-- sitrep:section /gm)).toHaveLength(1);
    expect(after.match(/^<!-- \/sitrep:section -->/gm)).toHaveLength(1);
    const wanted = expected[name];
    const read = readFields(after);
    const before = readFields(body);
    expect(read.commander).toBe(
      wanted?.commander ??
        (before.problems.some((one) => one.field === "commander") ? null : "ana"),
    );
    expect(read.experts).toEqual(before.experts);
    expect(read.tickets).toEqual(before.tickets);
    // Line by line: what stood there still does, but for values of fields that Sitrep filled in.
    const kept = withoutSection(after).split("\n");
    const changed = body.split("\n").filter((line, index) => line !== kept[index]);
    for (const line of changed) expect(line).toMatch(/:|\||^\s*$|_No response_/);
    expect(kept).toHaveLength(body.split("\n").length);
  },
);

const folder = new URL("../../.github/ISSUE_TEMPLATE/", import.meta.url);
const templates = readdirSync(folder).filter((name) => name.endsWith(".md"));

test.each(templates)("the template %s as it is, is an opening without loss", async (name) => {
  const body = readFileSync(new URL(name, folder), "utf8").replace(/^---\n[^]*?\n---\n/, "");
  const scene = await createScene();
  const number = await scene.incident(body);
  expect(readFields(scene.issue(number).body).commander).toBe("ana");
  expect(scene.issue(number).body.match(/Incident Commander:/g)).toHaveLength(1);
});
