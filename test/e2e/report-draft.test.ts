import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

const pulls = (scene: Scene) => scene.github.world.pullRequests(REPO);

test("a resolved incident has a draft pull request with its facts, from a branch of its name", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/note the disk is full");
  await scene.say("ana", number, "/resolve the disk is bigger now");
  const [pull, ...others] = pulls(scene);
  expect(others).toEqual([]);
  expect(pull).toMatchObject({
    branch: `incident-report/hubs-${number}`,
    isDraft: true,
    state: "open",
    title: expect.stringMatching(/^Incident report: /),
  });
  expect(pull?.files).toMatchObject([
    { path: expect.stringMatching(/^incident-reports\/.*\.md$/) },
  ]);
  expect(pull?.files[0]?.text).toContain("the disk is full");
  expect(pull?.body).toContain("@ana");
});
