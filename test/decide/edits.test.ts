import { describe, expect, it } from "@jest/globals";
import { decide } from "../../src/decide/index.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { TimelineEntry } from "../../src/incident/timeline.ts";
import { after, anIncident } from "../support/incident.ts";
import { A_STATUS, aGiven, aSnapshot, aVersion, person } from "../support/snapshot.ts";

const BODY = [
  "- **Status:** Investigating",
  "- **Severity:** SEV-4",
  "- **Incident Commander:** @ana",
  "- **External Liaison:** @ana",
  "- **Subject Matter Experts:** @bo (storage)",
  "- **Community Representative:**",
  "- **Support ticket:** https://a.test/1",
  "- **Impact started:**",
  "- [ ] Fill in the Incident Report",
  "",
].join("\n");

const STANDING: Partial<Incident> = {
  experts: [{ login: "bo", area: "storage" }],
  tickets: ["https://a.test/1"],
  sectionInserted: true,
};

/** A line of the timeline without its time, which is that of the edit. */
function withoutTime(entry: TimelineEntry): Omit<TimelineEntry, "at"> {
  const { at, ...rest } = entry;
  expect(at).toBe(after(10));
  return rest;
}

/** What an edit of one line of the top comment brings about, ten minutes after the declaration. */
function edited(from: string, to: string, by = "bo", incident: Partial<Incident> = {}) {
  if (!BODY.includes(from)) throw new Error(`no such line: ${from}`);
  const text = BODY.replace(from, to);
  const before = anIncident({ ...STANDING, ...incident });
  const snapshot = aSnapshot({
    events: [],
    status: A_STATUS,
    assignees: ["ana"],
    before: aVersion(person("ana"), BODY, -1),
    versions: [aVersion(person(by), text, 10)],
    record: {
      incident: before,
      digest: { through: after(0), recent: [], version: null },
      outbox: [],
      receipts: [],
      leaving: [],
      writtenAt: after(0),
      pinned: true,
    },
  });
  const { effects, record } = decide(aGiven(snapshot), after(19));
  const now = record?.incident;
  const changes = Object.entries(now ?? {}).filter(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(before[name as keyof Incident]) &&
      !["timeline", "ticked", "heardAt", "dutySince", "asks"].includes(name),
  );
  return {
    changes: Object.fromEntries(changes),
    log: now?.timeline.slice(1).map(withoutTime),
    posts: effects.flatMap((effect) =>
      effect.kind === "post" ? [[effect.key, effect.message.name]] : [],
    ),
    messages: effects.flatMap((effect) => (effect.kind === "post" ? [effect.message] : [])),
    body: effects.find((effect) => effect.kind === "write-body")?.body ?? text,
    text,
    asks: now?.asks.map(({ kind, role, who }) => [kind, role, who]),
  };
}

const claimed = (field: string, text: string, why: string, by = "bo") => ({
  changes: { claims: [{ field, text, by, why }] },
  log: [],
});

describe("an edit of a role by somebody with rights", () => {
  it("names the holder, who is asked to confirm", () => {
    expect(edited("Commander:** @ana", "Commander:** @sam")).toMatchObject({
      changes: { commander: "sam" },
      log: [{ kind: "role", by: "bo", who: "sam", what: "commander" }],
      posts: [["UCE_10/commander/announce", "designated"]],
      asks: [["confirm", "commander", "sam"]],
    });
  });

  it("takes the role oneself, and then nothing is asked", () => {
    expect(edited("Liaison:** @ana", "Liaison:** @bo")).toMatchObject({
      changes: { liaison: "bo" },
      asks: [],
    });
  });

  it("empties the role", () => {
    expect(edited("Liaison:** @ana", "Liaison:**")).toMatchObject({
      changes: { liaison: null },
      log: [{ kind: "role", by: "bo", what: "liaison" }],
      posts: [["UCE_10/liaison/announce", "vacated"]],
    });
  });

  it.each([
    ["@nobody-here", "no-such-account"],
    ["@cleo", "no-rights"],
    ["@tri", "no-rights"],
    ["the one on call", "not-readable"],
  ])("to %j is not followed, stays, and is answered", (words, why) => {
    const found = edited("Commander:** @ana", `Commander:** ${words}`);
    expect(found).toMatchObject({
      ...claimed("commander", words, why),
      posts: [["UCE_10/commander/hint", "reply"]],
    });
    expect(found.body).toContain(`Commander:** ${words}\n`);
  });

  it("back to the holder settles what was said of the field", () => {
    const claims = [
      { field: "commander", text: "?", by: "bo", why: "not-readable" },
      { field: "severity", text: "?", by: "bo", why: "not-readable" },
    ] as const;
    const found = edited("Commander:** @ana", "Commander:** @ana", "bo", { claims });
    expect(found.changes).toEqual({});
    const other = edited("Commander:** @ana", "Commander:** @sam", "bo", {
      commander: "sam",
      claims,
    });
    expect(other.changes).toEqual({ claims: [claims[1]] });
    expect(other.posts).toEqual([]);
  });
});

describe("an edit of the experts by somebody with rights", () => {
  it("calls those who are new, and releases those who are gone", () => {
    expect(edited("@bo (storage)", "@sam (net), @ana")).toMatchObject({
      changes: {
        experts: [
          { login: "sam", area: "net" },
          { login: "ana", area: null },
        ],
      },
      log: [
        { kind: "released", by: "bo", who: "bo" },
        { kind: "expert", by: "bo", who: "sam", what: "net" },
        { kind: "expert", by: "bo", who: "ana" },
      ],
      posts: [
        ["UCE_10/expert-sam/announce", "expert-called"],
        ["UCE_10/expert-ana/announce", "expert-called"],
      ],
    });
  });

  it("changes an area without telling anybody", () => {
    expect(edited("@bo (storage)", "@bo (disks)")).toMatchObject({
      changes: { experts: [{ login: "bo", area: "disks" }] },
      log: [],
      posts: [],
    });
  });

  it("leaves alone who was called by a command since, and was not in the text", () => {
    const experts = [
      { login: "bo", area: "storage" },
      { login: "sam", area: null },
    ];
    expect(edited("@bo (storage)", "@ana", "bo", { experts }).changes).toEqual({
      experts: [
        { login: "sam", area: null },
        { login: "ana", area: null },
      ],
    });
  });

  it("follows the others where one cannot be followed, and leaves the words", () => {
    const found = edited("@bo (storage)", "@nobody-here, @sam");
    expect(found.changes).toEqual({
      experts: [{ login: "sam", area: null }],
      claims: [{ field: "experts", text: "@nobody-here, @sam", by: "bo", why: "no-such-account" }],
    });
    expect(found.body).toContain("Experts:** @nobody-here, @sam\n");
  });

  it.each([
    ["@nobody-here", "no-such-account"],
    ["@cleo", "no-rights"],
  ])("to %s is not followed as far as they are concerned", (words, why) => {
    const text = `@bo (storage), ${words}`;
    const found = edited("@bo (storage)", text);
    expect(found).toMatchObject({ ...claimed("experts", text, why), posts: [] });
    expect(found.body).toContain(`Experts:** ${text}\n`);
  });
});

describe("what was said of a field that could not be followed", () => {
  const claims = (["commander", "experts", "severity", "status"] as const).map(
    (field) => ({ field, text: "?", by: "cleo", why: "not-readable" }) as const,
  );
  const left = (from: string, to: string, by = "bo") => {
    const { claims: now } = edited(from, to, by, { claims }).changes as Partial<Incident>;
    return now?.map(({ field, text }) => [field, text]);
  };
  const others = (field: string) =>
    claims.flatMap((one) => (one.field === field ? [] : [[one.field, "?"]]));

  it.each([
    ["Commander:** @ana", "Commander:** @sam", "commander"],
    ["Commander:** @ana", "Commander:**", "commander"],
    ["@bo (storage)", "@bo", "experts"],
    ["@bo (storage)", "", "experts"],
    ["Severity:** SEV-4", "Severity:** sev4", "severity"],
    ["Severity:** SEV-4", "Severity:**", "severity"],
    ["Status:** Investigating", "Status:** Mitigated", "status"],
    ["Status:** Investigating", "Status:**", "status"],
  ])("is settled when it says something else: %j as %j", (from, to, field) => {
    expect(left(from, to)).toEqual(others(field));
    expect(left(from, to, "tri")).toEqual(others(field));
  });

  it("is replaced by what cannot be followed now", () => {
    expect(left("@bo (storage)", "@nobody-here")).toEqual([
      ...others("experts"),
      ["experts", "@nobody-here"],
    ]);
  });

  it("leaves what was asked about the role, and since when a phase holds", () => {
    const ask = { kind: "confirm", role: "commander", who: "ana", by: "bo", from: null } as const;
    const before = { claims: [], asks: [{ ...ask, since: after(1) }] };
    const back = edited("Commander:** @ana", "Commander:** @ANA", "bo", before);
    expect(back.asks).toEqual([["confirm", "commander", "ana"]]);
    const phase = { phase: "mitigated", phaseSince: after(3) } as const;
    const same = edited("Status:** Investigating", "Status:** Mitigated", "bo", phase);
    expect([same.changes, same.log]).toEqual([{}, []]);
  });
});

describe("what an edit tells", () => {
  it("is who did it, and how", () => {
    expect(edited("Commander:** @ana", "Commander:** @sam").messages).toMatchObject([
      { name: "designated", data: { role: "commander", who: "sam", by: "bo", how: "edit" } },
    ]);
    expect(edited("@bo (storage)", "@bo (storage), @sam, @ana (net)")).toMatchObject({
      messages: [
        { name: "expert-called", data: { who: "sam", area: null, by: "bo" } },
        { name: "expert-called", data: { who: "ana", area: "net", by: "bo" } },
      ],
    });
    expect(edited("@bo (storage)", "@bo (storage), @sam").log).toStrictEqual([
      { kind: "expert", by: "bo", who: "sam" },
    ]);
  });

  it("is that the impact is not known to have started", () => {
    const impactStarted = after(-30);
    expect(edited("started:**", "started:** TBD", "bo", { impactStarted }).changes).toEqual({});
    const known = edited("started:**", "started:** 2026-05-04 09:00 UTC", "bo", { impactStarted });
    expect(known.changes).toEqual({ impactStarted: after(0) });
  });
});

describe("an edit of a fact by somebody with rights", () => {
  it.each([
    ["Severity:** SEV-4", "Severity:** sev 1", { severity: "SEV-1" }, "severity"],
    ["Status:** Investigating", "Status:** mitigated", { phase: "mitigated" }, "phase"],
    ["Status:** Investigating", "Status:** Resolved", { phase: "resolved" }, "phase"],
  ])("%j to %j has the effect of the command", (from, to, changes, kind) => {
    const found = edited(from, to);
    expect(found.changes).toMatchObject(changes);
    expect(found.log?.map((entry) => entry.kind)).toEqual([kind]);
  });

  it.each([
    ["Severity:** SEV-4", "severity", "terrible"],
    ["Status:** Investigating", "status", "on fire"],
  ])("%j to what the policy does not know stays as it is", (from, field, words) => {
    const found = edited(from, `${from.split(" ")[0]} ${words}`);
    expect(found).toMatchObject({ ...claimed(field, words, "not-readable"), posts: [] });
    expect(found.body).toContain(`${words}\n`);
  });

  it.each([
    ["Severity:** SEV-4", "Severity:**"],
    ["Status:** Investigating", "Status:**"],
  ])("%j to nothing is filled in again", (from, to) => {
    const found = edited(from, to);
    expect(found).toMatchObject({ changes: {}, log: [], posts: [] });
    expect(found.body).toContain(from);
  });

  it("that says the same settles what could not be read", () => {
    const claims = [
      { field: "severity", text: "?", by: "bo", why: "not-readable" },
      { field: "status", text: "?", by: "bo", why: "not-readable" },
    ] as const;
    const severity = edited("Severity:** SEV-4", "Severity:** SEV-1", "bo", {
      severity: "SEV-1",
      claims,
    });
    expect([severity.changes, severity.log]).toEqual([{ claims: [claims[1]] }, []]);
    const status = edited("Status:** Investigating", "Status:** Mitigated", "bo", {
      phase: "mitigated",
      claims,
    });
    expect([status.changes["claims"], status.log]).toEqual([[claims[0]], []]);
  });

  it("takes tickets as they are written, and tells of the new ones", () => {
    expect(edited("https://a.test/1", "https://a.test/2, https://a.test/1")).toMatchObject({
      changes: { tickets: ["https://a.test/2", "https://a.test/1"] },
      log: [{ kind: "ticket", by: "bo", what: "https://a.test/2" }],
    });
    expect(edited(" https://a.test/1", "")).toMatchObject({ changes: { tickets: [] }, log: [] });
  });

  it("takes the representative and the start of the impact", () => {
    expect(edited("Representative:**", "Representative:** @cleo").changes).toEqual({
      representative: "cleo",
    });
    expect(edited("started:**", "started:** 2026-05-04 08:30 UTC").changes).toEqual({
      impactStarted: after(-30),
    });
  });

  it("of a box is a word for the step", () => {
    expect(edited("- [ ] Fill", "- [x] Fill")).toMatchObject({
      changes: { vouched: { report: { at: after(10), by: "bo" } } },
      log: [{ kind: "done", by: "bo", what: "report" }],
    });
  });

  it("that takes a field out changes nothing", () => {
    expect(edited("- **External Liaison:** @ana\n", "")).toMatchObject({
      changes: {},
      log: [],
      posts: [],
    });
  });
});

describe("an edit by somebody without rights", () => {
  it.each([
    ["Commander:** @ana", "Commander:** @tri", "commander"],
    ["Severity:** SEV-4", "Severity:** SEV-1", "severity"],
    ["Status:** Investigating", "Status:** Resolved", "status"],
    ["@bo (storage)", "@tri", "experts"],
  ])("%j to %j is put back, and the timeline says so", (from, to, what) => {
    for (const by of ["tri", "cleo", "nobody-here"]) {
      const found = edited(from, to, by);
      expect(found.changes).toEqual({});
      expect(found.log).toEqual([{ kind: "put-back", by, what }]);
      expect(found.posts).toEqual([]);
      expect(found.body).toBe(BODY);
    }
  });

  it.each([
    ["https://a.test/1", "https://b.test/2", "ticket", "https://b.test/2"],
    ["Representative:**", "Representative:** @tri", "representative", "@tri"],
    ["started:**", "started:** 2026-05-04 08:30 UTC", "impactStarted", "2026-05-04 08:30 UTC"],
  ])("%j to %j is a claim: their words stay", (from, to, field, text) => {
    const found = edited(from, to, "tri");
    expect(found).toMatchObject(claimed(field, text, "editor-has-no-rights", "tri"));
    expect(found.body).toBe(found.text);
  });

  it("of a box is nobody's word", () => {
    expect(edited("- [ ] Fill", "- [x] Fill", "tri")).toMatchObject({ changes: {}, log: [] });
  });
});
