import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { APP_ID, clientOf, createClient, signAppJwt } from "../../support/embedded-github.ts";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { REPO, setScene } from "./scene.ts";
import type { Scene } from "./scene.ts";

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

const statusWith = async (authorization: string | null, path = "/app"): Promise<number> =>
  (await createClient(scene.github.url, authorization).rest("GET", path)).status;

test("the app is known by a JWT signed with its key, and by no other", async () => {
  expect(await statusWith(`bearer ${signAppJwt()}`)).toBe(200);
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  expect(await statusWith(`bearer ${signAppJwt(300, APP_ID, privateKey)}`)).toBe(401);
  expect(await statusWith(`bearer ${signAppJwt(300, APP_ID + 1)}`)).toBe(401);
  expect(await statusWith(`bearer ${signAppJwt(-1)}`)).toBe(401);
  expect(await statusWith(`bearer ${signAppJwt(3600)}`)).toBe(401);
  for (const odd of [null, "bearer", "bearer a.b.c", "token ghs_made_up", "basic eDp5"])
    expect(await statusWith(odd)).toBe(401);
});

test("the app finds its installations and gets tokens for them, which no log holds", async () => {
  const app = createClient(scene.github.url, `bearer ${signAppJwt()}`);
  const { body } = await app.rest<{ id: number }[]>("GET", "/app/installations?per_page=100");
  expect(body.map(({ id }) => id)).toEqual([scene.installation]);
  expect((await app.rest("GET", `/app/installations/${scene.installation}`)).status).toBe(200);
  expect((await app.rest("GET", `/repos/${REPO}/installation`)).body).toMatchObject({
    id: scene.installation,
  });
  const path = `/app/installations/${scene.installation}/access_tokens`;
  const minted = await app.rest<{ token: string; expires_at: string }>("POST", path);
  expect(minted.status).toBe(201);
  expect(Date.parse(minted.body.expires_at) - Date.now()).toBeGreaterThan(3_500_000);
  expect(JSON.stringify(scene.github.calls.all)).not.toContain(minted.body.token);
  expect((await app.rest("POST", "/app/installations/1/access_tokens")).status).toBe(404);
});

test("an installation sees its repositories and what is left of its allowance", async () => {
  const { client } = scene;
  const { body, headers } = await client.rest("GET", "/installation/repositories");
  expect(body).toMatchObject({ total_count: 1, repositories: [{ full_name: REPO }] });
  expect(headers.get("x-ratelimit-resource")).toBe("core");
  const { body: limits } = await client.rest("GET", "/rate_limit");
  expect(limits).toMatchObject({ resources: { core: { limit: 5000 } } });
});

test("a token stops working when the installation is suspended, removed, or all tokens expire", async () => {
  const { github, installation } = scene;
  const read = async () => (await scene.client.rest("GET", `/repos/${REPO}`)).status;
  github.world.suspend(installation);
  expect(await read()).toBe(403);
  github.world.unsuspend(installation);
  expect(await read()).toBe(200);
  github.faults.expireTokens();
  expect(await read()).toBe(401);
  expect(github.calls.all.at(-1)).toMatchObject({ status: 401, operationId: "repos/get" });
  github.world.uninstall(installation);
  await expect(clientOf(github, installation)).resolves.toBeDefined();
  expect(await read()).toBe(401);
});

test("a call without the permission is refused", async () => {
  const weak = await setScene({ metadata: "read" });
  const { client, number } = weak;
  expect((await client.rest("GET", `/repos/${REPO}/issues/${number}`)).status).toBe(403);
  expect((await client.rest("GET", `/repos/${REPO}`)).status).toBe(200);
  await weak.github.close();
});

test("an unknown path is an error that is written down loudly", async () => {
  wrong = true;
  const loud = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const answer = await scene.client.rest("GET", `/repos/${REPO}/pulls`);
  expect(answer.status).toBe(501);
  expect(scene.github.calls.all.at(-1)).toMatchObject({ unknown: true, operationId: null });
  expect(loud).toHaveBeenCalledTimes(1);
  expect(() => expectLegalTraffic(scene.github)).toThrow("/pulls is not known");
});

test("nonsense does not stop it", async () => {
  wrong = true;
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  const { client, github } = scene;
  const token = `bearer ${signAppJwt()}`;
  const post = (body: string | Buffer, path = "/api/graphql") =>
    fetch(github.url + path, { method: "POST", headers: { authorization: token }, body });
  expect((await post("{")).status).toBe(400);
  expect((await post("x".repeat(5_000_000))).status).toBe(413);
  expect((await post("null")).status).toBe(403);
  for (const odd of [
    "%",
    "/repos/%00/%ff/issues",
    "/repos/a/b/issues/9e9",
    "//",
    "/repos/__proto__/x",
  ])
    expect(
      (await client.rest("GET", odd.startsWith("/") ? odd : `/${odd}`)).status,
    ).toBeGreaterThan(399);
  const deep = `{ a: ${"[".repeat(9000)}`;
  expect((await client.graphql(deep)).errors).toHaveLength(1);
  for (const variables of [null, 5, []])
    await client.graphql(
      "query($n: Int!) { nodes(ids: []) { id } x: node(id: $n) { id } }",
      variables as never,
    );
  expect((await client.rest("GET", `/repos/${REPO}`)).status).toBe(200);
});
