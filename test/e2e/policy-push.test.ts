import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const FILE = ".github/sitrep.yml";
const BOSS = "roles: { commander: { title: Boss } }\n";

test("a change of the policy holds for open incidents with the push", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.world.setFile(REPO, FILE, BOSS);
  await scene.settle();
  expect(scene.status(number)).toContain("| Boss | ana |");
  scene.github.world.setFile(REPO, FILE, null);
  await scene.settle();
  expect(scene.status(number)).toContain("| Incident Commander | ana |");
});

test("a push that changes nothing of it costs no request, and closed incidents are left alone", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/cancel no incident");
  scene.forget();
  scene.github.world.setFile(REPO, "README.md", "Hubs\n");
  await scene.settle();
  expect(scene.cost()).toEqual({ reads: 0, writes: 0 });
  scene.github.world.setFile(REPO, FILE, BOSS);
  await scene.settle();
  // Those of the commit's check.
  expect(scene.cost()).toEqual({ reads: 2, writes: 1 });
  scene.github.world.setFile(REPO, FILE, null);
});

test("a change of the owner's policy holds for the open incidents of all their repositories", async () => {
  const scene = await createScene({ running: false });
  scene.github.world.addRepository({ owner: "acme", name: ".github" });
  scene.github.world.setCovered(scene.installation, "acme/.github", true);
  await scene.start();
  const number = await scene.incident();
  scene.github.world.setFile("acme/.github", FILE, BOSS);
  await scene.settle();
  expect(scene.status(number)).toContain("| Boss | ana |");
});

test("a push whose delivery is lost is made up for by the next sweep", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.dropNextDelivery(1);
  scene.github.world.setFile(REPO, FILE, BOSS);
  await scene.settle();
  expect(scene.status(number)).not.toContain("Boss");
  await scene.wind(11 * 60_000);
  expect(scene.status(number)).toContain("| Boss | ana |");
});
