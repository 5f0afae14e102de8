import { describe, expect, it } from "@jest/globals";
import { inspect } from "node:util";
import type { Tickets } from "../../../src/effects/tickets.ts";
import { RetryLaterError, TerminalError } from "../../../src/incident/errors.ts";
import { createFreshdesk } from "../../../src/integrations/freshdesk/index.ts";
import { toPause } from "../../../src/integrations/freshdesk/to-error.ts";
import type { DeskFault } from "../../../src/sandbox/freshdesk/index.ts";
import { DESK_START, useFreshdesk } from "../../support/freshdesk.ts";

const scene = useFreshdesk({ timeoutMs: 5000 });

const CALLS: readonly (readonly [
  string,
  (tickets: Tickets, ticket: string) => Promise<unknown>,
])[] = [
  ["read", (tickets, ticket) => tickets.read(ticket)],
  ["reply", (tickets, ticket) => tickets.reply(ticket, "<p>Hi</p>", "k")],
  ["note", (tickets, ticket) => tickets.note(ticket, "<p>Hi</p>", "k")],
  ["find", (tickets, ticket) => tickets.find(ticket, "k")],
  ["setStatus", (tickets, ticket) => tickets.setStatus(ticket, "resolved")],
  ["cannedResponse", (tickets) => tickets.cannedResponse(7)],
];

/** The calls to meet this failure with: a desk that says nothing is not waited for long. */
function callsFor(fault: DeskFault | null): Tickets {
  const { desk, tickets } = scene();
  if (fault?.kind !== "hang") return tickets;
  const { url, apiKey } = desk;
  return createFreshdesk({ url, apiKey, now: () => DESK_START, timeoutMs: 50 });
}

/** The error of a call that has to fail. */
async function errorOf(call: Promise<unknown>): Promise<Error> {
  const error = await call.then(
    () => new Error("it did not fail"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error("what was thrown is no error");
  return error;
}

const answer = (status: number, retryAfter?: string): DeskFault => ({
  kind: "answer",
  status,
  ...(retryAfter !== undefined && { retryAfter }),
  body: '{"description":"Rae Community rae@community.example wrote: my hub is down"}',
});

describe.each(CALLS)("%s", (_name, call) => {
  const failing = async (fault: DeskFault): Promise<Error> => {
    const { desk } = scene();
    const ticket = desk.addressOf(desk.world.openTicket());
    desk.world.keepCanned(7, "<p>Hi</p>");
    desk.faults.failNext(fault, { count: 2 });
    return errorOf(call(callsFor(fault), ticket));
  };

  it("waits as long as a 429 asks", async () => {
    const error = await failing(answer(429, "37"));
    expect(error).toBeInstanceOf(RetryLaterError);
    expect(error).toMatchObject({ retryAfterMs: 37_000 });
  });

  it.each([500, 502, 503, 504])("is tried again later after a %i", async (status) => {
    const error = await failing(answer(status));
    expect(error).toBeInstanceOf(RetryLaterError);
    expect(error).toMatchObject({ retryAfterMs: 60_000 });
  });

  it.each<[string, DeskFault]>([
    ["the connection ends", { kind: "drop", when: "before" }],
    ["no answer comes in time", { kind: "hang" }],
    ["the answer cannot be read", { kind: "answer", status: 200, body: "<html>soon back</html>" }],
  ])("is tried again later when %s", async (_what, fault) => {
    expect(await failing(fault)).toBeInstanceOf(RetryLaterError);
  });

  it.each<[number, RegExp]>([
    [301, /^Freshdesk sends Sitrep elsewhere for .* FRESHDESK_URL/],
    [400, /^Freshdesk does not accept this for .* \(it answers 400\)/],
    [401, /^Freshdesk does not accept the API key\. .* FRESHDESK_API_KEY/],
    [403, /^The agent whose API key Sitrep uses may not /],
    [404, /^There is no .* in Freshdesk/],
    [405, /\(it answers 405\)/],
    [410, /\(it answers 410\)/],
  ])("says in words what a %i means and who can help", async (status, words) => {
    const error = await failing(answer(status));
    expect(error).toBeInstanceOf(TerminalError);
    expect(error.message).toMatch(words);
  });
});

describe("a reply whose answer is lost", () => {
  it.each<[string, DeskFault]>([
    ["with the connection", { kind: "drop", when: "after" }],
    ["in a 502", { kind: "answer", status: 502, when: "after" }],
    ["in what cannot be read", { kind: "answer", status: 201, when: "after", body: "oops" }],
  ])("%s is sent once, and found", async (_how, fault) => {
    const { desk, tickets, writes } = scene();
    const id = desk.world.openTicket();
    const ticket = desk.addressOf(id);
    desk.faults.failNext(fault, { method: "POST" });
    expect(await errorOf(tickets.reply(ticket, "<p>Hi</p>", "k"))).toBeInstanceOf(RetryLaterError);
    const [message] = desk.world.ticket(id).messages;
    expect(await tickets.find(ticket, "k")).toMatchObject({ id: String(message?.id), url: ticket });
    expect(writes()).toEqual([`POST /tickets/${id}/reply`]);
  });
});

describe("a read", () => {
  it("is tried once more at once when the connection fails", async () => {
    const { desk } = scene();
    const { url, apiKey } = desk;
    const tickets = createFreshdesk({ url, apiKey, now: () => DESK_START });
    const ticket = desk.addressOf(desk.world.openTicket());
    desk.faults.failNext({ kind: "drop", when: "before" });
    expect(await tickets.read(ticket)).toMatchObject({ status: "open" });
  });
});

describe("what the agent may not do", () => {
  it.each<[string, string, RegExp]>([
    ["reply", "POST", /may not reply to tickets\./],
    ["note", "POST", /may not add notes to tickets\./],
    ["setStatus", "PUT", /may not change the status of tickets\./],
  ])("is named: %s", async (name, method, words) => {
    const { desk, tickets } = scene();
    const ticket = desk.addressOf(desk.world.openTicket());
    desk.faults.failNext(answer(403), { method });
    const call = CALLS.find(([one]) => one === name)![1];
    expect((await errorOf(call(tickets, ticket))).message).toMatch(words);
  });
});

describe("a ticket that cannot be used", () => {
  it("because it is spam says so, and nothing is sent", async () => {
    const { desk, tickets, writes } = scene();
    const id = desk.world.openTicket();
    desk.world.markSpam(id);
    const error = await errorOf(tickets.reply(desk.addressOf(id), "<p>Hi</p>", "k"));
    expect(error).toBeInstanceOf(TerminalError);
    expect(error.message).toBe(
      `Ticket ${id} is marked as spam. Unmark it in Freshdesk, or name another with \`/ticket <address>\`.`,
    );
    expect(writes()).toEqual([]);
  });

  it.each(CALLS.slice(0, 3))("because it is deleted says so to %s", async (_name, call) => {
    const { desk, tickets, writes } = scene();
    const id = desk.world.openTicket();
    desk.world.remove(id);
    const error = await errorOf(call(tickets, desk.addressOf(id)));
    expect(error).toBeInstanceOf(TerminalError);
    expect(error.message).toMatch(/is deleted\. Restore it in Freshdesk, or name another/);
    expect(writes()).toEqual([]);
  });

  it("because it was merged is read as closed, takes no reply, but a note", async () => {
    const { desk, tickets } = scene();
    const [id, into] = [desk.world.openTicket(), desk.world.openTicket()];
    desk.world.merge(id, into);
    expect(await tickets.read(desk.addressOf(id))).toEqual({
      status: "closed",
      answeredAt: null,
      company: null,
    });
    const error = await errorOf(tickets.reply(desk.addressOf(id), "<p>Hi</p>", "k"));
    expect(error).toBeInstanceOf(TerminalError);
    expect(error.message).toMatch(/is closed, perhaps since it was merged into another/);
    await tickets.note(desk.addressOf(id), "<p>Hi</p>", "n");
    expect(desk.world.ticket(id).messages).toHaveLength(2);
  });
});

describe("a desk that is down", () => {
  it("asks for patience, and works again when it is back", async () => {
    const { desk, tickets } = scene();
    const ticket = desk.addressOf(desk.world.openTicket());
    desk.faults.setDown(true);
    expect(await errorOf(tickets.read(ticket))).toBeInstanceOf(RetryLaterError);
    desk.faults.setDown(false);
    expect(await tickets.read(ticket)).toMatchObject({ status: "open" });
  });

  it("asks for patience where nobody listens at all", async () => {
    const { desk, tickets } = scene();
    const ticket = desk.addressOf(desk.world.openTicket());
    await desk.stop();
    expect(await errorOf(tickets.find(ticket, "k"))).toBeInstanceOf(RetryLaterError);
  });
});

describe("a wrong key", () => {
  it("is refused in words", async () => {
    const { desk } = scene();
    const ticket = desk.addressOf(desk.world.openTicket());
    const tickets = createFreshdesk({ url: desk.url, apiKey: "wrong-key", now: () => DESK_START });
    expect((await errorOf(tickets.read(ticket))).message).toMatch(/does not accept the API key/);
  });
});

describe("Retry-After", () => {
  it.each<[string | null, number]>([
    ["37", 37_000],
    ["0", 1000],
    ["Mon, 04 May 2026 09:32:00 GMT", 120_000],
    ["Mon, 04 May 2026 09:00:00 GMT", 1000],
    [null, 60_000],
    ["soon", 60_000],
    ["-5", 60_000],
    ["99999999999", 60_000],
  ])("%j is %i ms", (header, expected) => {
    expect(toPause(header, DESK_START)).toBe(expected);
  });
});

describe("nothing private leaves Freshdesk", () => {
  const PRIVATE = /Rae|community\.example|hub is down|still broken|sandbox-freshdesk-key|Basic /;
  const FAULTS: readonly (DeskFault | null)[] = [
    null,
    answer(400),
    answer(401),
    answer(403),
    answer(404),
    answer(429),
    answer(500),
    { kind: "drop", when: "after" },
    { kind: "hang" },
    {
      kind: "answer",
      status: 200,
      body: '{"status":"Rae Community","id":"rae@community.example"}',
    },
  ];
  it.each(CALLS)("by %s, in what it returns or throws, whatever happens", async (_name, call) => {
    const { desk } = scene();
    desk.world.keepCanned(7, "<p>Hi</p>");
    for (const fault of FAULTS) {
      const id = desk.world.openTicket({ subject: "My hub is down" });
      desk.world.answerAsCustomer(id, "<p>It is still broken, says Rae</p>");
      if (fault !== null) desk.faults.failNext(fault, { count: 2 });
      const outcome: unknown = await call(callsFor(fault), desk.addressOf(id)).catch(
        (error: unknown) => error,
      );
      const shown = inspect(outcome, { depth: 20, showHidden: true });
      expect(shown).not.toMatch(PRIVATE);
      // What was ordered and not used up must not fail the next.
      for (let n = 0; n < 2; n += 1) {
        desk.faults.take("GET");
      }
    }
  });
});
