import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { REPO, setScene, type Scene } from "./scene.ts";

const BRANCH = "sitrep/report-support-1";
const FILE = "incident-reports/one.md";

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
});

afterEach(async () => {
  await scene.github.close();
  expectLegalTraffic(scene.github);
});

interface Found {
  readonly repository: {
    readonly id: string;
    readonly defaultBranchRef: { readonly target: { readonly oid: string } };
    readonly ref: { readonly target: { readonly oid: string } } | null;
    readonly file: { readonly oid: string; readonly text: string } | null;
    readonly pullRequests: { readonly nodes: readonly { readonly id: string }[] };
  };
}

const READ = `query ($branch: String!, $file: String!) {
  repository(owner: "acme", name: "support") {
    id
    defaultBranchRef { name target { oid } }
    ref(qualifiedName: $branch) { target { oid } }
    file: object(expression: $file) { ... on Blob { oid text } }
    pullRequests(headRefName: $branch, first: 5, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes {
        id number title url state isDraft mergedBy { login } headRefName
        files(first: 10) { nodes { path } }
        latestOpinionatedReviews(first: 10) { nodes { author { login } state } }
        reviewRequests(first: 10) { nodes { requestedReviewer { ... on User { login } } } }
      }
    }
  }
}`;

async function read(): Promise<Found["repository"]> {
  const file = `${BRANCH}:${FILE}`;
  const { data, errors } = await scene.client.graphql<Found>(READ, { branch: BRANCH, file });
  expect(errors).toBeUndefined();
  return data.repository;
}

const WRITE = `mutation ($ref: CreateRefInput!, $commit: CreateCommitOnBranchInput!, $pull: CreatePullRequestInput!) {
  branch: createRef(input: $ref) { ref { name } }
  file: createCommitOnBranch(input: $commit) { commit { oid } }
  pull: createPullRequest(input: $pull) { pullRequest { number } }
}`;

async function propose(text = "What happened?\n") {
  const { id, defaultBranchRef } = await read();
  const { oid } = defaultBranchRef.target;
  const contents = Buffer.from(text).toString("base64");
  return scene.client.graphql(WRITE, {
    ref: { repositoryId: id, name: `refs/heads/${BRANCH}`, oid },
    commit: {
      branch: { repositoryNameWithOwner: REPO, branchName: BRANCH },
      message: { headline: "Begin" },
      expectedHeadOid: oid,
      fileChanges: { additions: [{ path: FILE, contents }] },
    },
    pull: {
      repositoryId: id,
      baseRefName: "main",
      headRefName: BRANCH,
      title: "Report",
      body: "",
      draft: true,
    },
  });
}

const pull = () => {
  const [found] = scene.github.world.pullRequests(REPO);
  if (found === undefined) throw new Error("there is no pull request");
  return found;
};

test("a branch, its file and a draft pull request are made by one document, and found by the branch's name", async () => {
  expect((await propose()).errors).toBeUndefined();
  expect(await read()).toMatchObject({
    file: { text: "What happened?\n" },
    pullRequests: {
      nodes: [
        {
          number: 2,
          title: "Report",
          state: "OPEN",
          isDraft: true,
          headRefName: BRANCH,
          files: { nodes: [{ path: FILE }] },
        },
      ],
    },
  });
  expect(scene.github.world.file(REPO, FILE)).toBeNull();
});

test("all of it again is refused, part by part, and changes nothing", async () => {
  await propose();
  const before = pull();
  const { errors } = await propose("Something else.\n");
  expect(errors?.map(({ path }) => path?.[0])).toEqual(["branch", "file", "pull"]);
  expect(pull()).toEqual(before);
});

test("people write the file, make it ready, review and merge it; each is told", async () => {
  await propose();
  const { world, deliveries } = scene.github;
  const { number } = pull();
  world.as("bo").commit(REPO, BRANCH, { [FILE]: "This happened.\n" });
  expect(() => world.as("bo").merge(REPO, number)).toThrow("draft");
  world.as("bo").markReady(REPO, number);
  world.as("ana").review(REPO, number, "changes_requested", "And then?");
  world.as("ana").review(REPO, number, "approved");
  expect((await read()).pullRequests.nodes).toMatchObject([
    {
      isDraft: false,
      latestOpinionatedReviews: { nodes: [{ author: { login: "ana" }, state: "APPROVED" }] },
    },
  ]);
  world.as("bo").merge(REPO, number);
  expect(world.file(REPO, FILE)).toBe("This happened.\n");
  expect((await read()).pullRequests.nodes).toMatchObject([
    { state: "MERGED", mergedBy: { login: "bo" } },
  ]);
  const told = deliveries.all.filter(({ event }) => event.startsWith("pull_request"));
  expect(told.map(({ event, action, sender }) => [event, action, sender])).toEqual([
    ["pull_request", "opened", "sitrep[bot]"],
    ["pull_request", "synchronize", "bo"],
    ["pull_request", "ready_for_review", "bo"],
    ["pull_request_review", "submitted", "ana"],
    ["pull_request_review", "submitted", "ana"],
    ["pull_request", "closed", "bo"],
  ]);
  expect(told.map(({ payload }) => payload["pull_request"])).toMatchObject(
    told.map(() => ({ head: { ref: BRANCH }, number })),
  );
});

test("a merge brings the branch's files and keeps what came onto the default branch meanwhile", async () => {
  await propose();
  const { world } = scene.github;
  world.setFile(REPO, "README.md", "Hubs\n");
  world.as("bo").markReady(REPO, pull().number);
  world.as("bo").merge(REPO, pull().number);
  expect([world.file(REPO, "README.md"), world.file(REPO, FILE)]).toEqual([
    "Hubs\n",
    "What happened?\n",
  ]);
});

test("a review is asked of those who have access, and not any more once it is given", async () => {
  await propose();
  const [node] = (await read()).pullRequests.nodes;
  const user = await scene.client.rest<{ node_id: string }>("GET", "/users/ana");
  const ask = (userId: string) =>
    scene.client.graphql(
      `mutation ($input: RequestReviewsInput!) { requestReviews(input: $input) { pullRequest { number } } }`,
      { input: { pullRequestId: node?.id, userIds: [userId], union: true } },
    );
  expect((await ask(user.body.node_id)).errors).toBeUndefined();
  expect(pull().requested).toEqual(["ana"]);
  const visitor = await scene.client.rest<{ node_id: string }>("GET", "/users/visitor");
  expect((await ask(visitor.body.node_id)).errors).toMatchObject([{ type: "UNPROCESSABLE" }]);
  scene.github.world.as("ana").review(REPO, pull().number, "approved");
  expect(pull().requested).toEqual([]);
});

test("closed, opened again and edited, it tells so; its branch can go", async () => {
  await propose();
  const { world, deliveries } = scene.github;
  const { number } = pull();
  world.as("bo").editPullRequest(REPO, number, { title: "The report" });
  world.as("bo").closePullRequest(REPO, number);
  world.as("bo").reopenPullRequest(REPO, number);
  world.as("bo").markReady(REPO, number);
  world.as("bo").convertToDraft(REPO, number);
  world.as("bo").closePullRequest(REPO, number);
  world.as("bo").deleteBranch(REPO, BRANCH);
  const told = deliveries.all.filter(({ event }) => event === "pull_request");
  expect(told.map(({ action }) => action)).toEqual([
    "opened",
    "edited",
    "closed",
    "reopened",
    "ready_for_review",
    "converted_to_draft",
    "closed",
  ]);
  expect(await read()).toMatchObject({ ref: null, pullRequests: { nodes: [{ state: "CLOSED" }] } });
});

test("an issue is made below another in one step", async () => {
  const { id } = await read();
  const { errors } = await scene.client.graphql(
    `mutation ($input: CreateIssueInput!) { createIssue(input: $input) { issue { number parent { number } } } }`,
    { input: { repositoryId: id, title: "Backups", parentIssueId: scene.issue().nodeId } },
  );
  expect(errors).toBeUndefined();
  expect(scene.issue().subIssues).toEqual([2]);
});

test("an app without the permissions is refused each part", async () => {
  await scene.github.close();
  scene = await setScene({ issues: "read", metadata: "read", contents: "read" });
  const { errors } = await scene.client.graphql(
    `query { repository(owner: "acme", name: "support") { pullRequests(first: 1) { nodes { id } } } }`,
  );
  expect(errors).toMatchObject([{ type: "FORBIDDEN" }]);
});
