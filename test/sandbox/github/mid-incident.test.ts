import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createClient, signAppJwt, startEmbeddedGitHub } from "../../support/embedded-github.ts";
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

const read = () =>
  scene.client.graphql<{ repository: { issue: object } }>(
    `query($number: Int!) { repository(owner: "acme", name: "support") { issue(number: $number) { title locked } } }`,
    { number: scene.number },
  );
const readError = async () => (await read()).errors?.[0]?.type ?? null;
const restStatus = async (path = "") =>
  (await scene.client.rest("GET", `/repos/${REPO}/issues/${scene.number}${path}`)).status;
const comment = async () =>
  (await scene.client.rest("POST", `/repos/${REPO}/issues/${scene.number}/comments`, { body: "x" }))
    .status;
const mintStatus = async () => {
  const app = createClient(scene.github.url, `bearer ${signAppJwt()}`);
  return (await app.rest("POST", `/app/installations/${scene.installation}/access_tokens`)).status;
};

test("a locked issue takes comments from people with write access, but none from others or from apps", async () => {
  const { world } = scene.github;
  expect(() => world.as("tri").lock(REPO, scene.number)).toThrow("Must have write rights");
  world.as("bo").lock(REPO, scene.number);
  expect(await comment()).toBe(403);
  expect(() => world.as("visitor").comment(REPO, scene.number, "Hello?")).toThrow("locked");
  world.as("bo").comment(REPO, scene.number, "On it");
  expect((await read()).data.repository.issue).toMatchObject({ locked: true });
  world.as("bo").unlock(REPO, scene.number);
  expect(await comment()).toBe(201);
});

test("a locked issue can be edited, labelled and closed by an app", async () => {
  scene.github.world.as("bo").lock(REPO, scene.number);
  const path = `/repos/${REPO}/issues/${scene.number}`;
  const fields = { body: "More", labels: ["incident"], state: "closed" };
  expect((await scene.client.rest("PATCH", path, fields)).status).toBe(200);
  expect(scene.issue()).toMatchObject({ body: "More", labels: ["incident"], state: "closed" });
});

test.each([
  ["deleted", (login: string) => scene.github.world.as(login).deleteIssue(REPO, scene.number)],
  [
    "made a discussion",
    (login: string) => scene.github.world.as(login).convertToDiscussion(REPO, scene.number),
  ],
])("an issue that was %s is gone, with its thread", async (_how, act) => {
  const id = scene.github.world.as("bo").comment(REPO, scene.number, "Hello");
  const { nodeId, comments } = scene.issue();
  expect(() => act("visitor")).toThrow("Must have");
  act("ana");
  expect(scene.github.deliveries.all.at(-1)).toMatchObject({ event: "issues", action: "deleted" });
  expect(await readError()).toBe("NOT_FOUND");
  expect(await restStatus()).toBe(410);
  expect((await scene.client.rest("GET", `/repos/${REPO}/issues/comments/${id}`)).status).toBe(404);
  for (const gone of [nodeId, comments[0]?.nodeId]) {
    const { errors } = await scene.client.graphql("query($id: ID!) { node(id: $id) { id } }", {
      id: gone,
    });
    expect(errors?.[0]?.type).toBe("NOT_FOUND");
  }
  expect(scene.github.world.issues(REPO)).toEqual([]);
});

test("a repository made private is still there for the app and hidden from outsiders", async () => {
  const { world } = scene.github;
  world.setPrivate(REPO, true);
  expect(await readError()).toBeNull();
  expect(() => world.as("visitor").comment(REPO, scene.number, "Hello?")).toThrow("Not Found");
  expect(world.permission(REPO, "visitor")).toBe("none");
  world.setPrivate(REPO, false);
  world.as("visitor").comment(REPO, scene.number, "Hello!");
});

test("an app that asks for it is told that a repository was made private or public, once", async () => {
  const other = await startEmbeddedGitHub({ app: { events: ["repository"] } as never });
  other.world.addRepository({ owner: "acme", name: "support" });
  other.world.installApp("acme", ["support"]);
  for (const isPrivate of [true, true, false]) other.world.setPrivate(REPO, isPrivate);
  expect(other.deliveries.all.slice(1)).toMatchObject([
    { event: "repository", action: "privatized", payload: { repository: { private: true } } },
    { event: "repository", action: "publicized", payload: { repository: { private: false } } },
  ]);
  expectLegalTraffic(other);
  await other.close();
});

test("an uninstalled app has no token and gets none, and is told", async () => {
  scene.github.world.uninstall(scene.installation);
  expect(scene.github.deliveries.all.at(-1)).toMatchObject({
    event: "installation",
    action: "deleted",
    installationId: scene.installation,
  });
  expect(await restStatus()).toBe(401);
  expect(await read()).toMatchObject({ message: "Bad credentials" });
  expect(await mintStatus()).toBe(404);
});

test("a suspended app is refused in REST, in GraphQL and for a token, until it is not suspended", async () => {
  const { world, deliveries } = scene.github;
  const refused = { message: "This installation has been suspended" };
  world.suspend(scene.installation);
  expect(deliveries.all.at(-1)).toMatchObject({ event: "installation", action: "suspend" });
  expect(await restStatus()).toBe(403);
  expect(scene.github.calls.all.at(-1)?.responseBody).toMatchObject(refused);
  expect(await read()).toMatchObject(refused);
  expect(scene.github.calls.all.at(-1)).toMatchObject({ status: 403, protocol: "graphql" });
  expect(await mintStatus()).toBe(403);
  world.unsuspend(scene.installation);
  expect(deliveries.all.at(-1)).toMatchObject({ event: "installation", action: "unsuspend" });
  expect(await readError()).toBeNull();
  expect(await mintStatus()).toBe(201);
});

test("a private repository that is taken from the installation is not found any more", async () => {
  const { world, deliveries } = scene.github;
  world.setPrivate(REPO, true);
  const { nodeId } = scene.issue();
  world.setCovered(scene.installation, REPO, false);
  expect(deliveries.all.at(-1)).toMatchObject({
    event: "installation_repositories",
    action: "removed",
    payload: { repositories_removed: [{ full_name: REPO }] },
  });
  expect(await readError()).toBe("NOT_FOUND");
  expect(await restStatus()).toBe(404);
  const { errors } = await scene.client.graphql(
    'mutation($id: ID!) { updateIssue(input: { id: $id, body: "x" }) { issue { id } } }',
    { id: nodeId },
  );
  expect(errors?.[0]?.type).toBe("NOT_FOUND");
  const before = deliveries.all.length;
  world.as("bo").comment(REPO, scene.number, "Hello?");
  expect(deliveries.all).toHaveLength(before);
});

test("a public repository that is taken from the installation can be read as by anybody, and not be changed", async () => {
  scene.github.world.setCovered(scene.installation, REPO, false);
  expect(await readError()).toBeNull();
  expect(await comment()).toBe(403);
});
