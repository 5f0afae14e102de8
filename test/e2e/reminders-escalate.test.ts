import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;

test("half an hour after the declaration, help is called, once, and hidden when it is over", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.wind(29 * MINUTE);
  expect(scene.notices(number)).toEqual([]);
  await scene.wind(MINUTE);
  expect(scene.notices(number)).toEqual([
    expect.stringMatching(/^\*\*Help is needed:\*\* 30 min have passed/),
  ]);
  await scene.wind(60 * MINUTE);
  expect(scene.notices(number).filter((text) => text.includes("Help is needed"))).toHaveLength(1);
  await scene.say("ana", number, "/mitigated");
  const comments = scene.issue(number).comments.filter((one) => one.body.includes("Help is"));
  expect(comments.map(({ minimized }) => minimized)).toEqual(["outdated"]);
});

test("an incident that is taken up again counts anew, and says nothing of the time between", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.wind(40 * MINUTE);
  scene.as("ana").removeLabel(REPO, number, "incident");
  await scene.settle();
  const help = (): readonly (string | null)[] =>
    scene
      .issue(number)
      .comments.filter((one) => one.body.includes("Help is"))
      .map(({ minimized }) => minimized);
  expect(help()).toEqual(["outdated"]);
  await scene.wind(24 * 60 * MINUTE);
  scene.as("ana").addLabel(REPO, number, "incident");
  await scene.settle();
  expect(help()).toEqual(["outdated"]);
  expect(scene.notices(number).join()).not.toContain("away");
  await scene.wind(31 * MINUTE);
  expect(help()).toEqual(["outdated", null]);
});
