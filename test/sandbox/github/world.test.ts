import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { REPO, setScene } from "./scene.ts";
import type { Scene } from "./scene.ts";

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
});

afterEach(async () => {
  await scene.github.close();
  expectLegalTraffic(scene.github);
});

test("people can only do what GitHub lets them", () => {
  const { number, issue } = scene;
  const { world } = scene.github;
  const visitor = world.as("visitor");
  const theirs = world.as("ana").comment(REPO, number, "Mine");
  expect(() => visitor.addLabel(REPO, number, "incident")).toThrow("Must have triage rights");
  expect(() => visitor.assign(REPO, number, "bo")).toThrow("Must have triage rights");
  expect(() => visitor.editComment(REPO, number, theirs, "X")).toThrow("Must have write rights");
  expect(() => visitor.deleteIssue(REPO, number)).toThrow("Must have admin rights");
  visitor.editBody(REPO, number, "Own issue, own words");
  visitor.close(REPO, number);
  world.as("tri").reopen(REPO, number);
  expect(() => world.as("tri").editBody(REPO, number, "X")).toThrow("Must have write rights");
  expect(issue()).toMatchObject({ body: "Own issue, own words", state: "open", labels: [] });
});

test("an outsider's own labels are dropped, those of the form are put on", () => {
  const { world } = scene.github;
  const visitor = world.as("visitor");
  const dropped = visitor.openIssue(REPO, { title: "A", labels: ["incident"] });
  const formed = visitor.openIssue(REPO, { title: "B", formLabels: ["incident", "none"] });
  expect(world.issue(REPO, dropped).labels).toEqual([]);
  expect(world.issue(REPO, formed).labels).toEqual(["incident"]);
});

test("a private repository is not there for others, and a view does not follow later changes", () => {
  const { github, number, issue } = scene;
  const { world } = github;
  world.addRepository({ owner: "acme", name: "secret", private: true });
  expect(world.permission("acme/secret", "visitor")).toBe("none");
  expect(() => world.as("visitor").openIssue("acme/secret", { title: "A" })).toThrow("Not Found");
  const before = issue();
  world.as("ana").comment(REPO, number, "Later");
  expect(before.comments).toEqual([]);
  expect(issue().comments).toHaveLength(1);
  expect(world.file(REPO, ".github/sitrep.yml")).toBe("preset: 2i2c-2022\n");
});

test("an issue has one pinned comment", () => {
  const { github, number, issue } = scene;
  const ana = github.world.as("ana");
  for (const body of ["a", "b"]) ana.pinComment(REPO, number, ana.comment(REPO, number, body));
  expect(issue().comments.map(({ pinned }) => pinned)).toEqual([false, true]);
});
