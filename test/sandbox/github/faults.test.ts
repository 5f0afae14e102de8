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

const comment = (body: string) =>
  scene.client.rest("POST", `/repos/${REPO}/issues/${scene.number}/comments`, { body });
const bodies = () => scene.issue().comments.map(({ body }) => body);

test("calls can be made to fail before anything takes place", async () => {
  const headers = { "retry-after": "7" };
  scene.github.faults.failNext(2, { status: 429, headers });
  const first = await comment("one");
  expect([first.status, first.headers.get("retry-after")]).toEqual([429, "7"]);
  expect((await comment("two")).status).toBe(429);
  expect((await comment("three")).status).toBe(201);
  expect(bodies()).toEqual(["three"]);
  expect(scene.github.calls.all.filter(({ faulty }) => faulty)).toHaveLength(2);
});

test("an answer can be lost after all took place", async () => {
  const { faults } = scene.github;
  faults.failNext(1, { status: 502, when: "after" });
  expect((await comment("one")).status).toBe(502);
  faults.failNext(1, { status: "drop", when: "after" });
  await expect(comment("two")).rejects.toThrow("fetch failed");
  expect(bodies()).toEqual(["one", "two"]);
  expect(scene.github.calls.all.at(-1)).toMatchObject({ status: null, faulty: true });
});

test("only some calls can be made to fail, and for a time", async () => {
  const { faults } = scene.github;
  faults.failNext(1, { status: 500, match: ({ kind }) => kind === "write" });
  expect((await scene.client.rest("GET", `/repos/${REPO}`)).status).toBe(200);
  expect((await comment("one")).status).toBe(500);
  faults.failFor(60_000, { status: 503 });
  expect((await comment("two")).status).toBe(503);
  scene.later(2);
  expect((await comment("three")).status).toBe(201);
  faults.failNext(9, { status: 500 });
  faults.reset();
  expect((await comment("four")).status).toBe(201);
});

test("answers can be held back", async () => {
  scene.github.faults.delayAnswers(60);
  const start = performance.now();
  await comment("one");
  expect(performance.now() - start).toBeGreaterThanOrEqual(55);
});

test("somebody can come in just before a call takes place", async () => {
  const { github, number, issue } = scene;
  github.faults.beforeNext(
    ({ operationId }) => operationId === "issues/create-comment",
    () => github.world.as("bo").editBody(REPO, number, "Bo was faster"),
  );
  await comment("one");
  await comment("two");
  expect(issue()).toMatchObject({ body: "Bo was faster", edits: [{ body: "Help" }, {}] });
});
