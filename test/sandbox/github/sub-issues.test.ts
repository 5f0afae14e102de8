import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { startEmbeddedGitHub } from "../../support/embedded-github.ts";
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

const ana = () => scene.github.world.as("ana");
const open = (title: string) => ana().openIssue(REPO, { title });
const subIssues = (number: number) => scene.github.world.issue(REPO, number).subIssues;

const read = async () => {
  const { data, errors } = await scene.client.graphql<{ repository: { issue: object } }>(
    `query($number: Int!) { repository(owner: "acme", name: "support") { issue(number: $number) {
       subIssues(first: 10) { totalCount nodes { number title url state parent { number } assignees(first: 3) { nodes { login } } } }
       subIssuesSummary { total completed percentCompleted }
       timelineItems(first: 10, itemTypes: [SUB_ISSUE_ADDED_EVENT, SUB_ISSUE_REMOVED_EVENT]) {
         nodes { __typename ... on SubIssueAddedEvent { actor { login } subIssue { title } } } } } } }`,
    { number: scene.number },
  );
  expect(errors).toBeUndefined();
  return data.repository.issue;
};

test("an issue tells its sub-issues, who has them, and how many are done", async () => {
  const { number, github } = scene;
  const [backups, alerts, docs] = [open("Backups"), open("Alerts"), open("Docs")];
  for (const child of [backups, alerts, docs]) ana().addSubIssue(REPO, number, child);
  ana().assign(REPO, alerts, "bo");
  ana().close(REPO, backups);
  ana().close(REPO, docs, "not_planned");
  ana().removeSubIssue(REPO, number, docs);
  const nodes = [
    { number: backups, title: "Backups", state: "CLOSED", assignees: { nodes: [] } },
    { number: alerts, state: "OPEN", assignees: { nodes: [{ login: "bo" }] }, parent: { number } },
  ];
  const added = { __typename: "SubIssueAddedEvent", actor: { login: "ana" } };
  expect(await read()).toMatchObject({
    subIssues: { totalCount: 2, nodes },
    subIssuesSummary: { total: 2, completed: 1, percentCompleted: 50 },
    timelineItems: {
      nodes: [
        { ...added, subIssue: { title: "Backups" } },
        added,
        added,
        { __typename: "SubIssueRemovedEvent" },
      ],
    },
  });
  expect(github.world.issue(REPO, alerts).timeline).toMatchObject([
    { type: "ParentIssueAddedEvent", actor: "ana", subject: `#${number}` },
    { type: "AssignedEvent" },
  ]);
});

test("an issue without sub-issues is none of nothing", async () => {
  expect(await read()).toEqual({
    subIssues: { totalCount: 0, nodes: [] },
    subIssuesSummary: { total: 0, completed: 0, percentCompleted: 0 },
    timelineItems: { nodes: [] },
  });
});

test("an issue has one parent and is not below itself, and only people with triage rights arrange them", () => {
  const { number, github } = scene;
  const [child, other] = [open("Child"), open("Other")];
  github.world.as("tri").addSubIssue(REPO, number, child);
  expect(() => ana().addSubIssue(REPO, other, child)).toThrow("only have one parent");
  expect(() => ana().addSubIssue(REPO, child, number)).toThrow("below itself");
  expect(() => ana().addSubIssue(REPO, number, number)).toThrow("below itself");
  expect(() => ana().removeSubIssue(REPO, other, child)).toThrow("Not Found");
  expect(() => github.world.as("visitor").addSubIssue(REPO, number, other)).toThrow("triage");
  expect(subIssues(number)).toEqual([child]);
});

test("sub-issues are at most a hundred, and eight levels deep", () => {
  let parent = scene.number;
  for (let level = 1; level <= 8; level += 1) {
    const child = open(`Level ${level}`);
    ana().addSubIssue(REPO, parent, child);
    parent = child;
  }
  expect(() => ana().addSubIssue(REPO, parent, open("Level 9"))).toThrow("8 levels");
  for (let count = 1; count < 100; count += 1)
    ana().addSubIssue(REPO, scene.number, open(`Child ${count}`));
  expect(() => ana().addSubIssue(REPO, scene.number, open("Too many"))).toThrow("more than 100");
});

test("a deleted issue leaves its parent and its children", () => {
  const { number } = scene;
  const [child, grandchild] = [open("Child"), open("Grandchild")];
  ana().addSubIssue(REPO, number, child);
  ana().addSubIssue(REPO, child, grandchild);
  ana().deleteIssue(REPO, child);
  expect(subIssues(number)).toEqual([]);
  ana().addSubIssue(REPO, number, grandchild);
  expect(subIssues(number)).toEqual([grandchild]);
});

test("an app that asks for it is told of both sides", async () => {
  const other = await startEmbeddedGitHub({ app: { events: ["sub_issues"] } as never });
  const { world } = other;
  world.addUser({ login: "ana" });
  world.addRepository({ owner: "acme", name: "support" });
  world.setPermission(REPO, "ana", "write");
  world.installApp("acme", ["support"]);
  const [parent, child] = ["Parent", "Child"].map((title) =>
    world.as("ana").openIssue(REPO, { title }),
  ) as [number, number];
  world.as("ana").addSubIssue(REPO, parent, child);
  world.as("ana").removeSubIssue(REPO, parent, child);
  expect(other.deliveries.all.slice(1)).toMatchObject([
    { action: "sub_issue_added", payload: { parent_issue: { number: parent } } },
    { action: "parent_issue_added", payload: { sub_issue: { number: child } } },
    { action: "sub_issue_removed" },
    { action: "parent_issue_removed" },
  ]);
  expectLegalTraffic(other);
  await other.close();
});
