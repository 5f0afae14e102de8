import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { REPO, setScene } from "./scene.ts";
import type { Scene } from "./scene.ts";

let scene: Scene;
let issuePath: string;

beforeEach(async () => {
  scene = await setScene();
  issuePath = `/repos/${REPO}/issues/${scene.number}`;
});

afterEach(async () => {
  await scene.github.close();
  expectLegalTraffic(scene.github, (call) => call.status === 422 || call.status === 501);
});

test("the permission of a person is told in the old words and by the role's name", async () => {
  const ask = async (login: string) => {
    const path = `/repos/${REPO}/collaborators/${login}/permission`;
    const { status, body } = await scene.client.rest<{ permission: string; role_name: string }>(
      "GET",
      path,
    );
    return status === 200 ? `${body.permission}/${body.role_name}` : status;
  };
  expect(await ask("ana")).toBe("admin/admin");
  expect(await ask("bo")).toBe("write/write");
  expect(await ask("tri")).toBe("read/triage");
  expect(await ask("visitor")).toBe("read/read");
  expect(await ask("nobody")).toBe(404);
  const { world } = scene.github;
  world.addRepository({ owner: "acme", name: "secret", private: true });
  world.setCovered(scene.installation, "acme/secret", true);
  const hidden = await scene.client.rest(
    "GET",
    "/repos/acme/secret/collaborators/visitor/permission",
  );
  expect(hidden.body).toMatchObject({ permission: "none", user: { login: "visitor" } });
});

test("comments are made, read, changed and deleted", async () => {
  const { client, issue } = scene;
  const made = await client.rest<{ id: number }>("POST", `${issuePath}/comments`, { body: "One" });
  expect(made).toMatchObject({
    status: 201,
    body: { user: { login: "sitrep[bot]", type: "Bot" } },
  });
  const path = `/repos/${REPO}/issues/comments/${made.body.id}`;
  await client.rest("PATCH", path, { body: "Two" });
  expect((await client.rest("GET", path)).body).toMatchObject({ body: "Two" });
  expect((await client.rest("GET", `${issuePath}/comments`)).body).toMatchObject([{ body: "Two" }]);
  expect((await client.rest("PUT", `${path}/pin`)).status).toBe(200);
  expect(issue().comments[0]?.pinned).toBe(true);
  expect((await client.rest("DELETE", `${path}/pin`)).status).toBe(204);
  expect((await client.rest("DELETE", path)).status).toBe(204);
  expect((await client.rest("DELETE", path)).status).toBe(404);
  expect(issue().comments).toEqual([]);
});

test("a reaction is made once", async () => {
  const { client, issue } = scene;
  const react = () => client.rest("POST", `${issuePath}/reactions`, { content: "rocket" });
  expect([(await react()).status, (await react()).status]).toEqual([201, 200]);
  expect(issue().reactions).toEqual([{ login: "sitrep[bot]", content: "rocket" }]);
});

test("labels are put on, created where missing, and taken off", async () => {
  const { client, issue } = scene;
  await client.rest("POST", `${issuePath}/labels`, { labels: ["Incident", "new one"] });
  expect(issue().labels).toEqual(["incident", "new one"]);
  expect((await client.rest("DELETE", `${issuePath}/labels/new%20one`)).status).toBe(200);
  expect((await client.rest("DELETE", `${issuePath}/labels/new%20one`)).status).toBe(404);
  expect((await client.rest("GET", `/repos/${REPO}/labels/INCIDENT`)).status).toBe(200);
  const made = await client.rest("POST", `/repos/${REPO}/labels`, { name: "a", color: "ff0000" });
  expect(made).toMatchObject({ status: 201, body: { color: "ff0000" } });
  const again = await client.rest("POST", `/repos/${REPO}/labels`, { name: "A", color: "ff0000" });
  expect(again).toMatchObject({
    status: 422,
    body: { message: "Validation Failed", errors: [{ code: "already_exists", field: "name" }] },
  });
  expect((await client.rest("GET", `/repos/${REPO}/labels?per_page=100`)).body).toHaveLength(4);
  expect((await client.rest("GET", `${issuePath}/labels`)).body).toHaveLength(1);
});

test("who cannot be assigned is passed over", async () => {
  const { client, issue } = scene;
  const both = { assignees: ["bo", "visitor"] };
  expect((await client.rest("POST", `${issuePath}/assignees`, both)).status).toBe(201);
  expect(issue().assignees).toEqual(["bo"]);
  await client.rest("DELETE", `${issuePath}/assignees`, both);
  expect(issue().assignees).toEqual([]);
});

test("an issue is changed in one call", async () => {
  const { client, issue } = scene;
  await client.rest("PATCH", issuePath, {
    title: "T",
    body: "B",
    labels: ["incident"],
    assignees: ["ana"],
    state: "closed",
    state_reason: "not_planned",
  });
  expect(issue()).toMatchObject({
    title: "T",
    body: "B",
    labels: ["incident"],
    assignees: ["ana"],
    state: "closed",
    stateReason: "not_planned",
  });
  expect((await client.rest("GET", issuePath)).body).toMatchObject({ state: "closed" });
});

test("issues are listed by state, by all their labels and by when they changed, page by page", async () => {
  const { client, github, number, later } = scene;
  const ana = github.world.as("ana");
  ana.addLabel(REPO, number, "incident");
  later(60);
  const other = ana.openIssue(REPO, { title: "Other", labels: ["incident", "SEV-1"] });
  const list = async (query: string) => {
    const path = `/repos/${REPO}/issues?${query}`;
    const { body, headers } = await client.rest<{ number: number }[]>("GET", path);
    return { numbers: body.map((issue) => issue.number), link: headers.get("link") };
  };
  expect((await list("labels=incident")).numbers).toEqual([other, number]);
  expect((await list("labels=incident,sev-1")).numbers).toEqual([other]);
  expect((await list("since=2026-03-06T14:30:00Z&state=all")).numbers).toEqual([other]);
  expect((await list("state=closed")).numbers).toEqual([]);
  const first = await list("per_page=1&direction=asc");
  expect(first.numbers).toEqual([number]);
  const [, next = ""] = /<([^>]+)>; rel="next"/.exec(first.link ?? "") ?? [];
  expect((await list(new URL(next).search.slice(1))).numbers).toEqual([other]);
});

test("a file is read as JSON and as it is; its path may be encoded", async () => {
  const { client } = scene;
  const path = `/repos/${REPO}/contents/.github%2Fsitrep.yml`;
  const { body } = await client.rest<{ content: string }>("GET", path);
  expect(Buffer.from(body.content, "base64").toString()).toBe("preset: 2i2c-2022\n");
  const raw = await client.rest("GET", `/repos/${REPO}/contents/.github/sitrep.yml`, undefined, {
    accept: "application/vnd.github.raw+json",
  });
  expect(raw.body).toBe("preset: 2i2c-2022\n");
  expect((await client.rest("GET", `/repos/${REPO}/contents/none`)).status).toBe(404);
});

test("what is unchanged is not sent again to who says what they have", async () => {
  const { client } = scene;
  const first = await client.rest("GET", issuePath);
  const etag = first.headers.get("etag") ?? "";
  const again = await client.rest("GET", issuePath, undefined, { "if-none-match": etag });
  expect(again.status).toBe(304);
});

test("an over-long body, a wrong type and a wrong state are refused in GitHub's words", async () => {
  const { client, issue } = scene;
  const long = await client.rest("POST", `${issuePath}/comments`, { body: "x".repeat(65_537) });
  expect(long).toMatchObject({
    status: 422,
    body: {
      message: "Validation Failed",
      errors: [{ resource: "IssueComment", field: "body", code: "custom" }],
    },
  });
  expect((await client.rest("POST", `${issuePath}/comments`, { body: 5 })).status).toBe(422);
  expect((await client.rest("POST", `${issuePath}/comments`, { body: " " })).status).toBe(422);
  expect((await client.rest("PATCH", issuePath, { state: "shut" })).status).toBe(422);
  expect(issue()).toMatchObject({ state: "open", comments: [] });
});

test("a locked issue and an archived repository take no comment; a deleted issue is gone", async () => {
  const { client, github, number } = scene;
  const { world } = github;
  const comment = () => client.rest("POST", `${issuePath}/comments`, { body: "Hello" });
  world.as("ana").lock(REPO, number);
  expect((await comment()).status).toBe(403);
  world.as("ana").unlock(REPO, number);
  world.setArchived(REPO, true);
  expect((await comment()).status).toBe(403);
  world.setArchived(REPO, false);
  world.as("ana").deleteIssue(REPO, number);
  expect((await comment()).status).toBe(410);
  expect((await client.rest("GET", `/repos/${REPO}/issues/999`)).status).toBe(404);
});

test("somebody else's repository can be read when it is public, never changed", async () => {
  const { client, github } = scene;
  github.world.addRepository({ owner: "other", name: "open" });
  github.world.addRepository({ owner: "other", name: "secret", private: true });
  github.world.as("ana").openIssue("other/open", { title: "T" });
  expect((await client.rest("GET", "/repos/other/open/issues/1")).status).toBe(200);
  const body = { body: "Hello" };
  expect((await client.rest("POST", "/repos/other/open/issues/1/comments", body)).status).toBe(403);
  expect((await client.rest("GET", "/repos/other/secret")).status).toBe(404);
});
