import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { setScene } from "./scene.ts";
import type { Scene } from "./scene.ts";

const REPO = "acme/support";
let scene: Scene;
let wrong = false;

beforeEach(async () => {
  wrong = false;
  scene = await setScene();
});

afterEach(async () => {
  await scene.github.close();
  expectLegalTraffic(scene.github, () => wrong);
});

interface Page {
  readonly nodes: readonly { readonly body: string }[];
  readonly pageInfo: {
    readonly startCursor: string;
    readonly endCursor: string;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}

interface IssueData {
  readonly repository: { readonly issue: Readonly<Record<string, unknown>> };
}

const look = (fields: string) =>
  scene.client.graphql<IssueData>(
    `query Look($n: Int!) { repository(owner: "acme", name: "support") { issue(number: $n) { ${fields} } } }`,
    { n: scene.number },
  );

test("an issue is read with its labels, assignees, comments and timeline", async () => {
  const { github, number, later } = scene;
  const ana = github.world.as("ana");
  ana.addLabel(REPO, number, "incident");
  later(5);
  ana.comment(REPO, number, "/commander me");
  ana.assign(REPO, number, "bo");
  ana.editTitle(REPO, number, "The hub is down");
  ana.close(REPO, number, "not_planned");
  const { data, errors } =
    await look(`title state stateReason closedAt viewerDidAuthor authorAssociation
    author { __typename login } labels(first: 10) { nodes { name color } }
    assignees(first: 10) { nodes { login } }
    comments(last: 10) { totalCount pageInfo { hasPreviousPage } nodes { body createdAt author { login } } }
    timelineItems(first: 10) { totalCount nodes { __typename
      ... on LabeledEvent { label { name } actor { login } } ... on IssueComment { body }
      ... on RenamedTitleEvent { previousTitle } ... on ClosedEvent { stateReason } } }`);
  expect(errors).toBeUndefined();
  expect(data.repository.issue).toMatchObject({
    title: "The hub is down",
    state: "CLOSED",
    stateReason: "NOT_PLANNED",
    closedAt: "2026-03-06T14:05:00Z",
    author: { __typename: "User", login: "visitor" },
    authorAssociation: "NONE",
    viewerDidAuthor: false,
    labels: { nodes: [{ name: "incident", color: "ededed" }] },
    assignees: { nodes: [{ login: "bo" }] },
    comments: {
      totalCount: 1,
      nodes: [{ body: "/commander me", createdAt: "2026-03-06T14:05:00Z" }],
    },
    timelineItems: {
      totalCount: 5,
      nodes: [
        { __typename: "LabeledEvent", label: { name: "incident" }, actor: { login: "ana" } },
        { __typename: "IssueComment", body: "/commander me" },
        { __typename: "AssignedEvent" },
        { __typename: "RenamedTitleEvent", previousTitle: "Hub down" },
        { __typename: "ClosedEvent", stateReason: "NOT_PLANNED" },
      ],
    },
  });
});

test("the edit history is empty until the first edit, and then newest first with the first text", async () => {
  const edits =
    "lastEditedAt includesCreatedEdit userContentEdits(first: 5) { nodes { diff editedAt editor { login } } }";
  const before = await look(edits);
  expect(before.data.repository.issue).toEqual({
    lastEditedAt: null,
    includesCreatedEdit: false,
    userContentEdits: { nodes: [] },
  });
  scene.later(1);
  scene.github.world.as("bo").editBody(REPO, scene.number, "Help!");
  scene.github.world.as("bo").editBody(REPO, scene.number, "Help!");
  const after = await look(edits);
  expect(after.data.repository.issue).toEqual({
    lastEditedAt: "2026-03-06T14:01:00Z",
    includesCreatedEdit: true,
    userContentEdits: {
      nodes: [
        { diff: "Help!", editedAt: "2026-03-06T14:01:00Z", editor: { login: "bo" } },
        { diff: "Help", editedAt: "2026-03-06T14:00:00Z", editor: { login: "visitor" } },
      ],
    },
  });
});

const page = async (args: string) => {
  const info = "startCursor endCursor hasNextPage hasPreviousPage";
  const { data } = await look(`comments(${args}) { nodes { body } pageInfo { ${info} } }`);
  const { nodes, pageInfo } = data.repository.issue["comments"] as Page;
  return { ...pageInfo, bodies: nodes.map(({ body }) => body) };
};

test("a connection is paged from both ends, and a cursor outlives the comment that it names", async () => {
  const { github, number } = scene;
  const ids = [1, 2, 3, 4, 5].map((n) => github.world.as("ana").comment(REPO, number, `c${n}`));
  const first = await page("first: 2");
  expect(first).toMatchObject({ bodies: ["c1", "c2"], hasNextPage: true, hasPreviousPage: false });
  const last = await page("last: 2");
  expect(last).toMatchObject({ bodies: ["c4", "c5"], hasNextPage: false, hasPreviousPage: true });
  expect((await page(`last: 2, before: "${last.startCursor}"`)).bodies).toEqual(["c2", "c3"]);
  github.world.as("ana").deleteComment(REPO, number, ids[1] ?? 0);
  expect((await page(`first: 2, after: "${first.endCursor}"`)).bodies).toEqual(["c3", "c4"]);
});

test("a page without bounds, of more than 100 or with a made-up cursor is refused", async () => {
  const type = async (args: string) =>
    (await look(`comments${args} { nodes { id } }`)).errors?.[0]?.type;
  expect(await type("")).toBe("MISSING_PAGINATION_BOUNDARIES");
  expect(await type("(first: 101)")).toBe("EXCESSIVE_PAGINATION");
  expect(await type('(first: 1, after: "x")')).toBe("INVALID_CURSOR_ARGUMENTS");
  const { data } = await look("comments { totalCount }");
  expect(data.repository.issue).toEqual({ comments: { totalCount: 0 } });
});

test("the app's bot has no [bot] after its login, but as the viewer it has", async () => {
  const { client, number } = scene;
  await client.rest("POST", `/repos/${REPO}/issues/${number}/comments`, { body: "Noted." });
  const { data } = await look(
    "comments(first: 1) { nodes { viewerDidAuthor author { __typename login ... on Bot { databaseId } } } }",
  );
  expect(data.repository.issue).toMatchObject({
    comments: {
      nodes: [{ viewerDidAuthor: true, author: { __typename: "Bot", login: "sitrep" } }],
    },
  });
  const viewer = await client.graphql("{ viewer { login } rateLimit { cost limit remaining } }");
  expect(viewer.data).toMatchObject({ viewer: { login: "sitrep[bot]" }, rateLimit: { cost: 1 } });
});

test("somebody whose account is gone is nobody", async () => {
  scene.github.world.removeUser("visitor");
  const { data } = await look("body author { login }");
  expect(data.repository.issue).toEqual({ body: "Help", author: null });
});

test("what is missing is null with an error that says where", async () => {
  const { client } = scene;
  const answer = await client.graphql(
    `{ a: repository(owner: "acme", name: "nothing") { id }
       b: repository(owner: "acme", name: "support") { issue(number: 99) { id } label(name: "none") { id } }
       nodes(ids: ["I_x"]) { id } }`,
  );
  expect(answer.data).toEqual({ a: null, b: { issue: null, label: null }, nodes: [null] });
  expect(answer.errors).toMatchObject([
    { type: "NOT_FOUND", path: ["a"] },
    { type: "NOT_FOUND", path: ["b", "issue"] },
    { type: "NOT_FOUND", path: ["nodes", 0] },
  ]);
});

test("files, labels and issues of a repository are found by what they are called", async () => {
  const { client, github, number, later } = scene;
  const ana = github.world.as("ana");
  ana.addLabel(REPO, number, "incident");
  later(10);
  const second = ana.openIssue(REPO, { title: "Slow", labels: ["sev-1"] });
  const { data, errors } = await client.graphql(
    `{ repository(owner: "Acme", name: "Support") { nameWithOwner isPrivate isArchived hasIssuesEnabled owner { login }
       file: object(expression: "HEAD:.github/sitrep.yml") { ... on Blob { text isTruncated } }
       none: object(expression: "HEAD:nothing") { id }
       label(name: "INCIDENT") { name }
       labels(first: 5, query: "sev") { nodes { name } }
       any: issues(first: 5, labels: ["incident", "SEV-1"]) { nodes { number } }
       both: issues(first: 5, filterBy: { labels: ["incident", "SEV-1"] }) { totalCount }
       since: issues(first: 5, filterBy: { since: "2026-03-06T14:05:00Z" }) { nodes { number } }
       newest: issues(last: 1, orderBy: { field: CREATED_AT, direction: ASC }, states: [OPEN]) { nodes { number } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    repository: {
      nameWithOwner: REPO,
      isPrivate: false,
      isArchived: false,
      hasIssuesEnabled: true,
      owner: { login: "acme" },
      file: { text: "preset: 2i2c-2022\n", isTruncated: false },
      none: null,
      label: { name: "incident" },
      labels: { nodes: [{ name: "SEV-1" }] },
      any: { nodes: [{ number }, { number: second }] },
      both: { totalCount: 0 },
      since: { nodes: [{ number: second }] },
      newest: { nodes: [{ number: second }] },
    },
  });
});

test("an unknown field is an error, and the calls say that something unknown was asked for", async () => {
  wrong = true;
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  const { errors } = await look("colour");
  expect(errors?.[0]?.message).toContain('Cannot query field "colour"');
  expect(scene.github.calls.all.at(-1)).toMatchObject({ unknown: true, protocol: "graphql" });
});

test("a private repository of somebody else is not there", async () => {
  const { world } = scene.github;
  world.addRepository({ owner: "other", name: "secret", private: true });
  const { data } = await scene.client.graphql(
    '{ repository(owner: "other", name: "secret") { id } }',
  );
  expect(data).toEqual({ repository: null });
});
