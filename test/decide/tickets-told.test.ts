import { describe, expect, it } from "@jest/globals";
import {
  namedAt,
  reachOf,
  surroundingsOf,
  tellDesk,
  ticketsOf,
} from "../../src/decide/tell-desk.ts";
import type { Said } from "../../src/decide/walk.ts";
import type { CommunityText } from "../../src/incident/community.ts";
import { NOTHING_TOLD, type Desk, type OwedMessage } from "../../src/incident/desk.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { MachineRecord } from "../../src/incident/record.ts";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { A_STATUS } from "../support/snapshot.ts";
import { aRecord, aStanding } from "./looked.ts";

const ONE = "https://desk.test/a/tickets/1";
const TWO = "https://desk.test/a/tickets/2";
/** The support desk knows its own addresses, in one form. */
const desk = {
  addressOf: (text: string) =>
    /^https:\/\/desk\.test\/a\/tickets\/\d+/.exec(text.toLowerCase())?.[0] ?? null,
};

interface Around {
  readonly before?: Desk | null;
  readonly snapshot?: Partial<Snapshot>;
  readonly said?: readonly Said[];
  readonly now?: number;
}

/** What is owed in tickets of this incident, by a record that says `before` of them; null: there is no record. */
function desked(
  incident: Partial<Incident>,
  { before = NOTHING_TOLD, snapshot = {}, said = [], now = after(10) }: Around = {},
): Desk | undefined {
  const record: MachineRecord | null =
    before === null ? null : aRecord({}, before === undefined ? {} : { desk: before });
  const { walk, given } = aStanding({}, { record, status: A_STATUS, ...snapshot });
  const all = { ...given, policy: POLICY, desk };
  return tellDesk(anIncident({ tickets: [ONE], ...incident }), { ...walk, said }, all, now);
}

const namesIn = (found: Desk | undefined) =>
  found?.owed.map(({ message, tickets, isPast }) => [message.name, tickets, isPast]);

const resolved = { phase: "resolved", phaseSince: after(5) } as const;

const entry = (minutes: number, what: string) =>
  ({ at: after(minutes), kind: "ticket", by: "bo", what }) as const;

describe("the tickets of an incident", () => {
  it("have their companies for as long as they are named", () => {
    const companies = [
      { ticket: ONE, company: "a" },
      { ticket: TWO, company: "b" },
    ];
    const before = { ...NOTHING_TOLD, known: [ONE, TWO], companies };
    expect(desked({}, { before })?.companies).toEqual([{ ticket: ONE, company: "a" }]);
    expect(desked({ tickets: [] }, { before })).not.toHaveProperty("companies");
  });

  it("are those that the desk knows, in its form, each once, ten at most", () => {
    const tickets = [`${ONE}?x`, ONE.toUpperCase(), "https://other.test/1", TWO];
    expect(ticketsOf(anIncident({ tickets }), { desk })).toEqual([ONE, TWO]);
    const many = Array.from({ length: 12 }, (_, index) => `https://desk.test/a/tickets/${index}`);
    expect(ticketsOf(anIncident({ tickets: many }), { desk })).toEqual(many.slice(0, 10));
    expect(ticketsOf(anIncident({ tickets }), { desk: null })).toEqual([]);
    expect(ticketsOf(anIncident({ tickets }), {})).toEqual([]);
  });

  it("were named when the timeline last says so, or at the declaration", () => {
    const timeline = [
      entry(3, ONE),
      entry(4, `${ONE}?again`),
      entry(5, TWO),
      { at: after(6), kind: "note", by: "bo", what: ONE } as const,
      { at: after(7), kind: "ticket", by: "bo" } as const,
    ];
    const incident = anIncident({ timeline });
    expect(namedAt(ONE, incident, { desk })).toBe(after(4));
    expect(namedAt("https://desk.test/a/tickets/3", incident, { desk })).toBe(after(0));
  });

  it("are how the community is reached, with what not to say there", () => {
    const { given } = aStanding({}, { isPrivate: true });
    const incident = anIncident({
      tickets: [ONE],
      liaison: null,
      experts: [{ login: "cy", area: null }],
    });
    const around = {
      server: "https://github.com",
      privateRepositories: ["acme/hubs"],
      internalHosts: [],
      names: ["ana", "cy", "pm"],
    };
    const all = { ...given, policy: POLICY, desk };
    expect(reachOf(incident, all)).toEqual({ tickets: [ONE], around });
    expect(reachOf({ ...incident, tickets: [] }, all)).toBeNull();
    const open = aStanding({}, { isPrivate: false, url: "acme/hubs#1" }).given;
    expect(surroundingsOf(incident, { ...open, policy: POLICY })).toEqual({
      ...around,
      privateRepositories: [],
    });
  });
});

describe("a ticket that was named", () => {
  it("gets the first response, with when they hear again, and the note for agents", () => {
    const { owed = [], known } = desked({}) ?? {};
    expect(known).toEqual([ONE]);
    expect(owed).toEqual([
      {
        key: "first-response/I_1",
        tickets: [ONE],
        message: { name: "first-response", data: { words: null, nextUpdate: after(120) } },
        by: null,
        since: after(0),
        isPast: false,
      },
      {
        key: "note/I_1",
        tickets: [ONE],
        message: {
          name: "note",
          data: { issue: "acme/hubs#1", url: "https://github.com/acme/hubs/issues/1" },
        },
        by: null,
        since: after(0),
        isPast: false,
      },
    ]);
  });

  it("promises nothing where the policy reminds of no update", () => {
    const { walk, given } = aStanding({}, { record: aRecord({}, { desk: NOTHING_TOLD }) });
    const policy = { ...POLICY, reminders: { ...POLICY.reminders, "update-due": null } };
    const found = tellDesk(
      anIncident({ tickets: [ONE] }),
      walk,
      { ...given, policy, desk },
      after(10),
    );
    expect(found?.owed[0]?.message.data).toEqual({ words: null, nextUpdate: null });
  });

  it.each<readonly [string, Partial<Incident>, Around, readonly unknown[]]>([
    ["once", {}, { before: { ...NOTHING_TOLD, known: [ONE] } }, []],
    [
      "each that is new",
      { tickets: [ONE, TWO] },
      { before: { ...NOTHING_TOLD, known: [ONE] } },
      [
        ["first-response", [TWO], false],
        ["note", [TWO], false],
      ],
    ],
    ["without a response when it is over", resolved, {}, [["note", [ONE], false]]],
    ["not while Sitrep stands by", { active: false }, {}, []],
    [
      "not when it is closed",
      { closed: { at: after(5), by: "bo", reason: "not_planned" } },
      {},
      [],
    ],
    ["not where the desk knows none", { tickets: ["https://other.test/1"] }, {}, []],
  ])("gets them %s", (_, incident, around, owed) => {
    expect(namesIn(desked(incident, around))).toEqual(owed);
  });

  it("was told before, where a desk is connected an hour later, or the record was lost", () => {
    const first = (before: Desk | null | undefined, minutes: number) => {
      const record = before === null ? null : aRecord();
      const found = desked({}, { before: null, snapshot: { record }, now: after(minutes) });
      return namesIn(found)?.map(([, , isPast]) => isPast);
    };
    expect(first(null, 60)).toEqual([false, false]);
    expect(first(null, 61)).toEqual([true, true]);
    expect(first(undefined, 61)).toEqual([true, true]);
    expect(namesIn(desked({}, { now: after(61) }))?.map(([, , isPast]) => isPast)).toEqual([
      false,
      false,
    ]);
  });
});

const text = (more: Partial<CommunityText> = {}): CommunityText => ({
  name: "update",
  isUpdate: true,
  words: "We look.",
  promisedAt: null,
  nextAt: after(60),
  by: "bo",
  at: after(8),
  url: "https://a.test/",
  ...more,
});
const KNOWN: Desk = { ...NOTHING_TOLD, known: [ONE] };
const saying = (one: CommunityText, at = after(9)): Said => ({
  key: "IC_1/0/say/0",
  text: one,
  at,
});

describe("what is said to the community", () => {
  it("is owed in every ticket, as of when it went out", () => {
    const found = desked(
      { tickets: [ONE, TWO] },
      { before: { ...KNOWN, known: [ONE, TWO] }, said: [saying(text())] },
    );
    expect(found?.owed).toEqual([
      {
        key: "IC_1/0/say/0",
        tickets: [ONE, TWO],
        message: { name: "update", data: { words: "We look.", nextUpdate: after(60) } },
        by: "bo",
        since: after(9),
        isPast: false,
      },
    ]);
  });

  it.each<readonly [string, CommunityText, object]>([
    ["a promise that is past", text({ nextAt: after(9) }), { words: "We look.", nextUpdate: null }],
    ["no promise", text({ nextAt: null }), { words: "We look.", nextUpdate: null }],
    ["no words", text({ words: null }), { words: "", nextUpdate: after(60) }],
    ["the end", text({ name: "resolved", words: null }), { words: null }],
  ])("with %s", (_, one, data) => {
    const found = desked(one.name === "resolved" ? resolved : {}, {
      before: KNOWN,
      said: [saying(one)],
    });
    expect(found?.owed.map(({ message }) => message)).toEqual([{ name: one.name, data }]);
  });

  it("is owed to nobody where there is no ticket", () => {
    expect(desked({ tickets: [] }, { said: [saying(text())] })?.owed).toEqual([]);
  });
});

const owed = (name: string, more: Partial<OwedMessage> = {}): OwedMessage => ({
  key: `${name}/I_1`,
  tickets: [ONE],
  message: { name, data: {} },
  by: null,
  since: after(1),
  isPast: false,
  ...more,
});

const left = (all: readonly OwedMessage[], incident: Partial<Incident> = {}, now = after(10)) =>
  namesIn(desked(incident, { before: { ...KNOWN, owed: all }, now }))?.map(([name]) => name);

const long = (name: string, key: string) =>
  owed(name, { key, message: { name, data: { words: "x".repeat(1000) } } });

describe("what is owed still", () => {
  const closed = { at: after(9), by: "bo", reason: "completed" };
  const none = { ...closed, reason: "not_planned" };

  it.each<readonly [string, Partial<Incident>, readonly string[]]>([
    ["while it goes on", {}, ["first-response", "update", "note"]],
    ["while users can work", { phase: "mitigated" }, ["first-response", "update", "note"]],
    ["when it is over", resolved, ["update", "resolved", "note"]],
    ["while Sitrep stands by", { active: false }, ["note"]],
    ["when it was none", { closed: none }, ["note"]],
  ])("is what is so: %s", (_, incident, names) => {
    const all = ["first-response", "update", "resolved", "note"].map((name) => owed(name));
    expect(left(all, incident)).toEqual(names);
  });

  it("is looked for, whatever is so, where it is past", () => {
    const all = [owed("first-response", { isPast: true }), owed("resolved", { isPast: true })];
    expect(left(all, { active: false })).toEqual(["first-response", "resolved"]);
  });

  it("is owed for a week, in the tickets that are named", () => {
    const week = 7 * 24 * 60;
    expect(left([owed("update")], {}, after(week + 1))).toEqual(["update"]);
    expect(left([owed("update")], {}, after(week + 1) + 1)).toEqual([]);
    const both = owed("update", { tickets: [TWO, ONE] });
    expect(desked({}, { before: { ...KNOWN, owed: [both] } })?.owed[0]?.tickets).toEqual([ONE]);
    expect(left([owed("update", { tickets: [TWO] })])).toEqual([]);
  });

  it("is as much as there is room for: of updates the newest", () => {
    const all = [long("note", "n"), ...["a", "b", "c", "d"].map((key) => long("update", key))];
    const keys = (incident: Partial<Incident>) =>
      desked(incident, { before: { ...KNOWN, owed: all } })?.owed.map(({ key }) => key);
    expect(keys({})).toEqual(["n", "c", "d"]);
    const held = { text: text({ words: "x".repeat(1000) }), count: 1, mayBeSent: true };
    expect(keys({ held })).toEqual(["n", "d"]);
  });

  it("is that the tickets are closed with the incident, once for a closing", () => {
    const found = desked({ ...resolved, closed }, { before: KNOWN });
    expect(found).toEqual({
      owed: [
        {
          key: "close/I_1",
          tickets: [ONE],
          message: { name: "close", data: {} },
          by: "bo",
          since: after(9),
          isPast: false,
        },
      ],
      known: [ONE],
      closed: true,
    });
    expect(desked({ closed }, { before: { ...KNOWN, closed: true } })?.owed).toEqual([]);
    expect(desked({ closed: none }, { before: KNOWN })).toMatchObject({ owed: [], closed: false });
    expect(desked({}, { before: { ...KNOWN, closed: true } })?.closed).toBe(false);
  });

  it("is no closing of long ago, where the record does not know of the desk", () => {
    const late = { before: null, snapshot: { record: null }, now: after(9 + 61) };
    expect(namesIn(desked({ ...resolved, closed }, late))).toEqual([]);
    const soon = { ...late, now: after(9 + 60) };
    expect(namesIn(desked({ ...resolved, closed }, soon))).toEqual([["close", [ONE], false]]);
  });
});

describe("where no support desk is connected", () => {
  it("what was owed stays", () => {
    const before = { ...KNOWN, owed: [owed("update")] };
    const { walk, given } = aStanding({}, { record: aRecord({}, { desk: before }) });
    const incident = anIncident({ tickets: [ONE] });
    expect(tellDesk(incident, walk, { ...given, desk: null }, after(10))).toBe(before);
    expect(tellDesk(incident, walk, given, after(10))).toBe(before);
    expect(tellDesk(incident, walk, aStanding().given, after(10))).toBeUndefined();
  });
});
