import { afterEach, describe, expect, it } from "@jest/globals";
import { delivery, path, type ServerHarness, startServer } from "./harness.ts";

let harness: ServerHarness;
afterEach(() => harness.server.close());

const body = JSON.stringify({ action: "opened" });

describe("a delivery", () => {
  it("with a right signature is acknowledged and handed on with its id, name and payload", async () => {
    harness = await startServer();
    const response = await harness.request(path, await delivery(body));
    expect(response.status).toBe(202);
    expect(await response.text()).toBe("Accepted.");
    expect(harness.received).toEqual([
      {
        id: "00000000-0000-4000-8000-000000000001",
        name: "issues",
        payload: { action: "opened" },
      },
    ]);
  });

  it("is acknowledged before the work on it is done", async () => {
    const { promise: work, resolve: finish } = Promise.withResolvers<void>();
    harness = await startServer({ receive: () => work });
    const response = await harness.request(path, await delivery(body));
    expect(response.status).toBe(202);
    expect(harness.received).toHaveLength(1);
    finish();
  });

  it("is verified over its exact bytes, whatever letters it has", async () => {
    harness = await startServer();
    const text = JSON.stringify({ title: "Größe 🔥 \u2028 \u0000 日本" });
    expect((await harness.request(path, await delivery(text))).status).toBe(202);
    expect(harness.received[0]!.payload).toEqual(JSON.parse(text));
  });

  it("is received again when it is delivered again", async () => {
    harness = await startServer();
    const init = await delivery(body);
    const statuses = [await harness.request(path, init), await harness.request(path, init)];
    expect(statuses.map(({ status }) => status)).toEqual([202, 202]);
    expect(harness.received).toHaveLength(2);
  });

  it("arrives at another path when the settings say so", async () => {
    harness = await startServer({ path: "/hooks" });
    expect((await harness.request("/hooks", await delivery(body))).status).toBe(202);
    expect((await harness.request(path, await delivery(body))).status).toBe(404);
  });

  const refusals = [
    ["without a signature", { "x-hub-signature-256": null }, 401],
    ["with half a signature", { "x-hub-signature-256": "sha256=abc" }, 401],
    ["with a SHA-1 signature", { "x-hub-signature-256": `sha1=${"a".repeat(40)}` }, 401],
    ["with another body's signature", { "x-hub-signature-256": `sha256=${"a".repeat(64)}` }, 401],
    ["without an event", { "x-github-event": null }, 400],
    ["with an event that is none", { "x-github-event": "../issues" }, 400],
    ["without an id", { "x-github-delivery": null }, 400],
    ["with an id that is none", { "x-github-delivery": "a b\tc" }, 400],
    ["as a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["as nearly JSON", { "content-type": "application/jsonp" }, 415],
    ["without a content type", { "content-type": "" }, 415],
  ] as const;
  it.each(refusals)("%s is refused and has no effect", async (_how, headers, status) => {
    harness = await startServer();
    const response = await harness.request(path, await delivery(body, headers));
    expect(response.status).toBe(status);
    expect(harness.received).toEqual([]);
  });

  it.each(["{", "[]", "null", '"text"', "\uFEFF{}"])(
    "with a right signature but no JSON object (%j) is refused",
    async (text) => {
      harness = await startServer();
      const response = await harness.request(path, await delivery(text));
      expect(response.status).toBe(400);
      expect(await response.text()).toBe("The body is no JSON object.");
      expect(harness.received).toEqual([]);
    },
  );

  it("without a body is refused", async () => {
    harness = await startServer();
    expect((await harness.request(path, await delivery(""))).status).toBe(400);
  });

  it("tells the log its id, event and status, and nothing of its text", async () => {
    harness = await startServer();
    await harness.request(path, await delivery(body));
    await harness.request(path, await delivery(body, { "x-hub-signature-256": null }));
    await harness.server.close();
    expect(harness.outcomes).toEqual([
      { id: "00000000-0000-4000-8000-000000000001", event: "issues", status: 202 },
      { id: null, event: null, status: 401 },
    ]);
  });
});

describe("an error inside", () => {
  it("after the acknowledgement goes to the log", async () => {
    const error = new Error("postgres://sitrep:hunter2@db is down");
    harness = await startServer({ receive: () => Promise.reject(error) });
    const response = await harness.request(path, await delivery(body));
    expect(response.status).toBe(202);
    await harness.server.close();
    expect(harness.errors).toEqual([error]);
  });

  it("before it goes to the log, and the answer does not carry its text", async () => {
    const error = new Error("the secret is hunter2");
    harness = await startServer({ verify: () => Promise.reject(error) });
    const response = await harness.request(path, await delivery(body));
    expect(response.status).toBe(500);
    expect(await response.text()).toBe("Sitrep failed here; its log says why.");
    expect(harness.errors).toEqual([error]);
    expect(harness.server.heldBytes()).toBe(0);
  });
});

describe("an address", () => {
  it("that is unknown answers 404", async () => {
    harness = await startServer();
    for (const to of ["/", "/healthz/", "/__proto__", `${path}/x`, "/HEALTHZ"]) {
      expect((await harness.request(to)).status).toBe(404);
    }
  });

  it("asked by a wrong method says which are right", async () => {
    harness = await startServer();
    const ask = async (to: string, method: string) => {
      const { status, headers } = await harness.request(to, { method });
      return [status, headers.get("allow")];
    };
    expect(await ask(path, "GET")).toEqual([405, "POST"]);
    expect(await ask(path, "DELETE")).toEqual([405, "POST"]);
    expect(await ask("/healthz", "POST")).toEqual([405, "GET, HEAD"]);
    expect(await ask("/readyz", "PUT")).toEqual([405, "GET, HEAD"]);
  });

  it("of deliveries may carry a query", async () => {
    harness = await startServer();
    expect((await harness.request(`${path}?a=/b`, await delivery(body))).status).toBe(202);
  });
});

describe("closing", () => {
  it("finishes what is being received and takes nothing new", async () => {
    const { promise: work, resolve: finish } = Promise.withResolvers<void>();
    harness = await startServer({ receive: () => work });
    await harness.request(path, await delivery(body));
    let isClosed = false;
    const closed = harness.server.close().then(() => (isClosed = true));
    await expect(harness.request(path, await delivery(body))).rejects.toThrow("fetch failed");
    expect(isClosed).toBe(false);
    finish();
    await closed;
  });

  it("does not wait for ever for a connection or for work that hangs", async () => {
    const never = new Promise<void>(() => {});
    harness = await startServer({ receive: () => never, timeouts: { closeMs: 50 } });
    await harness.request(path, await delivery(body));
    await harness.server.close();
    expect(harness.received).toHaveLength(1);
  });
});
