import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { expectLegalTraffic, usedPermissions } from "../../support/github-description.ts";
import { REPO, setScene } from "./scene.ts";
import type { Scene } from "./scene.ts";

let scene: Scene;
let comment: number;

beforeEach(async () => {
  scene = await setScene();
  comment = scene.github.world.as("visitor").comment(REPO, scene.number, "An old reminder");
});

afterEach(async () => {
  await scene.github.close();
  expectLegalTraffic(scene.github);
});

const minimized = () => scene.issue().comments.map((each) => each.minimized);

const hide = () =>
  scene.client.graphql<{ minimizeComment: object | null }>(
    `mutation($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) {
       minimizedComment { isMinimized minimizedReason } } }`,
    { id: scene.issue().comments[0]?.nodeId },
  );

const readBack = async () => {
  const { data } = await scene.client.graphql<{ node: object }>(
    "query($id: ID!) { node(id: $id) { ... on IssueComment { isMinimized minimizedReason body } } }",
    { id: scene.issue().comments[0]?.nodeId },
  );
  return data.node;
};

test("a comment is hidden once, however often that is asked, and nothing is sent", async () => {
  const before = scene.github.deliveries.all.length;
  const { updatedAt } = scene.issue();
  scene.later(5);
  for (let time = 1; time <= 3; time += 1)
    expect(await hide()).toEqual({
      data: {
        minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: "outdated" } },
      },
    });
  expect(minimized()).toEqual(["outdated"]);
  expect(scene.issue()).toMatchObject({ updatedAt, timeline: [] });
  expect(scene.github.deliveries.all).toHaveLength(before);
  expect(usedPermissions(scene.github.calls.all)).toEqual({ issues: "write" });
});

test("a hidden comment is still read, until a person shows it again", async () => {
  const { world } = scene.github;
  await hide();
  const body = "An old reminder";
  expect(await readBack()).toEqual({ isMinimized: true, minimizedReason: "outdated", body });
  world.as("tri").unminimizeComment(REPO, scene.number, comment);
  world.as("tri").unminimizeComment(REPO, scene.number, comment);
  expect(minimized()).toEqual([null]);
  expect(await readBack()).toEqual({ isMinimized: false, minimizedReason: null, body });
});

test("only people with triage rights, and apps that may write issues, hide comments", async () => {
  const { world } = scene.github;
  expect(() => world.as("visitor").minimizeComment(REPO, scene.number, comment, "spam")).toThrow(
    "Must have triage rights",
  );
  const weak = await setScene({ metadata: "read", issues: "read" });
  weak.github.world.as("visitor").comment(REPO, weak.number, "An old reminder");
  const id = weak.issue().comments[0]?.nodeId;
  const { errors } = await weak.client.graphql(
    "mutation($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { clientMutationId } }",
    { id },
  );
  expect(errors?.[0]).toMatchObject({ type: "FORBIDDEN", path: ["minimizeComment"] });
  expect(weak.issue().comments[0]?.minimized).toBeNull();
  await weak.github.close();
  expect(minimized()).toEqual([null]);
});
