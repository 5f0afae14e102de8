import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { expectLegalTraffic, usedPermissions } from "../../support/github-description.ts";
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

const idOf = async (query: string): Promise<string> => {
  const { data } = await scene.client.graphql<{ node: { id: string } }>(query);
  return Object.values(data)[0]?.id ?? "";
};

const labelId = async (name: string): Promise<string> => {
  const { data } = await scene.client.graphql<{ repository: { label: { id: string } } }>(
    `query($name: String!) { repository(owner: "acme", name: "support") { label(name: $name) { id } } }`,
    { name },
  );
  return data.repository.label.id;
};

const userId = async (login: string): Promise<string> =>
  (await scene.client.rest<{ node_id: string }>("GET", `/users/${login}`)).body.node_id;

test("one document changes the body, comments, reacts, labels and minimises, and answers with the fresh state", async () => {
  const { github, client, number, later, issue } = scene;
  const id = github.world.as("visitor").comment(REPO, number, "/incident");
  const comment = issue().comments.find((each) => each.id === id)?.nodeId;
  later(1);
  const { data, errors } = await client.graphql(
    `mutation Apply($issue: ID!, $comment: ID!, $labels: [ID!]!) {
       body: updateIssue(input: { id: $issue, body: "New" }) { issue { body lastEditedAt userContentEdits(first: 3) { nodes { diff editor { login } } } } }
       note: addComment(input: { subjectId: $issue, body: "Noted." }) { commentEdge { node { id body author { login } } } timelineEdge { node { __typename } } subject { id } }
       seen: addReaction(input: { subjectId: $comment, content: EYES }) { reaction { content } subject { reactionGroups { content viewerHasReacted reactors { totalCount } } } }
       label: addLabelsToLabelable(input: { labelableId: $issue, labelIds: $labels, clientMutationId: "x" }) { clientMutationId labelable { labels(first: 5) { nodes { name } } } }
       hide: minimizeComment(input: { subjectId: $comment, classifier: OUTDATED }) { minimizedComment { isMinimized minimizedReason } } }`,
    { issue: issue().nodeId, comment, labels: [await labelId("incident")] },
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    body: {
      issue: {
        lastEditedAt: "2026-03-06T14:01:00Z",
        userContentEdits: {
          nodes: [{ diff: "New", editor: { login: "sitrep" } }, { diff: "Help" }],
        },
      },
    },
    note: {
      commentEdge: { node: { body: "Noted.", author: { login: "sitrep" } } },
      timelineEdge: { node: { __typename: "IssueComment" } },
    },
    seen: { reaction: { content: "EYES" } },
    label: { clientMutationId: "x", labelable: { labels: { nodes: [{ name: "incident" }] } } },
    hide: { minimizedComment: { isMinimized: true, minimizedReason: "outdated" } },
  });
  expect(issue()).toMatchObject({
    body: "New",
    labels: ["incident"],
    comments: [
      { minimized: "outdated", reactions: [{ login: "sitrep[bot]", content: "eyes" }] },
      { author: "sitrep[bot]", body: "Noted." },
    ],
  });
  expect(github.calls.all.at(-1)).toMatchObject({
    kind: "write",
    operationName: "Apply",
    fields: ["updateIssue", "addComment", "addReaction", "addLabelsToLabelable", "minimizeComment"],
  });
  expect(usedPermissions(github.calls.all)).toEqual({ issues: "write", metadata: "read" });
});

test("each root field fails alone; the others take place", async () => {
  const { client, issue, number } = scene;
  const { data, errors } = await client.graphql(
    `mutation($issue: ID!, $long: String!) {
       lost: deleteIssueComment(input: { id: "IC_gone" }) { clientMutationId }
       long: addComment(input: { subjectId: $issue, body: $long }) { subject { id } }
       fine: updateIssue(input: { id: $issue, title: "Renamed" }) { issue { number } } }`,
    { issue: issue().nodeId, long: "x".repeat(65_537) },
  );
  expect(data).toEqual({ lost: null, long: null, fine: { issue: { number } } });
  expect(errors).toMatchObject([
    { type: "NOT_FOUND", path: ["lost"] },
    { type: "UNPROCESSABLE", path: ["long"], message: expect.stringContaining("too long") },
  ]);
  expect(issue()).toMatchObject({ title: "Renamed", comments: [] });
});

test("65,536 characters fit, also when each takes two places", async () => {
  const { client, issue } = scene;
  const body = "🌊".repeat(65_536);
  const { errors } = await client.graphql(
    "mutation($id: ID!, $body: String!) { updateIssue(input: { id: $id, body: $body }) { issue { id } } }",
    { id: issue().nodeId, body },
  );
  expect(errors).toBeUndefined();
  expect(issue().body).toBe(body);
});

test("the same body again is no edit", async () => {
  const { client, github, issue } = scene;
  const before = github.deliveries.all.length;
  await client.graphql(
    `mutation($id: ID!) { updateIssue(input: { id: $id, body: "Help" }) { issue { id } } }`,
    { id: issue().nodeId },
  );
  expect(issue()).toMatchObject({ edits: [], lastEditedAt: null });
  expect(github.deliveries.all).toHaveLength(before);
});

test("only people with push access can be assigned, and at most ten", async () => {
  const { client, github, issue } = scene;
  const assign = (ids: readonly string[]) =>
    client.graphql(
      "mutation($id: ID!, $ids: [ID!]!) { addAssigneesToAssignable(input: { assignableId: $id, assigneeIds: $ids }) { assignable { assignees(first: 20) { nodes { login } } } } }",
      { id: issue().nodeId, ids },
    );
  expect((await assign([await userId("visitor")])).errors?.[0]?.type).toBe("UNPROCESSABLE");
  expect((await assign([await userId("bo")])).errors).toBeUndefined();
  const crowd: string[] = [];
  for (let n = 0; n < 10; n += 1) {
    github.world.addUser({ login: `user-${n}` });
    github.world.setPermission(REPO, `user-${n}`, "write");
    crowd.push(await userId(`user-${n}`));
  }
  expect((await assign(crowd)).errors?.[0]?.type).toBe("UNPROCESSABLE");
  expect(issue().assignees).toEqual(["bo"]);
  await client.graphql(
    "mutation($id: ID!, $ids: [ID!]!) { removeAssigneesFromAssignable(input: { assignableId: $id, assigneeIds: $ids }) { assignable { assignees(first: 1) { totalCount } } } }",
    { id: issue().nodeId, ids: [await userId("bo")] },
  );
  expect(issue().assignees).toEqual([]);
});

test("comments are edited, shown again and deleted; reactions are taken back", async () => {
  const { client, github, number, issue } = scene;
  const id = github.world.as("visitor").comment(REPO, number, "Hello");
  github.world.as("ana").minimizeComment(REPO, number, id, "spam");
  const node = issue().comments[0]?.nodeId;
  const { errors } = await client.graphql(
    `mutation($id: ID!) {
       updateIssueComment(input: { id: $id, body: "Edited" }) { issueComment { body lastEditedAt } }
       unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } }
       addReaction(input: { subjectId: $id, content: THUMBS_UP }) { reactionGroups { content reactors { totalCount } } }
       removeReaction(input: { subjectId: $id, content: THUMBS_UP }) { reaction { content } } }`,
    { id: node },
  );
  expect(errors).toBeUndefined();
  expect(issue().comments[0]).toMatchObject({ body: "Edited", minimized: null, reactions: [] });
  await client.graphql(
    "mutation($id: ID!) { deleteIssueComment(input: { id: $id }) { clientMutationId } }",
    { id: node },
  );
  expect(issue()).toMatchObject({ comments: [], timeline: [{ type: "CommentDeletedEvent" }] });
});

test("labels are created once, and taken off", async () => {
  const { client, github, issue } = scene;
  const repository = await idOf('{ repository(owner: "acme", name: "support") { id } }');
  const create = () =>
    client.graphql<{ createLabel: { label: { id: string } } }>(
      `mutation($id: ID!) { createLabel(input: { repositoryId: $id, name: "incident: mitigated", color: "fbca04" }) { label { id name color } } }`,
      { id: repository },
    );
  const { data } = await create();
  expect((await create()).errors?.[0]?.type).toBe("UNPROCESSABLE");
  expect(github.world.labels(REPO).at(-1)).toEqual({
    name: "incident: mitigated",
    color: "fbca04",
  });
  const ids = { id: issue().nodeId, labels: [data.createLabel.label.id] };
  const change = (field: string) =>
    client.graphql(
      `mutation($id: ID!, $labels: [ID!]!) { ${field}(input: { labelableId: $id, labelIds: $labels }) { clientMutationId } }`,
      ids,
    );
  await change("addLabelsToLabelable");
  await change("addLabelsToLabelable");
  expect(issue()).toMatchObject({
    labels: ["incident: mitigated"],
    timeline: [{ type: "LabeledEvent" }],
  });
  await change("removeLabelsFromLabelable");
  expect((await change("removeLabelsFromLabelable")).errors).toBeUndefined();
  expect(issue().labels).toEqual([]);
});

test("an issue is closed with a reason and opened again", async () => {
  const { client, issue } = scene;
  const run = (query: string) => client.graphql(query, { id: issue().nodeId });
  await run(
    "mutation($id: ID!) { closeIssue(input: { issueId: $id, stateReason: NOT_PLANNED }) { issue { state stateReason } } }",
  );
  expect(issue()).toMatchObject({ state: "closed", stateReason: "not_planned" });
  await run("mutation($id: ID!) { reopenIssue(input: { issueId: $id }) { issue { state } } }");
  expect(issue()).toMatchObject({ state: "open", stateReason: "reopened", closedAt: null });
});

test("without the permission, or on a locked issue, the field is refused", async () => {
  const weak = await setScene({ metadata: "read", issues: "read" });
  const query =
    'mutation($id: ID!) { addComment(input: { subjectId: $id, body: "Hello" }) { subject { id } } }';
  const refused = await weak.client.graphql(query, { id: weak.issue().nodeId });
  expect(refused.errors?.[0]).toMatchObject({
    type: "FORBIDDEN",
    message: "Resource not accessible by integration",
  });
  await weak.github.close();
  scene.github.world.as("ana").lock(REPO, scene.number);
  const locked = await scene.client.graphql(query, { id: scene.issue().nodeId });
  expect(locked.errors?.[0]?.type).toBe("FORBIDDEN");
});

test("a field can be made to fail alone", async () => {
  const { client, github, issue } = scene;
  github.faults.failNextField("addComment", "FORBIDDEN");
  const { data } = await client.graphql(
    `mutation($id: ID!) {
       a: addComment(input: { subjectId: $id, body: "one" }) { subject { id } }
       b: addComment(input: { subjectId: $id, body: "two" }) { subject { id } } }`,
    { id: issue().nodeId },
  );
  expect(data["a"]).toBeNull();
  expect(issue().comments.map(({ body }) => body)).toEqual(["two"]);
});
