import { describe, expect, it } from "@jest/globals";
import type { Tickets } from "../../src/effects/tickets.ts";
import type { Desk, OwedMessage } from "../../src/incident/desk.ts";
import { InternalError, RetryLaterError, TerminalError } from "../../src/incident/errors.ts";
import { nextAskAt, awaitsAnswer } from "../../src/reconcile/asking.ts";
import { tellDesk, type DeskTelling } from "../../src/reconcile/tell-desk.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";

const DOWN = new RetryLaterError("Freshdesk is down (it answers 503).", 90_000);
const GONE = new TerminalError("Ticket 1 is deleted.");

/** A desk that notes what is done, and fails where it is told to: `reply 1`, `find 2`. */
function createDesk(failures: Readonly<Record<string, Error>> = {}) {
  const done: string[] = [];
  const sent = new Set<string>();
  const act = (what: string): void => {
    const failure = failures[what];
    if (failure !== undefined) throw failure;
    done.push(what);
  };
  const send =
    (how: string) =>
    async (ticket: string, _: string, key: string, options?: { toClosed: boolean }) => {
      act(`${how} ${ticket}${options?.toClosed === true ? " though closed" : ""}`);
      sent.add(`${ticket} ${key}`);
      return { id: key, url: ticket, at: after(9) };
    };
  const tickets: Tickets = {
    addressOf: (ticket) => ticket,
    reply: send("reply"),
    note: send("note"),
    find: async (ticket, key) => {
      act(`find ${ticket}`);
      return sent.has(`${ticket} ${key}`) ? { id: key, url: ticket, at: after(3) } : null;
    },
    read: async (ticket) => {
      act(`read ${ticket}`);
      const company = ticket === "3" ? null : `company of ${ticket}`;
      return { status: "open", answeredAt: ticket === "1" ? after(8) : null, company };
    },
    setStatus: async (ticket, status) => act(`${status} ${ticket}`),
    cannedResponse: async (id) => `<p>canned ${id}</p>`,
  };
  return { tickets, done, sent };
}

const owed = (
  name: string,
  tickets: readonly string[],
  more: Partial<OwedMessage> = {},
): OwedMessage => ({
  key: name,
  tickets,
  message: { name, data: {} },
  by: "ana",
  since: after(1),
  isPast: false,
  ...more,
});

const telling = (
  tickets: Tickets,
  messages: readonly OwedMessage[],
  more: Partial<DeskTelling> = {},
): DeskTelling => ({
  tickets,
  desk: { owed: messages, known: ["1", "2"], closed: false } satisfies Desk,
  asked: [],
  policy: POLICY.ticket,
  isResolved: false,
  troubles: [],
  render: ({ name }, canned) => `${canned ?? ""}${name}`,
  now: after(10),
  ...more,
});

const trouble = (place: string | null, why: string, minutes: number, failures = 1) => ({
  system: "Freshdesk" as const,
  place,
  why,
  retryAt: after(minutes),
  failures,
});

const companyOf = (ticket: string) => ({ ticket, company: `company of ${ticket}` });

describe("telling a desk", () => {
  it("keeps whose the tickets are, as it is asked", async () => {
    const { tickets } = createDesk();
    const known = ["1", "2", "3"];
    const before: Desk = { owed: [], known, closed: false, companies: [companyOf("2")] };
    const told = await tellDesk(telling(tickets, [], { desk: before, asked: ["3", "1"] }));
    expect(told.desk.companies).toEqual([companyOf("1"), companyOf("2")]);
    const unasked = await tellDesk(telling(tickets, []));
    expect(unasked.desk).not.toHaveProperty("companies");
  });

  it("leaves the status of a resolved incident's ticket alone at an update", async () => {
    const { tickets, done } = createDesk();
    await tellDesk(telling(tickets, [owed("update", ["1"])], { isResolved: true }));
    expect(done).toEqual(["find 1", "reply 1"]);
  });

  it("tells a closed ticket, too, where the report is, and leaves its status alone", async () => {
    const { tickets, done } = createDesk();
    const policy = { ...POLICY.ticket, canned: { published: 7 } };
    const rendered: string[] = [];
    const render: DeskTelling["render"] = ({ name }, canned) => {
      rendered.push(`${name} ${canned ?? "-"}`);
      return "";
    };
    const all = [owed("published", ["1"]), owed("published-note", ["2"])];
    const { news, desk } = await tellDesk(telling(tickets, all, { policy, render }));
    expect(done).toEqual(["find 1", "reply 1 though closed", "find 2", "note 2"]);
    expect(rendered).toEqual(["published <p>canned 7</p>", "published-note -"]);
    expect(news.map((one) => one.kind === "told" && one.name)).toEqual([
      "published",
      "published-note",
    ]);
    expect(desk.owed).toEqual([]);
  });

  it("looks before it sends, then sets the status, in order", async () => {
    const { tickets, done } = createDesk();
    const told = await tellDesk(
      telling(tickets, [
        owed("first-response", ["1"]),
        owed("note", ["1"]),
        owed("resolved", ["1"]),
        owed("close", ["1"]),
      ]),
    );
    expect(done).toEqual([
      "find 1",
      "reply 1",
      "pending 1",
      "find 1",
      "note 1",
      "find 1",
      "reply 1",
      "resolved 1",
      "closed 1",
    ]);
    expect(told.desk.owed).toEqual([]);
    expect(told.news.map((news) => (news.kind === "told" ? news.name : ""))).toEqual([
      "first-response",
      "note",
      "resolved",
    ]);
    expect(told.news[0]).toEqual({
      kind: "told",
      name: "first-response",
      ticket: "1",
      by: "ana",
      since: expect.any(Number),
      at: after(9),
    });
  });

  it("sends nothing that stands there, and tells since when it does", async () => {
    const { tickets, done, sent } = createDesk();
    sent.add("1 update");
    const { news } = await tellDesk(telling(tickets, [owed("update", ["1"])]));
    expect(done).toEqual(["find 1", "pending 1"]);
    expect(news).toMatchObject([{ at: after(3) }]);
  });

  it("looks for what is no news any more, and neither sends it nor sets a status", async () => {
    const { tickets, done, sent } = createDesk();
    sent.add("1 update");
    const past = [owed("update", ["1", "2"], { isPast: true })];
    const { news, desk } = await tellDesk(telling(tickets, past));
    expect(done).toEqual(["find 1", "find 2"]);
    expect(news).toMatchObject([{ ticket: "1" }]);
    expect(desk.owed).toEqual([]);
  });

  it("leaves statuses alone where the policy says so, and begins with a canned response", async () => {
    const { tickets, done } = createDesk();
    const rendered: string[] = [];
    const policy = { ...POLICY.ticket, onReply: "none", canned: { update: 7 } } as const;
    const render: DeskTelling["render"] = ({ name }, canned) => {
      rendered.push(`${name} ${canned ?? "-"}`);
      return "";
    };
    await tellDesk(
      telling(tickets, [owed("note", ["1"]), owed("update", ["1"])], { policy, render }),
    );
    expect(done).toEqual(["find 1", "note 1", "find 1", "reply 1"]);
    expect(rendered).toEqual(["note -", "update <p>canned 7</p>"]);
  });

  it("keeps what a failing ticket is owed, and goes on with the others", async () => {
    const { tickets, done } = createDesk({ "reply 1": GONE });
    const { desk, troubles } = await tellDesk(
      telling(tickets, [owed("update", ["1", "2"]), owed("note", ["1"])]),
    );
    expect(done).toEqual(["find 1", "find 2", "reply 2", "pending 2"]);
    expect(desk.owed).toEqual([owed("update", ["1"]), owed("note", ["1"])]);
    expect(troubles).toEqual([trouble("1", GONE.message, 20)]);
  });

  it("leaves a desk that is down alone, and what it is owed with it", async () => {
    const { tickets, done } = createDesk({ "find 1": DOWN });
    const all = [owed("update", ["1", "2"])];
    const first = await tellDesk(telling(tickets, all));
    expect(first.desk.owed).toEqual(all);
    expect(first.troubles).toEqual([trouble(null, DOWN.message, 11.5)]);
    const early = await tellDesk(
      telling(tickets, all, { troubles: first.troubles, now: after(11) }),
    );
    expect(early.troubles).toEqual(first.troubles);
    expect(done).toEqual([]);
    const second = await tellDesk(
      telling(tickets, all, { troubles: first.troubles, now: after(12) }),
    );
    expect(second.troubles).toMatchObject([{ failures: 2 }]);
  });

  it("leaves a ticket alone that somebody has to mend, longer each time, an hour at most", async () => {
    const { tickets } = createDesk({ "find 1": GONE });
    const all = [owed("update", ["1"])];
    let troubles: DeskTelling["troubles"] = [];
    const waits: number[] = [];
    for (let n = 0, now = after(10); n < 5; n++) {
      ({ troubles } = await tellDesk(telling(tickets, all, { troubles, now })));
      waits.push((troubles[0]!.retryAt - now) / 60_000);
      now = troubles[0]!.retryAt;
    }
    expect(waits).toEqual([10, 20, 40, 60, 60]);
  });

  it("throws what is a bug of Sitrep's own", async () => {
    const { tickets } = createDesk({ "find 1": new InternalError("oops") });
    await expect(tellDesk(telling(tickets, [owed("update", ["1"])]))).rejects.toThrow("oops");
  });
});

describe("asking a desk", () => {
  it("asks the tickets that it is to, and tells when they were answered", async () => {
    const { tickets, done } = createDesk();
    const { news } = await tellDesk(telling(tickets, [], { asked: ["1", "2"] }));
    expect(done).toEqual(["read 1", "read 2"]);
    expect(news).toEqual([{ kind: "answered", ticket: "1", at: after(8) }]);
  });

  it("is no trouble where the desk is down, and asks no other ticket then", async () => {
    const { tickets, done } = createDesk({ "read 1": DOWN });
    const told = await tellDesk(telling(tickets, [], { asked: ["1", "2"] }));
    expect(told).toMatchObject({ troubles: [], pauseMs: 90_000 });
    expect(done).toEqual([]);
  });

  it("is a trouble where a ticket is gone, which stays while it is not asked", async () => {
    const { tickets, done } = createDesk({ "read 1": GONE });
    const { troubles } = await tellDesk(telling(tickets, [], { asked: ["1", "2"] }));
    expect(troubles).toEqual([trouble("1", GONE.message, 20)]);
    expect(done).toEqual(["read 2"]);
    const next = await tellDesk(telling(tickets, [], { troubles, now: after(11) }));
    expect(next.troubles).toEqual(troubles);
  });

  it.each([
    ["ten minutes later", 0, 10],
    ["ten minutes later after an hour", 60, 10],
    ["twenty minutes later after two", 120, 20],
    ["an hour later after six", 360, 60],
    ["an hour later after two days", 2880, 60],
  ])("is done again %s of quiet", (_, quiet, minutes) => {
    expect(nextAskAt(anIncident(), after(quiet))).toBe(after(quiet + minutes));
    const community = {
      acknowledgedAt: null,
      toldAt: after(5),
      answeredAt: after(30),
      answeredIn: null,
    };
    expect(nextAskAt(anIncident({ community }), after(30 + quiet))).toBe(
      after(30 + quiet + minutes),
    );
  });

  it.each([
    ["it goes on", {}, true],
    ["it is resolved", { phase: "resolved" }, true],
    ["it was confirmed", { phase: "resolved", confirmedAt: after(1) }, false],
    ["it was closed", { closed: { at: after(1), by: "ana", reason: "completed" } }, false],
    ["Sitrep stands by", { active: false }, false],
  ] as const)("is done while it waits for the community: %s", (_, incident, expected) => {
    expect(awaitsAnswer(anIncident(incident))).toBe(expected);
  });
});
