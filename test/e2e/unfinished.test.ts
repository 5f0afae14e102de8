import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();

test("play", async () => {
  const scene = await createScene();
  const first = await scene.open({
    title: "Storage quota is full",
    body: "Hub: utoronto\n",
    labels: ["incident"],
  });
  await scene.say("ana", first, "/action @bo Alert before the storage is full");
  await scene.say("ana", first, "/resolve");
  scene.forget();
  const second = await scene.open({
    title: "[Incident] No storage left",
    body: "### Hub\n\nutoronto\n",
    labels: ["incident"],
  });
  console.log(
    scene.cost(),
    scene.github.calls.all.map((c) => `${c.method} ${c.path}`),
  );
  console.log(scene.notices(second).join("\n=====\n"));
  expect(REPO).toBe("x");
});
