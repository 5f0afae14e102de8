import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { REPO, setScene } from "./scene.ts";
import type { Scene } from "./scene.ts";

const TARGET = "acme/infrastructure";

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
  const { world } = scene.github;
  world.addRepository({ owner: "acme", name: "infrastructure", labels: ["Incident"] });
  world.setPermission(TARGET, "bo", "write");
  world.setCovered(scene.installation, TARGET, true);
  world.as("bo").openIssue(TARGET, { title: "Something else" });
});

afterEach(async () => {
  await scene.github.close();
  expectLegalTraffic(scene.github);
});

const bo = () => scene.github.world.as("bo");
const transfer = () => bo().transferIssue(REPO, scene.number, TARGET);

const readIssue = async (name: string, number: number) => {
  const { data, errors } = await scene.client.graphql<{ repository: { issue: object | null } }>(
    `query($name: String!, $number: Int!) { repository(owner: "acme", name: $name) { issue(number: $number) {
       number title comments(first: 5) { nodes { body author { login } } }
       timelineItems(last: 1) { nodes { __typename ... on TransferredEvent { fromRepository { name } issue { number } } } } } } }`,
    { name, number },
  );
  return errors?.[0]?.type ?? data.repository.issue;
};

test("a transferred issue is another issue in the other repository, with its whole thread", async () => {
  const { world } = scene.github;
  bo().addLabel(REPO, scene.number, "incident");
  bo().addLabel(REPO, scene.number, "SEV-1");
  for (const login of ["ana", "bo"]) bo().assign(REPO, scene.number, login);
  const id = world.as("visitor").comment(REPO, scene.number, "/incident");
  bo().react(REPO, scene.number, "eyes", id);
  bo().editBody(REPO, scene.number, "Help!");
  const before = scene.issue();
  const number = transfer();
  expect(number).toBe(2);
  const after = world.issue(TARGET, number);
  expect(after).toMatchObject({
    title: "Hub down",
    body: "Help!",
    author: "visitor",
    createdAt: before.createdAt,
    labels: ["Incident"],
    assignees: ["bo"],
    edits: before.edits,
    comments: [
      { author: "visitor", body: "/incident", reactions: [{ login: "bo", content: "eyes" }] },
    ],
  });
  expect(after.timeline.map(({ type }) => type)).toEqual([
    ...before.timeline.map(({ type }) => type),
    "TransferredEvent",
  ]);
  expect(after.timeline.at(-1)?.subject).toBe(REPO);
  expect([after.nodeId, after.id, after.comments[0]?.nodeId]).not.toEqual([
    before.nodeId,
    before.id,
    before.comments[0]?.nodeId,
  ]);
  expect(await readIssue("infrastructure", number)).toMatchObject({
    comments: { nodes: [{ body: "/incident", author: { login: "visitor" } }] },
    timelineItems: {
      nodes: [
        {
          __typename: "TransferredEvent",
          fromRepository: { name: "support" },
          issue: { number },
        },
      ],
    },
  });
});

test("the old number and the old ids are not found, and REST leads to the new place", async () => {
  const { world } = scene.github;
  world.as("visitor").comment(REPO, scene.number, "Still down");
  const old = scene.issue();
  const number = transfer();
  expect(() => scene.issue()).toThrow("Not Found");
  expect(await readIssue("support", scene.number)).toBe("NOT_FOUND");
  for (const id of [old.nodeId, old.comments[0]?.nodeId]) {
    const { errors } = await scene.client.graphql("query($id: ID!) { node(id: $id) { id } }", {
      id,
    });
    expect(errors?.[0]?.type).toBe("NOT_FOUND");
  }
  const path = `/repos/${REPO}/issues/${scene.number}`;
  expect(await scene.client.rest("GET", path)).toMatchObject({ status: 200, body: { number } });
  const comments = await scene.client.rest("GET", `${path}/comments?per_page=5`);
  expect(comments.body).toMatchObject([{ body: "Still down" }]);
  const [moved, there] = scene.github.calls.all.slice(-2);
  expect(moved).toMatchObject({ status: 301, path: `${path}/comments?per_page=5` });
  expect(moved?.responseBody).toMatchObject({ message: "Moved Permanently" });
  expect(there?.path).toBe(`/repos/${TARGET}/issues/${number}/comments?per_page=5`);
  expect(bo().openIssue(REPO, { title: "Next" })).toBe(scene.number + 1);
});

test("whoever may not look at the new place is told nothing of it", async () => {
  const { world } = scene.github;
  world.setPrivate(TARGET, true);
  transfer();
  world.setCovered(scene.installation, TARGET, false);
  const path = `/repos/${REPO}/issues/${scene.number}`;
  expect((await scene.client.rest("GET", path)).status).toBe(404);
});

test("the app is told that the issue left, and that it came", () => {
  const before = scene.github.deliveries.all.length;
  const number = transfer();
  const there = { name: "infrastructure" };
  expect(scene.github.deliveries.all.slice(before).map(({ payload }) => payload)).toMatchObject([
    {
      action: "transferred",
      issue: { number: scene.number },
      repository: { full_name: REPO },
      changes: { new_issue: { number }, new_repository: there },
    },
    {
      action: "opened",
      issue: { number },
      repository: there,
      changes: { old_issue: { number: scene.number }, old_repository: { full_name: REPO } },
    },
  ]);
});

test("sub-issues go with it, and its parent keeps it", () => {
  const { world } = scene.github;
  const [parent, child] = ["Parent", "Child"].map((title) => bo().openIssue(REPO, { title })) as [
    number,
    number,
  ];
  bo().addSubIssue(REPO, parent, scene.number);
  bo().addSubIssue(REPO, scene.number, child);
  const number = transfer();
  expect(world.issue(REPO, parent).subIssues).toEqual([number]);
  expect(world.issue(TARGET, number).subIssues).toEqual([child]);
  bo().close(TARGET, number);
});

test("an issue moves only for people who may write in both, between repositories of one owner, and never out of privacy", () => {
  const { world } = scene.github;
  expect(() => world.as("tri").transferIssue(REPO, scene.number, TARGET)).toThrow("write rights");
  expect(() => world.as("ana").transferIssue(REPO, scene.number, TARGET)).toThrow("write rights");
  expect(() => bo().transferIssue(REPO, scene.number, REPO)).toThrow("there already");
  world.addRepository({ owner: "other", name: "support" });
  world.setPermission("other/support", "bo", "write");
  expect(() => bo().transferIssue(REPO, scene.number, "other/support")).toThrow("one owner");
  world.setPrivate(REPO, true);
  expect(transfer).toThrow("private");
  world.setPrivate(TARGET, true);
  expect(transfer()).toBe(2);
});
