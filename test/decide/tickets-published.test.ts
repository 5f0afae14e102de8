import { describe, expect, it } from "@jest/globals";
import { withDeskNews } from "../../src/decide/desk-news.ts";
import { tellDesk } from "../../src/decide/tell-desk.ts";
import type { Given, Told } from "../../src/decide/walk.ts";
import { NOTHING_SAID } from "../../src/incident/community.ts";
import { NOTHING_TOLD, type Desk, type OwedMessage } from "../../src/incident/desk.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { ReportSeen } from "../../src/incident/report.ts";
import type { TimelineEntry } from "../../src/incident/timeline.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { aRecord, aStanding } from "./looked.ts";

const ONE = "https://desk.test/a/tickets/1";
const TWO = "https://desk.test/a/tickets/2";
const REPORT = "https://github.com/acme/hubs/pull/7";
const WEEK = 7 * 24 * 60;
const desk = { addressOf: (text: string) => (text.startsWith("https://desk.test/") ? text : null) };
const KNOWN: Desk = { ...NOTHING_TOLD, known: [ONE, TWO] };

const entry = (more: Partial<TimelineEntry> = {}): Told => ({
  key: "report/published",
  entry: { at: after(8), kind: "published", by: "ana", url: REPORT, ...more },
});

interface Around {
  readonly told?: readonly Told[];
  readonly isPublic?: boolean | null;
  readonly incident?: Partial<Incident>;
  readonly ticket?: Partial<(typeof POLICY)["ticket"]>;
  readonly before?: Desk | null;
  readonly isRebuilt?: boolean;
  readonly now?: number;
}

const seen = (isPublic: boolean): ReportSeen => ({
  as: "pull-request",
  id: "7",
  url: REPORT,
  path: null,
  state: "published",
  createdAt: after(6),
  publishedAt: after(8),
  publishedBy: "ana",
  approvals: [],
  requested: [],
  isPublic,
});

function owedFor({
  told = [entry()],
  isPublic = true,
  incident = {},
  ticket = {},
  before = KNOWN,
  isRebuilt = false,
  now = after(10),
}: Around = {}): readonly OwedMessage[] {
  const record = isRebuilt ? null : aRecord({}, before === null ? {} : { desk: before });
  const { walk, given } = aStanding({}, { record });
  const all: Given = {
    ...given,
    desk,
    policy: { ...POLICY, ticket: { ...POLICY.ticket, ...ticket } },
    ...(isPublic === null ? {} : { report: seen(isPublic) }),
  };
  const over = anIncident({ tickets: [ONE, TWO], phase: "resolved", ...incident });
  return tellDesk(over, { ...walk, told }, all, now)?.owed ?? [];
}

const PUBLISHED = { name: "published", data: { report: REPORT } };
const noted = (isOpen: boolean, report = REPORT) => ({
  name: "published-note",
  data: { report, isOpen },
});
const messages = (around: Around) => owedFor(around).map(({ message }) => message);

describe("a report that is published", () => {
  it("is owed to the community in every ticket, by a key of the incident", () => {
    expect(owedFor()).toEqual([
      {
        key: "published/I_1",
        tickets: [ONE, TWO],
        message: PUBLISHED,
        by: null,
        since: after(8),
        isPast: false,
      },
    ]);
  });

  it.each<readonly [string, Around, object]>([
    ["where nobody outside can open it", { isPublic: false }, noted(false)],
    ["where that is not known", { isPublic: null }, noted(false)],
    [
      "where only the team reaches its host",
      { ticket: { internalHosts: ["github.com"] } },
      noted(false),
    ],
    [
      "on a host inside",
      { told: [entry({ url: "https://github.corp/a/b/pull/7" })] },
      noted(false, "https://github.corp/a/b/pull/7"),
    ],
    ["where each text waits for somebody's word", { ticket: { approval: "always" } }, noted(true)],
    [
      "where each text waits, and nobody outside can open it",
      { ticket: { approval: "always" }, isPublic: false },
      noted(false),
    ],
  ])("is owed to agents alone %s", (_, around, message) => {
    expect(messages(around)).toEqual([message]);
  });

  it("needs nobody's word else", () => {
    expect(messages({ ticket: { approval: "never" } })).toEqual([PUBLISHED]);
    expect(messages({ incident: { liaison: null } })).toEqual([PUBLISHED]);
  });

  it.each<readonly [string, Around]>([
    ["there is no ticket", { incident: { tickets: [] } }],
    ["it has no address", { told: [{ ...entry(), entry: { at: 0, kind: "published", by: "a" } }] }],
    ["nothing was published", { told: [entry({ kind: "report-approved" })] }],
    ["Sitrep stands by", { incident: { active: false } }],
    [
      "it was no incident",
      { incident: { closed: { at: after(9), by: "bo", reason: "not_planned" } } },
    ],
  ])("is owed to nobody where %s", (_, around) => {
    expect(owedFor(around)).toEqual([]);
  });

  it.each<readonly [string, Partial<Incident>, number]>([
    ["while it is closed", { closed: { at: after(9), by: "bo", reason: "completed" } }, 10],
    ["though it goes on again", { phase: "investigating" }, 10],
    ["for a week", {}, 8 + WEEK],
  ])("is owed still %s, for agents too", (_, incident, minutes) => {
    for (const isPublic of [true, false]) {
      const before = { ...KNOWN, closed: true, owed: owedFor({ isPublic }) };
      const left = owedFor({ told: [], before, incident, now: after(minutes) });
      expect(left).toEqual(before.owed);
    }
  });

  it("is owed no longer than a week, nor while it was no incident", () => {
    const before = { ...KNOWN, owed: owedFor({ isPublic: false }) };
    expect(owedFor({ told: [], before, now: after(8 + WEEK) + 1 })).toEqual([]);
    expect(owedFor({ told: [], before, incident: { active: false } })).toEqual([]);
  });

  it.each<readonly [string, Around, boolean]>([
    ["an hour later, where the record was lost", { isRebuilt: true, now: after(8 + 60) }, false],
    ["more than an hour later", { isRebuilt: true, now: after(8 + 61) }, true],
    ["where a desk is connected later", { before: null, now: after(8 + 61) }, true],
    ["where the merge is seen late", { now: after(8 + WEEK) }, false],
    ["where the merge is seen more than a week late", { now: after(8 + WEEK) + 1 }, true],
  ])("is looked for alone, and not sent: %s", (_, around, isPast) => {
    const published = owedFor(around).filter(({ key }) => key.startsWith("published/"));
    expect(published).toMatchObject([{ isPast }]);
  });
});

const heard = (name: string) =>
  withDeskNews(
    anIncident(),
    [{ kind: "told", name, ticket: ONE, by: null, since: after(8), at: after(9) } as const],
    { desk },
  );

describe("what was seen of it in a ticket", () => {
  it("stands in the timeline where the community was told, and counts as no word of the end", () => {
    const { timeline, community, vouched } = heard("published");
    expect(timeline.at(-1)).toEqual({
      at: after(9),
      kind: "told",
      by: null,
      what: "published",
      url: ONE,
    });
    expect(community).toEqual({ ...NOTHING_SAID, toldAt: after(9) });
    expect(vouched).toEqual({});
  });

  it("is nobody's news where agents alone were told", () => {
    const { timeline, community } = heard("published-note");
    expect(timeline).toEqual(anIncident().timeline);
    expect(community).toBeUndefined();
  });
});
