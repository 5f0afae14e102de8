import { expect, test } from "@jest/globals";
import { BACKLOG, items, OWN_POLICY, valueOf, withBacklog } from "./backlog-scene.ts";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test("an item that people move by hand stays there until something else happens", async () => {
  const { scene, number } = await withBacklog(createScene);
  const { projects } = scene.github.world;
  await scene.say("bo", number, "/escalate");
  projects.set(BACKLOG, REPO, number, "Status", "In progress");
  projects.set(BACKLOG, REPO, number, "Kind", "Feature");
  await scene.say("bo", number, "/note taken on");
  await scene.stop();
  await scene.start();
  await scene.wind(60 * MINUTE);
  expect(valueOf(scene, number, "Status")).toBe("In progress");
  await scene.say("ana", number, "/mitigated");
  expect(valueOf(scene, number, "Status")).toBe("In review");
  expect(valueOf(scene, number, "Kind")).toBe("Feature");
});

test("an item that people take out stays out, until it is asked for anew", async () => {
  const { scene, number } = await withBacklog(createScene);
  await scene.say("bo", number, "/backlog");
  scene.github.world.projects.removeIssue(BACKLOG, REPO, number);
  await scene.say("ana", number, "/mitigated");
  await scene.say("ana", number, "/note it was taken out");
  expect(items(scene)).toEqual([]);
  expect(scene.status(number)).not.toContain("Backlog");
  await scene.say("ana", number, "/backlog");
  expect(valueOf(scene, number, "Status")).toBe("In review");
  expect(valueOf(scene, number, "Kind")).toBe("Incident");
});

test("it is put back at once where somebody took it out since", async () => {
  const { scene, number } = await withBacklog(createScene);
  await scene.say("bo", number, "/backlog");
  scene.github.world.projects.removeIssue(BACKLOG, REPO, number);
  await scene.say("bo", number, "/backlog");
  expect(valueOf(scene, number, "Status")).toBe("In progress");
});

test("an outsider's `/backlog` does nothing", async () => {
  const { scene, number } = await withBacklog(createScene);
  await scene.say("zed", number, "/backlog");
  await scene.say("cleo", number, "/backlog");
  expect(items(scene)).toEqual([]);
});

test("a policy that names a project only later is gone by in open incidents, and not in those that are over", async () => {
  const { scene, number } = await withBacklog(createScene, "");
  const over = await scene.incident();
  await scene.say("bo", number, "/escalate");
  await scene.say("bo", over, "/escalate");
  await scene.say("ana", over, "/cancel it was none");
  scene.as("ana");
  scene.github.world.setFile(REPO, ".github/sitrep.yml", OWN_POLICY);
  await scene.settle();
  expect(items(scene).map((item) => item.number)).toEqual([number]);
});

test("another project in the policy gets the incident too, from the time of the change", async () => {
  const { scene, number } = await withBacklog(createScene);
  const { world } = scene.github;
  world.projects.add({ owner: "acme", title: "Other", fields: [] });
  await scene.say("bo", number, "/escalate");
  world.setFile(REPO, ".github/sitrep.yml", "project: { owner: acme, number: 2 }\n");
  await scene.settle();
  expect(world.projects.view("acme/2").items).toHaveLength(1);
  expect(items(scene)).toHaveLength(1);
});

test("an incident that is closed is followed to the end, and `current` means the sprint of the day", async () => {
  const policy = `reminders: { escalate: off }\ncloseGate: off\n${OWN_POLICY}    closed: { Status: Todo, Sprint: current }\n`;
  const { scene, number } = await withBacklog(createScene, policy);
  await scene.say("bo", number, "/backlog");
  expect(valueOf(scene, number, "Sprint")).toBe("Sprint 9");
  await scene.wind(12 * DAY);
  scene.as("ana").close(REPO, number);
  await scene.settle();
  expect(items(scene)[0]?.fields).toMatchObject({ Status: "Todo", Sprint: "Sprint 10" });
});
