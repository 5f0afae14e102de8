import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import {
  createEmbeddedFreshdesk,
  DESK_STATUS,
  type EmbeddedFreshdesk,
} from "../../../src/sandbox/freshdesk/index.ts";

const START = Date.UTC(2026, 4, 4, 9, 30);

let desk: EmbeddedFreshdesk;
beforeEach(async () => {
  desk = await createEmbeddedFreshdesk({ now: () => START });
});
afterEach(async () => {
  await desk.stop();
});

const ask = (method: string, path: string, body?: object, key = desk.apiKey): Promise<Response> =>
  fetch(`${desk.url}/api/v2${path}`, {
    method,
    headers: { authorization: `Basic ${Buffer.from(`${key}:X`).toString("base64")}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

describe("the embedded support desk", () => {
  it("takes replies and notes, and lists them with answers", async () => {
    const id = desk.world.openTicket();
    expect((await ask("POST", `/tickets/${id}/reply`, { body: "<p>Hi</p>" })).status).toBe(201);
    await ask("POST", `/tickets/${id}/notes`, { body: "<p>Note</p>", private: true });
    desk.world.answerAsCustomer(id, "<p>Thanks</p>");
    expect(await (await ask("GET", `/tickets/${id}/conversations`)).json()).toMatchObject([
      { incoming: false, private: false, body_text: "Hi", created_at: "2026-05-04T09:30:00Z" },
      { incoming: false, private: true },
      { incoming: true, private: false },
    ]);
  });

  it("keeps no attribute of HTML but a link's address", async () => {
    const id = desk.world.openTicket();
    const body =
      '<p style="x" data-key="k" title="t">a <a href="https://x.example" id="i">b</a></p>';
    await ask("POST", `/tickets/${id}/reply`, { body });
    expect(desk.world.ticket(id).messages[0]?.body).toBe(
      '<p>a <a href="https://x.example">b</a></p>',
    );
  });

  it("gives pages of 30, and says where the next one is", async () => {
    const id = desk.world.openTicket();
    for (let n = 0; n < 31; n += 1) desk.world.replyAsAgent(id, "x");
    const first = await ask("GET", `/tickets/${id}/conversations`);
    expect(await first.json()).toHaveLength(30);
    expect(first.headers.get("link")).toMatch(/page=2>;rel="next"$/);
    const second = await ask("GET", `/tickets/${id}/conversations?page=2`);
    expect(await second.json()).toHaveLength(1);
    expect(second.headers.get("link")).toBeNull();
  });

  it("opens a ticket again when the customer answers", async () => {
    const id = desk.world.openTicket();
    await ask("PUT", `/tickets/${id}`, { status: DESK_STATUS.resolved });
    expect(desk.world.ticket(id).status).toBe(DESK_STATUS.resolved);
    desk.world.answerAsCustomer(id, "Still broken");
    expect(desk.world.ticket(id).status).toBe(DESK_STATUS.open);
  });

  it.each<[string, string, object | undefined, number]>([
    ["GET", "/tickets/1", undefined, 404],
    ["PATCH", "/tickets/101", undefined, 405],
    ["POST", "/tickets/101/reply", { body: " " }, 400],
    ["PUT", "/tickets/101", { status: 9 }, 400],
    ["GET", "/canned_responses/1", undefined, 404],
    ["GET", "/agents", undefined, 404],
  ])("answers %s %s with %j by its number", async (method, path, body, status) => {
    desk.world.openTicket();
    expect((await ask(method, path, body)).status).toBe(status);
  });

  it("lets nobody in without the key", async () => {
    const id = desk.world.openTicket();
    expect((await ask("POST", `/tickets/${id}/reply`, { body: "x" }, "other")).status).toBe(401);
    expect(desk.world.ticket(id).messages).toEqual([]);
  });

  it("fails as it is told, and as often", async () => {
    const id = desk.world.openTicket();
    const get = async (): Promise<number> => (await ask("GET", `/tickets/${id}`)).status;
    desk.faults.failNext(
      { kind: "answer", status: 429, retryAfter: "3" },
      { method: "GET", count: 2 },
    );
    const limited = await ask("GET", `/tickets/${id}`);
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "3"]);
    expect([await get(), await get()]).toEqual([429, 200]);
    desk.faults.setDown(true);
    expect(await get()).toBe(503);
    desk.faults.setDown(false);
    expect(await get()).toBe(200);
  });

  it("does what was asked although its answer is lost", async () => {
    const id = desk.world.openTicket();
    desk.faults.failNext({ kind: "drop", when: "after" });
    await expect(ask("POST", `/tickets/${id}/reply`, { body: "x" })).rejects.toThrow(
      "fetch failed",
    );
    expect(desk.world.ticket(id).messages).toHaveLength(1);
    expect(desk.calls()).toMatchObject([{ method: "POST", status: null }]);
  });
});
