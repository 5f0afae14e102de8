import { afterEach, describe, expect, it } from "@jest/globals";
import { sign } from "@octokit/webhooks-methods";
import {
  connectRaw,
  delivery,
  flood,
  path,
  secret,
  sendHead,
  type ServerHarness,
  startServer,
} from "./harness.ts";

let harness: ServerHarness;
afterEach(() => harness.server.close());

const megabyte = 1_048_576;
const post = `POST ${path} HTTP/1.1`;
const head = [
  post,
  "Content-Type: application/json",
  "X-GitHub-Event: issues",
  "X-GitHub-Delivery: 1",
];
const signature = `X-Hub-Signature-256: sha256=${"a".repeat(64)}`;
const chunked = "Transfer-Encoding: chunked";

/** What the kernels of both ends may hold without anybody reading. */
const inTheKernel = 24 * megabyte;

describe("a stream that cannot be a delivery", () => {
  it("is never read when it has no signature, and its connection is cut", async () => {
    harness = await startServer();
    const client = connectRaw(harness.port);
    sendHead(client, ...head, chunked);
    const sent = await flood(client, 300 * megabyte);
    expect(client.answer()).toMatch(/^HTTP\/1\.1 401 .*connection: close/is);
    expect(sent).toBeLessThan(inTheKernel);
    expect(harness.server.heldBytes()).toBe(0);
  });

  it.each([
    ["to an unknown address", "POST /elsewhere HTTP/1.1", 404],
    ["by a wrong method", `PUT ${path} HTTP/1.1`, 405],
  ])("is never read %s", async (_how, line, status) => {
    harness = await startServer();
    const client = connectRaw(harness.port);
    sendHead(client, line, chunked);
    const sent = await flood(client, 300 * megabyte);
    expect(client.answer()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(sent).toBeLessThan(inTheKernel);
  });

  it("is cut off where it grows larger than a delivery can be", async () => {
    harness = await startServer({ limits: { bodyBytes: megabyte } });
    const client = connectRaw(harness.port);
    sendHead(client, ...head, signature, chunked);
    const sent = await flood(client, 300 * megabyte);
    expect(client.answer()).toMatch(/^HTTP\/1\.1 413 /);
    expect(sent).toBeLessThan(inTheKernel);
    expect(harness.server.heldBytes()).toBe(0);
  });

  it("is refused at once when it announces more than 25 MB", async () => {
    harness = await startServer();
    const client = connectRaw(harness.port);
    sendHead(client, ...head, signature, `Content-Length: ${25 * megabyte + 1}`);
    await client.closed;
    expect(client.answer()).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("is not asked to go on when the sender waits to be asked", async () => {
    harness = await startServer();
    const client = connectRaw(harness.port);
    sendHead(client, ...head, "Content-Length: 10", "Expect: 100-continue");
    await client.closed;
    expect(client.answer()).toMatch(/^HTTP\/1\.1 401 /);
    expect(client.answer()).not.toContain("100 Continue");
  });
});

describe("a delivery at the limits", () => {
  it("of exactly the largest size is taken", async () => {
    harness = await startServer({ limits: { bodyBytes: 1_000 } });
    const body = JSON.stringify({ x: "y".repeat(992) });
    expect(body).toHaveLength(1_000);
    expect((await harness.request(path, await delivery(body))).status).toBe(202);
    expect((await harness.request(path, await delivery(`${body} `))).status).toBe(413);
  });

  it("is asked to go on when its sender waits to be asked", async () => {
    harness = await startServer();
    const client = connectRaw(harness.port);
    const right = `X-Hub-Signature-256: ${await sign(secret, "{}")}`;
    const expecting = ["Content-Length: 2", "Expect: 100-continue", "Connection: close"];
    sendHead(client, ...head, right, ...expecting);
    await new Promise((resolve) => client.socket.once("data", resolve));
    expect(client.answer()).toMatch(/^HTTP\/1\.1 100 Continue/);
    client.socket.write("{}");
    await client.closed;
    expect(client.answer()).toMatch(/HTTP\/1\.1 202 /);
  });

  it("is put off while the others hold all the memory there is, and taken when they have left", async () => {
    harness = await startServer({ limits: { bodyBytes: 1_000, totalBytes: 1_200 } });
    const slow = connectRaw(harness.port);
    sendHead(slow, ...head, signature, "Content-Length: 900");
    slow.socket.write("x".repeat(800));
    await until(() => harness.server.heldBytes() === 800);
    const body = JSON.stringify({ x: "y".repeat(600) });
    const refused = await harness.request(path, await delivery(body));
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "60"]);
    slow.socket.destroy();
    await until(() => harness.server.heldBytes() === 0);
    expect((await harness.request(path, await delivery(body))).status).toBe(202);
  });

  it("is put off while too many others are being read", async () => {
    harness = await startServer({ limits: { bodies: 1 } });
    const slow = connectRaw(harness.port);
    sendHead(slow, ...head, signature, "Content-Length: 900");
    slow.socket.write("x");
    await until(() => harness.server.heldBytes() === 1);
    expect((await harness.request(path, await delivery("{}"))).status).toBe(503);
    slow.socket.destroy();
  });
});

describe("a slow sender", () => {
  const timeouts = { headersMs: 100, requestMs: 200, checkMs: 20 };

  it("of headers is cut off", async () => {
    harness = await startServer({ timeouts });
    const client = connectRaw(harness.port);
    client.socket.write(`${post}\r\nHost: x\r\n`);
    await client.closed;
    expect(client.answer()).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("of a body is cut off, and its bytes are let go", async () => {
    harness = await startServer({ timeouts });
    const client = connectRaw(harness.port);
    sendHead(client, ...head, signature, "Content-Length: 900");
    client.socket.write("x".repeat(100));
    await client.closed;
    await until(() => harness.server.heldBytes() === 0);
    expect(harness.received).toEqual([]);
    await harness.server.close();
    expect(harness.outcomes).toEqual([{ id: "1", event: "issues", status: 0 }]);
  });
});

/** Waits, turn by turn, until the world is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
