import { beforeEach, expect, test } from "@jest/globals";
import { RetryLaterError, TerminalError } from "../../../src/incident/errors.ts";
import type { Client } from "../../../src/integrations/github/client.ts";
import { useWire } from "../../support/wire.ts";
import { createWireClient } from "../../support/wire-client.ts";

const wire = useWire();
const START = Date.parse("2026-05-04T09:00:00Z");
let now = START;
let forgotten = 0;
let client: Client;

beforeEach(() => {
  now = START;
  forgotten = 0;
  client = createWireClient({
    now: () => now,
    forgetToken: () => {
      forgotten += 1;
    },
  });
});

const answer = (status: number, body: object | string, headers: Record<string, string> = {}) =>
  wire.post("/api/graphql").reply(status, body, headers);
const failure = (path: readonly string[], type: string) => ({ path, type, message: `${type}!` });
const mutate = () => client.mutate("mutation { m0: x }", {});
const rejection = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

test("data comes as it is", async () => {
  answer(200, { data: { x: 1 } });
  expect(await client.query("{ x }", {})).toEqual({ data: { x: 1 }, failures: [] });
});

test("parts that failed are told beside the data", async () => {
  answer(200, { data: { m0: null, m1: {} }, errors: [failure(["m0"], "FORBIDDEN")] });
  expect(await mutate()).toEqual({
    data: { m0: null, m1: {} },
    failures: [failure(["m0"], "FORBIDDEN")],
  });
});

test("a failed write is never repeated by itself", async () => {
  answer(502, "Bad Gateway");
  expect(await rejection(mutate())).toMatchObject({ status: 502 });
});

test("a broken connection is told, and not repeated", async () => {
  wire.post("/api/graphql").replyWithError("socket hang up");
  expect(await rejection(mutate())).toBeInstanceOf(Error);
});

test("after a request for patience nothing is sent until the time is over", async () => {
  answer(429, { message: "slow down" }, { "retry-after": "30" });
  expect(await rejection(mutate())).toMatchObject({
    name: "RetryLaterError",
    retryAfterMs: 30_000,
  });
  now += 10_000;
  expect(await rejection(client.query("{ x }", {}))).toMatchObject({ retryAfterMs: 20_000 });
  now += 20_000;
  answer(200, { data: { x: 2 } });
  expect(await client.query("{ x }", {})).toEqual({ data: { x: 2 }, failures: [] });
});

test("where GitHub says only that it is too much, each pause is twice as long as the last, until it is well", async () => {
  const waits: number[] = [];
  for (let round = 0; round < 7; round++) {
    answer(403, { message: "You have exceeded a secondary rate limit." });
    const error = (await rejection(mutate())) as RetryLaterError;
    waits.push(error.retryAfterMs / 60_000);
    now += error.retryAfterMs;
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 16, 16]);
  answer(200, { data: {} });
  await mutate();
  answer(429, { message: "slow down" });
  expect(await rejection(mutate())).toMatchObject({ retryAfterMs: 60_000 });
});

test("calls that were under way together count as one request for patience", async () => {
  const failing = [1, 2, 3, 4].map(() => {
    answer(429, { message: "slow down" });
    return rejection(client.query("{ x }", {}));
  });
  for (const error of await Promise.all(failing))
    expect(error).toMatchObject({ retryAfterMs: 60_000 });
  now += 60_000;
  answer(429, { message: "slow down" });
  expect(await rejection(mutate())).toMatchObject({ retryAfterMs: 120_000 });
});

test("GraphQL's own limit, told in an answer of 200, asks for patience too", async () => {
  const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(START / 1000 + 600) };
  answer(200, { data: null, errors: [failure([], "RATE_LIMITED")] }, headers);
  const error = await rejection(client.query("{ x }", {}));
  expect(error).toBeInstanceOf(RetryLaterError);
  expect(error).toMatchObject({ retryAfterMs: 600_000 });
});

test("a token that is not taken is forgotten once", async () => {
  answer(401, { message: "Bad credentials" });
  expect(await rejection(client.query("{ x }", {}))).toMatchObject({ status: 401 });
  expect(forgotten).toBe(1);
});

test("REST that has no access is never going to work", async () => {
  wire.get("/api/v3/repos/acme/hubs").reply(404, { message: "Not Found" });
  const call = client.rest("read", (octokit) =>
    octokit.request("GET /repos/{owner}/{repo}", { owner: "acme", repo: "hubs" }),
  );
  expect(await rejection(call)).toBeInstanceOf(TerminalError);
});

test("writes go one after the other, reads beside each other", async () => {
  const running = { read: 0, write: 0 };
  const most = { read: 0, write: 0 };
  const call = (kind: "read" | "write") =>
    client.rest(kind, async () => {
      running[kind] += 1;
      most[kind] = Math.max(most[kind], running[kind]);
      await new Promise((resolve) => setImmediate(resolve));
      running[kind] -= 1;
    });
  await Promise.all([1, 2, 3, 4].flatMap(() => [call("read"), call("write")]));
  expect(most).toEqual({ read: 4, write: 1 });
});
