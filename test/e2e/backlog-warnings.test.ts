import { expect, test } from "@jest/globals";
import {
  BACKLOG,
  items,
  OWN_POLICY,
  POLICY,
  PROJECT,
  valueOf,
  withBacklog,
} from "./backlog-scene.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;

const says = (scene: Scene, number: number): readonly string[] =>
  scene
    .status(number)
    .replaceAll("\u200B", "")
    .split("\n")
    .filter((line) => line.startsWith("- Backlog, "))
    .map((line) => line.replace("- Backlog, acme/1: ", "").replace(/ The incident goes on .*/, ""));

/** Everything else goes on. */
async function expectGoingOn(scene: Scene, number: number): Promise<void> {
  await scene.say("ana", number, "/commander @sam");
  expect(scene.issue(number).body).toContain("**Incident Commander:** @sam");
}

test("a field that the project lacks is a warning; the others are set, and it too, once it is there", async () => {
  const { scene, number } = await withBacklog(createScene);
  const { projects } = scene.github.world;
  projects.setField(BACKLOG, "Kind", null);
  await scene.say("bo", number, "/escalate");
  expect(says(scene, number)).toEqual(["The project acme/1 has no field Kind."]);
  expect(valueOf(scene, number, "Status")).toBe("Needs help");
  await expectGoingOn(scene, number);
  await scene.say("ana", number, "/mitigated");
  expect(valueOf(scene, number, "Status")).toBe("In review");
  projects.setField(BACKLOG, "Kind", {
    name: "Kind",
    kind: "single_select",
    options: ["Incident"],
  });
  await scene.wind(11 * MINUTE);
  expect(valueOf(scene, number, "Kind")).toBe("Incident");
  expect(says(scene, number)).toEqual([]);
});

test("an option that the field lacks is a warning that says which there are", async () => {
  const { scene, number } = await withBacklog(
    createScene,
    OWN_POLICY.replace("Needs help", "Help wanted"),
  );
  await scene.say("bo", number, "/escalate");
  expect(says(scene, number)).toEqual([
    "The field Status of the project has no option Help wanted. It has Todo, In progress, Needs help, In review, Done.",
  ]);
  expect(valueOf(scene, number, "Kind")).toBe("Incident");
  // The next phase has an option that is there: nobody waits for the other any more.
  await scene.say("ana", number, "/resolve");
  expect(valueOf(scene, number, "Status")).toBe("Done");
  expect(says(scene, number)).toEqual([]);
});

test("a project that is not there is a warning, and the incident comes there once it is", async () => {
  const { scene, number } = await withBacklog(
    createScene,
    OWN_POLICY.replace("number: 1", "number: 2"),
  );
  await scene.say("bo", number, "/escalate");
  expect(scene.status(number)).toContain(
    "- Backlog, acme/2: GitHub knows no project 2 of acme, or does not show it to Sitrep. Check the number in the policy. The App needs the permission “Projects: read and write” of the organization, which an owner can grant. The incident goes on without, and Sitrep tries again.",
  );
  await expectGoingOn(scene, number);
  scene.github.world.projects.add({ ...PROJECT, title: "The second" });
  await scene.wind(11 * MINUTE);
  expect(scene.github.world.projects.view("acme/2").items).toHaveLength(1);
  expect(scene.status(number)).not.toContain("Backlog, ");
});

test("a permission that nobody granted is a warning that says who can", async () => {
  const permissions = { issues: "write", metadata: "read", contents: "read" } as const;
  const { scene, number } = await withBacklog(createScene, OWN_POLICY, { permissions });
  await scene.say("bo", number, "/escalate");
  expect(says(scene, number)).toEqual([
    "GitHub does not let Sitrep into project 1 of acme. The App needs the permission “Projects: read and write” of the organization, which an owner can grant.",
  ]);
  await expectGoingOn(scene, number);
  expect(items(scene)).toEqual([]);
});

test("a user's project is out of reach, and so is another organization's", async () => {
  const { scene, number } = await withBacklog(createScene, "project: { owner: ana, number: 1 }\n");
  const { world } = scene.github;
  world.projects.add({ owner: "ana", title: "Ana's own", fields: [] });
  await scene.say("bo", number, "/escalate");
  expect(scene.status(number)).toContain(
    "- Backlog, ana/1: GitHub does not let Sitrep into project 1 of ana. An App reaches the projects of an organization; those of a user are that user's own.",
  );
  world.addUser({ login: "stranger", type: "Organization" });
  world.projects.add({ owner: "stranger", title: "Theirs", fields: [] });
  world.setFile(REPO, ".github/sitrep.yml", "project: { owner: stranger, number: 1 }\n");
  await scene.settle();
  expect(scene.status(number)).toContain(
    "- Backlog, stranger/1: GitHub knows no project 1 of stranger",
  );
  expect(world.projects.view("ana/1").items).toEqual([]);
  expect(world.projects.view("stranger/1").items).toEqual([]);
});

test("an owner that nobody has is a warning", async () => {
  const { scene, number } = await withBacklog(
    createScene,
    "project: { owner: nobody-here, number: 1 }\n",
  );
  await scene.say("bo", number, "/backlog");
  expect(scene.status(number)).toContain(
    "- Backlog, nobody-here/1: GitHub knows no project 1 of nobody-here",
  );
});

test("a project on another server than Sitrep's is a warning, and is not asked for here", async () => {
  const { scene, number } = await withBacklog(createScene, POLICY);
  await scene.say("bo", number, "/backlog");
  expect(says(scene, number)).toEqual([
    `The project is on https://github.test, and Sitrep on ${scene.github.url}. It reaches no other.`,
  ]);
  expect(scene.github.calls.all.filter(({ path }) => path.includes("projectsV2"))).toEqual([]);
});

test("the address of the project's page does as well as its owner and number", async () => {
  const { scene, number } = await withBacklog(createScene);
  const url = `${scene.github.url}/orgs/acme/projects/1/views/2`;
  scene.github.world.setFile(REPO, ".github/sitrep.yml", `project: { url: ${url} }\n`);
  await scene.settle();
  await scene.say("bo", number, "/backlog");
  expect(items(scene)).toHaveLength(1);
});

test("hostile names in the policy are words in the status comment, and nothing else", async () => {
  const policy =
    'project: { owner: acme, number: 1, onAdd: { "@acme/team <img>": "[x](http://evil.example) `y`" } }\n';
  const { scene, number } = await withBacklog(createScene, policy);
  await scene.say("bo", number, "/backlog");
  const status = scene.posts(number)[0] ?? "";
  expect(status).toContain("has no field");
  expect(status).not.toContain("@acme/team");
  expect(status).not.toMatch(/(?<!\\)<img>/);
});
