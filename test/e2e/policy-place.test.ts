import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const FILE = ".github/sitrep.yml";
const OWNERS = "acme/.github";

/** A scene whose owner has a policy for all repositories; the App is installed there as well, or not. */
async function withOwners(text: string, installed = true, own: object = {}): Promise<Scene> {
  const scene = await createScene({ files: { ...own }, running: false });
  scene.github.world.addRepository({ owner: "acme", name: ".github", files: { [FILE]: text } });
  if (installed) scene.github.world.setCovered(scene.installation, OWNERS, true);
  await scene.start();
  return scene;
}

/** The comments about the policy file, and which of them are hidden. */
const told = (scene: Scene, number: number) =>
  scene
    .issue(number)
    .comments.filter(({ body }) => body.startsWith("**The policy file has a mistake**"))
    .map(({ body, minimized }) => ({ body, minimized }));

test("without a file of its own, a repository has the policy of its owner's .github repository", async () => {
  const scene = await withOwners("severities: [bad, worse]\nlabels: [incident, outage]\n");
  const number = await scene.open({ labels: ["outage"] });
  expect(scene.issue(number).labels).toContain("worse");
  expect(scene.status(number)).toContain("Investigating");
});

test("a file of its own holds, and the owner's does not", async () => {
  const own = { [FILE]: "severities: [one, two]\n" };
  const scene = await withOwners("severities: [bad, worse]\n", true, own);
  const number = await scene.incident();
  expect(scene.issue(number).labels).toContain("two");
});

test("an owner's policy that Sitrep may not see is no reason to stop: the preset holds", async () => {
  const scene = await withOwners("severities: [bad, worse]\n", false);
  scene.github.world.setPrivate(OWNERS, true);
  const number = await scene.incident();
  expect(scene.issue(number).labels).toContain("SEV-4");
  expect(told(scene, number)).toEqual([]);
});

test("an incident that nobody heard of is found after a start by the labels of the owner's policy", async () => {
  const scene = await withOwners("labels: [outage]\n");
  await scene.stop();
  const number = scene.as("ana").openIssue(REPO, { title: "Hub is down", labels: ["outage"] });
  await scene.start();
  expect(scene.status(number)).toContain("Investigating");
});

test("the last version without a mistake serves, after a restart too, and the incident is told once what is wrong", async () => {
  const scene = await createScene({ files: { [FILE]: "severities: [bad, worse]\n" } });
  const { world } = scene.github;
  world.setFile(REPO, "README.md", "Hubs\n");
  world.setFile(REPO, FILE, "severities: [bad, worse]\nrights: everybody\n");
  const number = await scene.incident();
  expect(scene.issue(number).labels).toContain("worse");
  expect(scene.status(number)).toContain(
    "`.github/sitrep.yml` of acme/hubs, line 2, column 1: “rights” must be one of write, triage. Its last version without a mistake serves until it is mended.",
  );
  await scene.stop();
  await scene.start();
  await scene.say("ana", number, "/severity bad");
  expect(scene.issue(number).labels).toContain("bad");
  expect(told(scene, number)).toEqual([
    { body: expect.stringContaining("- line 2, column 1: “rights”"), minimized: null },
  ]);
  expect(told(scene, number)[0]?.body).not.toMatch(/(?<![\w\u200B])@\w/);
});

test("each broken version is told of once, the one before is hidden, and when the file is mended all are", async () => {
  const scene = await createScene({ files: { [FILE]: "rights: everybody\n" } });
  const { world } = scene.github;
  const number = await scene.incident();
  world.setFile(REPO, FILE, "rights: nobody\n");
  await scene.say("ana", number, "Better?");
  expect(told(scene, number).map(({ minimized }) => minimized)).toEqual(["outdated", null]);
  world.setFile(REPO, FILE, "rights: write\n");
  await scene.say("ana", number, "Better now?");
  expect(told(scene, number).map(({ minimized }) => minimized)).toEqual(["outdated", "outdated"]);
  expect(scene.status(number)).not.toContain("sitrep.yml");
});

test("an owner's broken policy is told of in the incidents that go by it", async () => {
  const scene = await withOwners("labels: [incident]\n");
  const number = await scene.incident();
  scene.github.world.setFile(OWNERS, FILE, "labels: incident\n");
  await scene.say("ana", number, "Still down.");
  expect(scene.status(number)).toContain("`.github/sitrep.yml` of acme/.github, line 1");
  expect(told(scene, number)).toHaveLength(1);
});

test("a file that was away before it was broken has no last good version: the preset serves", async () => {
  const scene = await createScene({ files: { [FILE]: "severities: [bad, worse]\n" } });
  scene.github.world.setFile(REPO, FILE, null);
  scene.github.world.setFile(REPO, FILE, "rights: everybody\n");
  const number = await scene.incident();
  expect(scene.issue(number).labels).toContain("SEV-4");
  expect(scene.status(number)).toContain("The preset serves until it is mended.");
});

test("a broken policy costs one request more, once", async () => {
  const scene = await createScene({ files: { [FILE]: "rights: everybody\n" } });
  const number = await scene.incident();
  // The first word says that somebody is there, which is written down.
  await scene.say("ana", number, "Looking.");
  scene.forget();
  await scene.say("ana", number, "Nothing new.");
  expect(scene.cost()).toEqual({ reads: 1, writes: 0 });
});

test("an App that may not read files goes by the preset, and all else works", async () => {
  const scene = await createScene({
    files: { [FILE]: "labels: [outage]\n" },
    permissions: { issues: "write", metadata: "read" },
  });
  const number = await scene.incident();
  await scene.say("ana", number, "/commander @bo");
  expect(scene.status(number)).toContain("| Incident Commander | bo |");
  expect(scene.receipts(number, "/commander")).toEqual(["+1"]);
});
