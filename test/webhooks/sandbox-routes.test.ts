import { afterEach, describe, expect, it } from "@jest/globals";
import { createSandboxRoutes } from "../../src/webhooks/sandbox-routes.ts";
import { type ServerHarness, startServer } from "./harness.ts";

let harness: ServerHarness;
afterEach(() => harness.server.close());

const TOKEN = "0123456789abcdef";
const bearer = { authorization: `Bearer ${TOKEN}` };

async function start() {
  const offsets: number[] = [];
  const errors: unknown[] = [];
  const desk = {
    wind: async (offset: number) => {
      offsets.push(offset);
      return { now: 1000 + offset, nextLookAt: null };
    },
    deadlines: (key: object) => {
      if (JSON.stringify(key).includes("broken")) throw new Error("broken");
      return { key };
    },
  };
  const routes = createSandboxRoutes(TOKEN, desk, (error) => void errors.push(error));
  harness = await startServer({ routes });
  return { offsets, errors };
}

const put = (body: string, headers: Record<string, string> = bearer) =>
  harness.request("/sandbox/clock", { method: "PUT", headers, body });

describe("the sandbox's addresses", () => {
  it("wind the clock, and tell the time and what comes next", async () => {
    const { offsets } = await start();
    const answer = await put('{"offset": 60000}');
    expect([answer.status, await answer.json()]).toEqual([200, { now: 61_000, nextLookAt: null }]);
    expect(offsets).toEqual([60_000]);
  });

  it("tell what is to come of an issue", async () => {
    await start();
    const answer = await harness.request("/sandbox/deadlines?owner=acme&repo=hubs&number=3", {
      headers: bearer,
    });
    expect(await answer.json()).toEqual({ key: { owner: "acme", repo: "hubs", number: 3 } });
  });

  it.each([
    ["no token", {}],
    ["another token", { authorization: "Bearer 0123456789abcdeX" }],
    ["the token in another way", { authorization: TOKEN }],
  ])("are as unknown as any other with %s", async (_what, headers: Record<string, string>) => {
    const { offsets } = await start();
    const unknown = await harness.request("/nowhere");
    const answers = [
      await put('{"offset": 1}', headers),
      await harness.request("/sandbox/deadlines?owner=a&repo=b&number=1", { headers }),
    ];
    const text = await unknown.text();
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe(text);
    }
    expect(offsets).toEqual([]);
  });

  it.each([
    "",
    "null",
    "{}",
    '{"offset": "1"}',
    '{"offset": 1.5}',
    `{"offset": 1${" ".repeat(2000)}}`,
  ])("refuse %j", async (body) => {
    const { offsets } = await start();
    expect((await put(body)).status).toBe(400);
    expect(offsets).toEqual([]);
  });

  it.each(["", "?owner=a&repo=b", "?owner=a&repo=b&number=x", "?owner=&repo=b&number=1"])(
    "know no issue %j",
    async (search) => {
      await start();
      const answer = await harness.request(`/sandbox/deadlines${search}`, { headers: bearer });
      expect(answer.status).toBe(404);
    },
  );

  it("keep an error's text to the log", async () => {
    const { errors } = await start();
    const path = "/sandbox/deadlines?owner=broken&repo=b&number=1";
    const answer = await harness.request(path, { headers: bearer });
    expect([answer.status, await answer.text()]).toEqual([
      500,
      "Sitrep failed here; its log says why.",
    ]);
    expect(errors).toHaveLength(1);
  });
});

it("without the sandbox there are none", async () => {
  harness = await startServer();
  expect((await put('{"offset": 1}')).status).toBe(404);
});
