import { describe, expect, it } from "@jest/globals";
import { createFreshdesk } from "../../../src/integrations/freshdesk/index.ts";
import { DESK_STATUS } from "../../../src/sandbox/freshdesk/index.ts";
import { DESK_START, useFreshdesk } from "../../support/freshdesk.ts";

const MINUTE = 60_000;
const scene = useFreshdesk();

const texts = (ticket: number): readonly string[] =>
  scene()
    .desk.world.ticket(ticket)
    .messages.map(({ body }) => body);

describe("the addresses of Freshdesk's tickets", () => {
  const freshdesk = createFreshdesk({
    url: "https://example.freshdesk.com",
    apiKey: "abcdefgh",
    now: () => 0,
  });
  it.each([
    "https://example.freshdesk.com/a/tickets/125",
    "https://example.freshdesk.com/helpdesk/tickets/125",
    "https://Example.Freshdesk.com/a/tickets/125/",
    "http://example.freshdesk.com/a/tickets/125?view=1#x",
  ])("are known: %s", (address) => {
    expect(freshdesk.addressOf(address)).toBe("https://example.freshdesk.com/a/tickets/125");
  });
  it.each([
    "https://other.freshdesk.com/a/tickets/125",
    "https://example.freshdesk.com.evil.example/a/tickets/125",
    "https://example.freshdesk.com@evil.example/a/tickets/125",
    "https://user@example.freshdesk.com/a/tickets/125",
    "https://example.freshdesk.com:8443/a/tickets/125",
    "https://example.freshdesk.com/a/tickets/",
    "https://example.freshdesk.com/a/tickets/0",
    "https://example.freshdesk.com/a/tickets/125/../../admin",
    "https://example.freshdesk.com/a/tickets/1%2F..%2Fx",
    "https://example.freshdesk.com/a/tickets/new",
    "https://example.freshdesk.com/a/contacts/125",
    "ftp://example.freshdesk.com/a/tickets/125",
    "125",
    "",
  ])("are told from others: %s", (address) => {
    expect(freshdesk.addressOf(address)).toBeNull();
  });

  it("that are others' are refused before anything is asked", async () => {
    const { tickets, desk } = scene();
    await expect(tickets.reply("https://x.example/a/tickets/1", "<p>Hi</p>", "k")).rejects.toThrow(
      /^That is no address of a ticket in this Freshdesk\./,
    );
    expect(desk.calls()).toEqual([]);
  });
});

describe("what is sent to a ticket", () => {
  it("is a public reply, which its key finds again though the desk takes every attribute away", async () => {
    const { desk, tickets } = scene();
    const id = desk.world.openTicket();
    const ticket = desk.addressOf(id);
    expect(await tickets.find(ticket, "comment-1/first")).toBeNull();
    const sent = await tickets.reply(ticket, "<p>We look into it.</p>", "comment-1/first");
    expect(sent).toEqual({ id: "9001", url: ticket, at: DESK_START });
    expect(desk.world.ticket(id).messages).toMatchObject([{ incoming: false, private: false }]);
    expect(texts(id)).toEqual([
      expect.stringMatching(
        /^<p>We look into it\.<\/p>\n<div>Reference: sitrep-[\da-f]{32}<\/div>$/,
      ),
    ]);
    expect(await tickets.find(ticket, "comment-1/first")).toEqual(sent);
    expect(await tickets.find(ticket, "comment-1/second")).toBeNull();
  });

  it("does not show which issue or comment it is from", async () => {
    const { desk, tickets } = scene();
    const id = desk.world.openTicket();
    await tickets.reply(desk.addressOf(id), "<p>Hi</p>", "org/repo#12/comment-77");
    expect(JSON.stringify(desk.calls())).not.toMatch(/org|repo|comment|77/);
  });

  it("is a private note where only agents are to see it", async () => {
    const { desk, tickets } = scene();
    const id = desk.world.openTicket();
    const sent = await tickets.note(desk.addressOf(id), "<p>The issue</p>", "note");
    expect(desk.world.ticket(id).messages).toMatchObject([{ private: true, id: Number(sent.id) }]);
    expect(await tickets.find(desk.addressOf(id), "note")).toEqual(sent);
  });

  it("is told from answers and later replies that quote it", async () => {
    const { desk, tickets, wind } = scene();
    const id = desk.world.openTicket();
    const ticket = desk.addressOf(id);
    const sent = await tickets.reply(ticket, "<p>Hi</p>", "k");
    wind(MINUTE);
    desk.world.answerAsCustomer(id, `<p>Thanks</p><blockquote>${texts(id)[0]}</blockquote>`);
    desk.world.replyAsAgent(id, `<p>Welcome</p><blockquote>${texts(id)[0]}</blockquote>`);
    expect(await tickets.find(ticket, "k")).toEqual(sent);
  });

  it("is not found in an answer alone", async () => {
    const { desk, tickets } = scene();
    const [one, other] = [desk.world.openTicket(), desk.world.openTicket()];
    await tickets.reply(desk.addressOf(one), "<p>Hi</p>", "k");
    desk.world.answerAsCustomer(other, texts(one)[0] ?? "");
    expect(await tickets.find(desk.addressOf(other), "k")).toBeNull();
  });

  it("is found on a further page", async () => {
    const { desk, tickets } = scene();
    const id = desk.world.openTicket();
    for (let n = 0; n < 230; n += 1) desk.world.replyAsAgent(id, `<p>${n}</p>`);
    const sent = await tickets.reply(desk.addressOf(id), "<p>Hi</p>", "k");
    expect(await tickets.find(desk.addressOf(id), "k")).toEqual(sent);
    const pages = desk.calls().filter(({ path }) => path.includes("/conversations?"));
    expect(pages.map(({ path }) => path.slice(-6))).toEqual(["page=1", "page=2", "page=3"]);
  });

  it("is looked for in full or not at all", async () => {
    const { desk, tickets } = scene();
    const id = desk.world.openTicket();
    for (let n = 0; n < 3001; n += 1) desk.world.replyAsAgent(id, "x");
    await expect(tickets.find(desk.addressOf(id), "k")).rejects.toThrow(/more than 3000 messages/);
  });
});

describe("what is read of a ticket", () => {
  it("is its status and when somebody outside last wrote, and nothing else", async () => {
    const { desk, tickets, wind } = scene();
    const id = desk.world.openTicket();
    const ticket = desk.addressOf(id);
    expect(await tickets.read(ticket)).toEqual({
      status: "open",
      answeredAt: null,
      company: null,
    });
    wind(MINUTE);
    desk.world.answerAsCustomer(id, "<p>Still down</p>");
    wind(MINUTE);
    desk.world.replyAsAgent(id, "<p>Thanks</p>");
    desk.world.noteAsAgent(id, "<p>Rae again</p>");
    desk.world.setStatus(id, DESK_STATUS.pending);
    expect(await tickets.read(ticket)).toEqual({
      status: "pending",
      answeredAt: DESK_START + MINUTE,
      company: null,
    });
  });

  it("is a word that the tickets of one company share, and that tells nobody which it is", async () => {
    const { desk } = scene();
    const { url, apiKey } = desk;
    const companyOf = async (email: string, secret: string): Promise<string | null> => {
      const id = desk.world.openTicket({ requester: { name: "Rae", email } });
      const tickets = createFreshdesk({ url, apiKey, secret, now: () => DESK_START });
      return (await tickets.read(desk.addressOf(id))).company;
    };
    const word = await companyOf("rae@one.example", "secret");
    expect(word).toMatch(/^[\w-]{12}$/);
    expect(await companyOf("moe@one.example", "secret")).toBe(word);
    expect(await companyOf("moe@other.example", "secret")).not.toBe(word);
    expect(await companyOf("rae@one.example", "another secret")).not.toBe(word);
    expect(word).not.toContain(String(desk.world.tickets()[0]?.companyId));
  });

  it("takes a status of the desk's own for pending", async () => {
    const { desk, tickets } = scene();
    const id = desk.world.openTicket();
    desk.world.setStatus(id, 7);
    expect(await tickets.read(desk.addressOf(id))).toMatchObject({ status: "pending" });
  });

  it("finds the newest answer on the last page", async () => {
    const { desk, tickets, wind } = scene();
    const id = desk.world.openTicket();
    for (let n = 0; n < 100; n += 1) desk.world.answerAsCustomer(id, "x");
    wind(MINUTE);
    desk.world.answerAsCustomer(id, "x");
    const { answeredAt } = await tickets.read(desk.addressOf(id));
    expect(answeredAt).toBe(DESK_START + MINUTE);
  });
});

describe("a closed ticket", () => {
  it("takes a reply that wants no answer, and stays closed", async () => {
    const { desk, tickets } = scene();
    const id = desk.world.openTicket();
    desk.world.setStatus(id, DESK_STATUS.closed);
    const ticket = desk.addressOf(id);
    await expect(tickets.reply(ticket, "<p>Hi</p>", "k")).rejects.toThrow(/is closed, perhaps/);
    await tickets.reply(ticket, "<p>Read this</p>", "k", { toClosed: true });
    expect(texts(id)).toEqual([expect.stringContaining("Read this")]);
    expect(desk.world.ticket(id).status).toBe(DESK_STATUS.closed);
  });

  it.each(["markSpam", "remove"] as const)("takes none after %s", async (happens) => {
    const { desk, tickets } = scene();
    const id = desk.world.openTicket();
    desk.world[happens](id);
    const sent = tickets.reply(desk.addressOf(id), "<p>Read</p>", "k", { toClosed: true });
    await expect(sent).rejects.toThrow(/is (?:marked as spam|deleted)\./);
    expect(texts(id)).toEqual([]);
  });
});

describe("the status of a ticket", () => {
  it.each(["open", "pending", "resolved", "closed"] as const)("becomes %s", async (status) => {
    const { desk, tickets } = scene();
    const id = desk.world.openTicket();
    await tickets.setStatus(desk.addressOf(id), status);
    expect(desk.world.ticket(id).status).toBe(DESK_STATUS[status]);
  });

  it("is not set again, which could send the survey again", async () => {
    const { desk, tickets, writes } = scene();
    const id = desk.world.openTicket();
    await tickets.setStatus(desk.addressOf(id), "resolved");
    await tickets.setStatus(desk.addressOf(id), "resolved");
    expect(writes()).toEqual([`PUT /tickets/${id}`]);
  });
});

describe("a canned response", () => {
  it("is its HTML", async () => {
    const { desk, tickets } = scene();
    desk.world.keepCanned(7, "<p>We look into it.</p>");
    expect(await tickets.cannedResponse(7)).toBe("<p>We look into it.</p>");
  });

  it.each([
    ["<p>Dear {{ticket.requester.name}}</p>", /^The canned response 7 has placeholders/],
    ["<p>{% if x %}y{% endif %}</p>", /^The canned response 7 has placeholders/],
    [" ", /^The canned response 7 is empty/],
  ])("that nobody could send so is refused: %s", async (html, problem) => {
    const { desk, tickets } = scene();
    desk.world.keepCanned(7, html);
    await expect(tickets.cannedResponse(7)).rejects.toThrow(problem);
  });

  it("that is not there is named", async () => {
    await expect(scene().tickets.cannedResponse(8)).rejects.toThrow(
      /^There is no canned response 8 in Freshdesk/,
    );
  });
});
