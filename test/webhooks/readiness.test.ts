import { afterEach, describe, expect, it } from "@jest/globals";
import { type ServerHarness, startServer } from "./harness.ts";

let harness: ServerHarness;
afterEach(() => harness.server.close());

const credentials = { isOk: true, says: "GitHub accepts the App's key." };

describe("GET /healthz", () => {
  it("says ok while the process lives, to HEAD without a body", async () => {
    harness = await startServer();
    const response = await harness.request("/healthz");
    expect([response.status, await response.text()]).toEqual([200, "ok"]);
    const head = await harness.request("/healthz", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });
});

describe("GET /readyz", () => {
  it("answers 200 with the checks when all are well", async () => {
    harness = await startServer({ ready: async () => ({ checks: { credentials } }) });
    const response = await harness.request("/readyz");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ready: true,
      checks: { credentials: { ok: true, says: "GitHub accepts the App's key." } },
    });
  });

  it("answers 503 when one is not", async () => {
    const queue = { isOk: false, says: "The queue has not looked for 5 minutes." };
    harness = await startServer({ ready: async () => ({ checks: { credentials, queue } }) });
    const response = await harness.request("/readyz", { method: "GET" });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, checks: { queue: { ok: false } } });
    expect((await harness.request("/readyz", { method: "HEAD" })).status).toBe(503);
  });

  it("answers 200 when only one is not that Sitrep can do without, and says so", async () => {
    const slack = { isOk: false, isVital: false, says: "Slack does not accept the token." };
    harness = await startServer({ ready: async () => ({ checks: { credentials, slack } }) });
    const response = await harness.request("/readyz");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      ready: true,
      checks: { slack: { ok: false, says: "Slack does not accept the token." } },
    });
  });

  it("does not carry the text of an error", async () => {
    const error = new Error("hunter2");
    harness = await startServer({ ready: () => Promise.reject(error) });
    const response = await harness.request("/readyz");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("hunter2");
    expect(harness.errors).toEqual([error]);
  });

  it("asks once for all who ask at the same time", async () => {
    let asked = 0;
    const { promise: waiting, resolve: finish } = Promise.withResolvers<void>();
    harness = await startServer({
      ready: async () => {
        asked++;
        await waiting;
        return { checks: {} };
      },
    });
    const answers = [harness.request("/readyz"), harness.request("/readyz")];
    await harness.request("/healthz");
    finish();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
    expect(asked).toBeLessThanOrEqual(2);
    await harness.request("/readyz");
    expect(asked).toBeGreaterThan(1);
  });
});
