import { expect, test } from "@jest/globals";
import { liveIn } from "../support/markdown.ts";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const FILE = ".github/sitrep.yml";
const LETTERS = "abcdefghij".split("");

const BOMB = [
  "a: &a [x,x,x,x,x,x,x,x,x]",
  ...LETTERS.slice(1).map((name, n) => `${name}: &${name} [*${LETTERS[n]},*${LETTERS[n]}]`),
].join("\n");

const MARKS = '<!-- sitrep:record {"incident":{}} --> <!-- sitrep:post remind/x/y/0 -->';

test.each<[string, string, string]>([
  ["65,536 characters of one word", "x".repeat(65_536), "line 1, column 1"],
  ["65,536 characters of a name", `severities: [${"y".repeat(65_520)}]`, "line 1, column 14"],
  ["as many unknown fields as fit", "k: 1\n".repeat(9000), "line 2"],
  ["a YAML bomb", BOMB, "The file uses an anchor (&name) or an alias"],
  ["depth without end", "[".repeat(60_000), "line 1"],
  ["wrong types all over", "labels: {}\nroles: []\nrights: 5\npeople: no\nsteward: [[]]", "line 1"],
  ["words that are nearly right", "lables: [incident]\nright: write", "Did you mean “labels”?"],
  ["what looks like Sitrep's own marks", `rights: '${MARKS}'`, "line 1, column 1"],
  ["names that call people", "rights: '@acme/everyone @ana #1 <!channel>'", "“rights”"],
  ["bytes that are no text", "labels: [\u0000\u0007\uFFFD\u202E]", "line 1"],
  ["prototypes", "__proto__: { rights: triage }", "is no field of the policy"],
])("a policy file of %s stops nothing, and says where it is wrong", async (_, text, place) => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.world.setFile(REPO, FILE, text);
  await scene.settle();
  expect(scene.status(number)).toContain("The preset serves");
  expect(scene.posts(number).join("\n")).toContain(place);
  await scene.say("ana", number, "/commander @bo");
  expect(scene.status(number)).toContain("| Incident Commander | bo |");
  const said = scene.notices(number).filter((post) => post.startsWith("**The policy file has"));
  expect(said).toHaveLength(1);
  expect(liveIn(said.join("\n"))).toEqual([]);
  const own = scene.issue(number).comments.filter(({ author }) => author === "sitrep[bot]");
  for (const { body } of own) {
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.match(/^<!-- sitrep:/gm) ?? []).toHaveLength(1);
  }
});
