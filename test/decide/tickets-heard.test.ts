import { describe, expect, it } from "@jest/globals";
import { applyFact } from "../../src/decide/apply-fact.ts";
import { withDeskNews } from "../../src/decide/desk-news.ts";
import { tellHeld } from "../../src/decide/tell-held.ts";
import { withOutcomes } from "../../src/decide/walk.ts";
import type { Fact } from "../../src/effects/index.ts";
import { NOTHING_SAID, type CommunityText, type HeldText } from "../../src/incident/community.ts";
import type { DeskNews } from "../../src/incident/desk.ts";
import type { Incident, Reminded } from "../../src/incident/incident.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { aStanding } from "./looked.ts";

const TICKET = "https://desk.test/a/tickets/1";
const desk = { addressOf: (text: string) => (text.startsWith("https://desk.test/") ? text : null) };

const told = (name: string, minutes: number, by: string | null = "bo"): DeskNews => ({
  kind: "told",
  name,
  ticket: TICKET,
  by,
  since: after(minutes),
  at: after(minutes),
});
const answered = (minutes: number): DeskNews => ({
  kind: "answered",
  ticket: TICKET,
  at: after(minutes),
});

const heard = (news: readonly DeskNews[], incident: Partial<Incident> = {}) =>
  withDeskNews(anIncident(incident), news, { desk });
const logOf = ({ timeline }: Incident) =>
  timeline.map(({ at, kind, by, what }) => [at, kind, by, what]);
const DECLARED = [after(0), "declared", "ana", undefined] as const;

describe("what was seen of a ticket", () => {
  it("is nothing where nothing was", () => {
    const incident = anIncident();
    expect(withDeskNews(incident, [], { desk })).toBe(incident);
  });

  it("stands in the timeline: the first response and the end, and with a link", () => {
    const all = ["first-response", "note", "update", "resolved"].map((name) => told(name, 5));
    const found = heard(all);
    expect(logOf(found)).toEqual([
      DECLARED,
      [after(5), "told", "bo", "first-response"],
      [after(5), "told", "bo", "resolved"],
    ]);
    expect(found.timeline.at(-1)?.url).toBe(TICKET);
    expect(found.community).toEqual({
      ...NOTHING_SAID,
      acknowledgedAt: after(5),
      toldAt: after(5),
    });
  });

  it("is no message to the community, where it is a note for agents", () => {
    expect(heard([told("note", 5)]).community).toBeUndefined();
  });

  it("is each at its own time, in the order of time", () => {
    const timeline = [
      ...anIncident().timeline,
      { at: after(7), kind: "note", by: "bo", text: "a" } as const,
    ];
    const found = heard([answered(8), told("first-response", 5)], { timeline });
    expect(logOf(found).map(([at, kind]) => [at, kind])).toEqual([
      [after(0), "declared"],
      [after(5), "told"],
      [after(7), "note"],
      [after(8), "answered"],
    ]);
  });

  it("is an answer once, and only one that came since the ticket was named", () => {
    const found = heard([answered(8)]);
    expect(found.community).toEqual({
      ...NOTHING_SAID,
      answeredAt: after(8),
      answeredIn: TICKET,
    });
    expect(found.timeline.at(-1)).toMatchObject({ kind: "answered", by: null, url: TICKET });
    expect(logOf(withDeskNews(found, [answered(8)], { desk }))).toHaveLength(2);
    expect(logOf(withDeskNews(found, [answered(7)], { desk }))).toHaveLength(2);
    expect(logOf(withDeskNews(found, [answered(9)], { desk }))).toHaveLength(3);
    expect(logOf(heard([answered(0)]))).toHaveLength(1);
    const named = { at: after(9), kind: "ticket", by: "bo", what: TICKET } as const;
    const timeline = [...anIncident().timeline, named];
    expect(heard([answered(9)], { timeline }).community).toBeUndefined();
    expect(heard([answered(10)], { timeline }).community?.answeredAt).toBe(after(10));
  });
});

const resolved = { phase: "resolved", phaseSince: after(5) } as const;

const text = (name: CommunityText["name"], words: string | null = "We look."): CommunityText => ({
  name,
  isUpdate: name === "update",
  words,
  promisedAt: null,
  nextAt: null,
  by: "bo",
  at: after(8),
  url: "https://a.test/",
});
const held = (name: CommunityText["name"], words: string | null = "We look."): HeldText => ({
  text: text(name, words),
  count: 1,
  mayBeSent: true,
});

const applied = (fact: Fact, incident: Partial<Incident> = {}, minutes = 10) =>
  applyFact(anIncident(incident), fact, after(minutes));

describe("what stands in a ticket", () => {
  const vouched = { announce: { at: after(8), by: "ana" } };

  it.each<readonly [string, string, string | null, Partial<Incident>, Incident["vouched"]]>([
    [
      "tells that it is over",
      "resolved",
      "bo",
      resolved,
      { announce: { at: after(10), by: "bo" } },
    ],
    [
      "counts anew, when it was told",
      "update",
      "bo",
      { ...resolved, vouched },
      { announce: { at: after(10), by: "bo" } },
    ],
    ["does not tell it, as an update", "update", "bo", resolved, {}],
    ["does not tell it before it is", "resolved", "bo", {}, {}],
    ["does not tell it by nobody's word", "resolved", null, resolved, {}],
    ["does not tell it, as a response", "first-response", "bo", { ...resolved, vouched }, vouched],
  ])("%s", (_, name, by, incident, now) => {
    expect(applied({ kind: "told", name, by }, incident).vouched).toEqual(now);
  });

  it("counts as of the last of it, whatever is seen first", () => {
    const late = { kind: "told", name: "resolved", by: "bo" } as const;
    const vouchedLater = { announce: { at: after(12), by: "ana" } };
    const found = applied(late, { ...resolved, vouched: vouchedLater });
    expect(found.vouched.announce).toEqual({ at: after(12), by: "bo" });
    const community = { ...NOTHING_SAID, acknowledgedAt: after(12), toldAt: after(12) };
    const first = { kind: "told", name: "first-response", by: null } as const;
    expect(applied(first, { community }).community).toEqual(community);
    expect(applied(first, { community }, 13).community).toEqual({
      ...community,
      acknowledgedAt: after(13),
      toldAt: after(13),
    });
    expect(applied(late, { community }, 13).community).toEqual({ ...community, toldAt: after(13) });
  });
});

describe("a text for the community", () => {
  it("that goes out waits no more, and announces the end where it is that", () => {
    expect(applied({ kind: "say", text: text("update") }, { held: held("update") })).toEqual(
      anIncident({ held: null }),
    );
    expect(applied({ kind: "say", text: text("resolved") })).toEqual(
      anIncident({ announcing: after(10) }),
    );
  });

  it("that waits takes the place of another, and has the next number", () => {
    const first = applied({ kind: "hold", text: text("update"), mayBeSent: false });
    expect(first).toEqual(
      anIncident({ heldCount: 1, held: { text: text("update"), mayBeSent: false, count: 1 } }),
    );
    const next = applyFact(
      first,
      { kind: "hold", text: text("resolved"), mayBeSent: true },
      after(11),
    );
    expect(next).toMatchObject({ heldCount: 2, held: { count: 2 }, announcing: after(11) });
  });

  it("that says that it is over waits no more when somebody told them", () => {
    const vouch = { kind: "vouch", step: "announce", by: "bo" } as const;
    expect(applied(vouch, { held: held("resolved") }).held).toBeNull();
    expect(applied(vouch, { held: held("update") }).held).not.toBeNull();
    expect(applied({ ...vouch, by: null }, { held: held("resolved") }).held).not.toBeNull();
    expect(applied({ ...vouch, step: "report" }, { held: held("resolved") }).held).not.toBeNull();
  });

  it("waits no more when the issue is closed", () => {
    const close = { kind: "want-state", state: "closed-as-completed", by: "bo" } as const;
    expect(applied(close, { held: held("update") }).held).toBeNull();
    expect(applied({ kind: "want-state", state: "open" }, { held: held("update") }).held).toEqual(
      held("update"),
    );
  });

  it("is an update that is told later, where it is to be sent", () => {
    const update = { at: after(10), by: "bo", text: "ok", url: "https://a.test/", nextAt: null };
    const record = { kind: "record-update", update } as const;
    expect(applied(record, resolved).vouched.announce).toEqual({ at: after(10), by: "bo" });
    expect(applied({ ...record, isToBeSent: true }, resolved).vouched).toEqual({});
  });

  it("has a key of its own for each that a comment sends", () => {
    const say = { kind: "say", text: text("update") } as const;
    const { walk } = aStanding();
    const start = { ...walk, incident: anIncident() };
    const cause = { key: "IC_1/0", at: after(10), done: false };
    const both = withOutcomes(start, [say, say], cause);
    const more = withOutcomes(both, [say], { ...cause, key: "IC_1/01" });
    expect(more.said.map(({ key }) => key)).toEqual([
      "IC_1/0/say/0",
      "IC_1/0/say/1",
      "IC_1/01/say/0",
    ]);
  });
});

describe("a text that waits", () => {
  const { given } = aStanding();
  const tells = (incident: Partial<Incident>, canned: Readonly<Record<string, number>> = {}) =>
    tellHeld(
      anIncident({ liaison: "bo", ...incident }),
      { ...given, policy: { ...POLICY, ticket: { ...POLICY.ticket, canned } } },
      after(10),
    );
  const sent: Reminded = {
    name: "text-waits",
    subject: "1",
    step: 0,
    at: after(10),
    nodeId: null,
    outdated: false,
  };

  it("is shown with what is doubtful in it, to those who may send it", () => {
    const found = tells({ held: held("update", "It will be fixed soon.") });
    expect(found.live).toEqual([sent]);
    expect(found.posts).toMatchObject([
      {
        key: "remind/text-waits/1/0",
        message: {
          name: "text-waits",
          data: {
            text: { words: "It will be fixed soon." },
            mayBeSent: true,
            speakers: ["bo", "ana"],
            findings: [{ kind: "fix-time", excerpt: "soon" }],
            more: 0,
            canned: null,
          },
        },
      },
    ]);
  });

  it("shows eight doubts, and counts the others", () => {
    const words = Array.from({ length: 11 }, () => "localhost").join(" ");
    const data = tells({ held: held("update", words) }).posts.map(({ message }) => message.data);
    expect(data).toMatchObject([{ findings: { length: 8 }, more: 3 }]);
  });

  it("may have no words, and a canned response about it", () => {
    const found = tells({ held: held("resolved", null) }, { resolved: 7 });
    expect(found.posts[0]?.message.data).toMatchObject({ findings: [], canned: 7 });
  });

  it("is shown once", () => {
    const other: Reminded = { ...sent, subject: "0" };
    const escalate: Reminded = { ...sent, name: "escalate" };
    const before = { ...sent, at: after(9), nodeId: "IC_9" };
    const incident = { held: held("update"), reminded: [other, escalate, before] };
    expect(tells(incident)).toEqual({ posts: [], live: [before] });
    expect(tells({ ...incident, reminded: [other, escalate] }).posts).toHaveLength(1);
  });

  it.each<readonly [string, Partial<Incident>]>([
    ["nothing waits", { held: null }],
    ["nothing ever waited", {}],
    ["it is closed", { held: held("update"), closed: { at: after(9), by: "bo", reason: "x" } }],
    ["Sitrep stands by", { held: held("update"), active: false }],
  ])("is not shown where %s", (_, incident) => {
    expect(tells(incident)).toEqual({ posts: [], live: [] });
  });
});
