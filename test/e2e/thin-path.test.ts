import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createScene, type Scene } from "./scene.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await createScene();
});
afterEach(() => scene.close());

test("a label declares an incident: section, labels, assignee, one status comment", async () => {
  const number = await scene.incident("The hub is down.\n");
  const issue = scene.issue(number);
  expect(issue.body.startsWith("The hub is down.\n")).toBe(true);
  expect(issue.body).toContain("- **Incident Commander:** @ana\n");
  expect(issue.labels.toSorted()).toEqual(["SEV-4", "incident", "incident: investigating"]);
  expect(issue.assignees).toEqual(["ana"]);
  expect(scene.status(number)).toContain("Incident Commander");
  expect(issue.comments.map((comment) => comment.pinned)).toEqual([true]);
  await scene.expectSettled();
});

test("a command costs one read and one write once the rights are known", async () => {
  const number = await scene.incident();
  scene.forget();
  await scene.say("ana", number, "/commander me");
  expect(scene.cost()).toEqual({ reads: 1, writes: 1 });
  expect(scene.receipts(number, "/commander")).toEqual(["+1"]);
  await scene.expectSettled();
});
