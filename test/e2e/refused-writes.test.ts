import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createScene, REPO, type Scene } from "./scene.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await createScene();
});
afterEach(() => scene.close());

test("a repository that was archived is left alone until a sweep finds it open again", async () => {
  const number = await scene.incident();
  scene.as("ana").comment(REPO, number, "/sme @bo network");
  scene.github.world.setArchived(REPO, true);
  await scene.settle();
  scene.forget();
  await scene.wind(60_000);
  expect(scene.cost().writes).toBe(0);
  scene.github.world.setArchived(REPO, false);
  await scene.wind(20 * 60_000);
  expect(scene.issue(number).body).toContain("@bo (network)");
  expect(scene.posts(number).filter((post) => post.includes("calls you in"))).toHaveLength(1);
  expect(scene.receipts(number, "/sme")).toEqual(["+1"]);
});

test("a status comment that somebody deletes is written anew, and nothing runs twice", async () => {
  const number = await scene.incident();
  await scene.say("ana", number, "/sme @bo network");
  const status = scene.issue(number).comments.find((one) => one.body.includes("sitrep:record"));
  scene.as("ana").deleteComment(REPO, number, status?.id ?? 0);
  await scene.say("ana", number, "/note still here");
  expect(scene.status(number)).toContain("still here");
  expect(scene.status(number)).toMatch(/Subject Matter Expert.*bo/);
  expect(scene.posts(number).filter((post) => post.includes("calls you in"))).toHaveLength(1);
  await scene.expectSettled();
});
