import { describe, expect, it } from "@jest/globals";
import { decide } from "../../src/decide/index.ts";
import type { Actor } from "../../src/incident/actor.ts";
import { after } from "../support/incident.ts";
import { aGiven, aSnapshot, aVersion, person } from "../support/snapshot.ts";

/** What stands in the top comment when ana puts the declaring label on an issue that `opener` opened. */
function declared(body: string, opener: Actor = person("ana"), editor: string | null = null) {
  const versions = editor === null ? [] : [aVersion(person(editor), body, -0.5)];
  const before = editor === null ? null : aVersion(opener, "The hub is down.\n", -1);
  const snapshot = aSnapshot({ body, opener, before, versions });
  const { effects, record } = decide(aGiven(snapshot), after(1));
  const incident = record?.incident;
  return {
    incident,
    claims: incident?.claims,
    putBack: incident?.timeline.flatMap(({ kind, by, what }) =>
      kind === "put-back" ? [[what, by]] : [],
    ),
    body: effects.find((effect) => effect.kind === "write-body")?.body ?? body,
    answers: effects.flatMap((effect) =>
      effect.kind === "post" && effect.message.name === "reply" ? effect.message.data.refused : [],
    ),
  };
}

const FACTS = [
  "Severity: sev 2",
  "Ticket: https://a.test/1",
  "Community Representative: @cleo",
  "Impact started: 2026-05-04 08:30 UTC",
  "SMEs: @sam (net), @bo",
].join("\n\n");

describe("what stands in the top comment at the declaration", () => {
  it("holds, where its author has rights", () => {
    const { incident, claims, putBack } = declared(FACTS);
    expect(incident).toMatchObject({
      severity: "SEV-2",
      tickets: ["https://a.test/1"],
      representative: "cleo",
      impactStarted: after(-30),
      experts: [
        { login: "sam", area: "net" },
        { login: "bo", area: null },
      ],
    });
    expect([claims, putBack]).toEqual([[], []]);
  });

  it("is nothing where nothing is said", () => {
    const { incident, claims } = declared("The hub is down.");
    expect(incident).toMatchObject({
      severity: "SEV-4",
      tickets: [],
      representative: null,
      impactStarted: null,
      experts: [],
    });
    expect(claims).toEqual([]);
  });

  it.each([
    ["somebody with too few rights", person("tri")],
    ["somebody without an account", person("nobody-here")],
  ])("is a claim, or put back, where its author is %s", (_, opener) => {
    const { incident, claims, putBack, body } = declared(FACTS, opener);
    expect(incident).toMatchObject({
      severity: "SEV-4",
      tickets: [],
      representative: null,
      impactStarted: null,
      experts: [],
    });
    const why = "editor-has-no-rights";
    const by = opener.login;
    expect(claims).toEqual([
      { field: "ticket", text: "https://a.test/1", by, why },
      { field: "representative", text: "@cleo", by, why },
      { field: "impactStarted", text: "2026-05-04 08:30 UTC", by, why },
    ]);
    expect(putBack).toEqual([
      ["severity", by],
      ["experts", by],
    ]);
    expect(body).toContain("Ticket: https://a.test/1\n");
    expect(body).toContain("Representative: @cleo\n");
    expect(body).toContain("Severity: SEV-4\n");
  });

  it.each([
    ["Ticket: https://a.test/1", "ticket", "https://a.test/1"],
    ["Community Representative: @cleo", "representative", "@cleo"],
    ["Impact started: 2026-05-04 08:30 UTC", "impactStarted", "2026-05-04 08:30 UTC"],
  ])("is a claim alone, too: %j", (body, field, text) => {
    const why = "editor-has-no-rights";
    expect(declared(body, person("tri")).claims).toEqual([{ field, text, by: "tri", why }]);
    // What somebody else changed since is theirs.
    expect(declared(body, person("ana"), "tri").claims).toEqual([{ field, text, by: "tri", why }]);
  });

  it("of experts who cannot be, by somebody without rights, is put back and nothing else", () => {
    const { incident, claims, putBack } = declared("SMEs: @nobody-here\n", person("tri"));
    expect([incident?.experts, claims]).toEqual([[], []]);
    expect(putBack).toEqual([["experts", "tri"]]);
  });

  it("is no claim where the words can be read", () => {
    expect(declared("Status: Mitigated\n\nSeverity: 2\n").claims).toEqual([]);
  });

  it("of experts counts as by whoever wrote it last", () => {
    expect(declared("SMEs: @sam\n", person("tri"), "bo").incident?.experts).toEqual([
      { login: "sam", area: null },
    ]);
    expect(declared("SMEs: @sam\n", person("ana"), "tri").incident?.experts).toEqual([]);
  });

  it("of a bot is not followed, and nobody is told that they have no rights", () => {
    const { incident, putBack } = declared(FACTS, { login: "alerts", kind: "bot" });
    expect(incident).toMatchObject({ severity: "SEV-4", tickets: [], experts: [] });
    expect(putBack).toEqual([]);
  });

  it("counts as by whoever wrote it last", () => {
    expect(declared(FACTS, person("tri"), "bo").incident).toMatchObject({
      severity: "SEV-2",
      tickets: ["https://a.test/1"],
      representative: "cleo",
    });
    expect(declared(FACTS, person("ana"), "tri").putBack).toEqual([
      ["severity", "tri"],
      ["experts", "tri"],
    ]);
  });

  it("is a claim where the words are none that the policy knows", () => {
    const { incident, claims, putBack, body } = declared("Severity: awful\n\nStatus: on fire\n");
    expect(incident).toMatchObject({ severity: "SEV-4", phase: "investigating" });
    expect(claims).toEqual([
      { field: "severity", text: "awful", by: "ana", why: "not-readable" },
      { field: "status", text: "on fire", by: "ana", why: "not-readable" },
    ]);
    expect(putBack).toEqual([]);
    expect(body).toContain("Severity: awful\n\nStatus: on fire\n");
  });

  it.each([
    ["@sam, @nobody-here, @cleo", "no-such-account"],
    ["@sam, @tri", "no-rights"],
  ])("%s: experts who cannot be are not, the others are", (text, why) => {
    const { incident, claims } = declared(`SMEs: ${text}\n`);
    expect(incident?.experts).toEqual([{ login: "sam", area: null }]);
    expect(claims).toEqual([{ field: "experts", text, by: "ana", why }]);
  });
});

describe("a role in the top comment at the declaration", () => {
  it("is held by whom somebody with rights named, who is asked to confirm", () => {
    const { incident } = declared("IC: @sam\n\nLiaison: @bo\n");
    expect(incident).toMatchObject({ commander: "sam", liaison: "bo" });
    expect(incident?.asks).toMatchObject([
      { kind: "confirm", role: "commander", who: "sam", by: "ana", from: null },
      { kind: "confirm", role: "liaison", who: "bo", by: "ana", from: null },
    ]);
  });

  it("is the commander's too where no liaison is named", () => {
    expect(declared("IC: @sam\n").incident).toMatchObject({ commander: "sam", liaison: "sam" });
  });

  it.each([
    ["@nobody-here", "There is no GitHub account named nobody-here. Is it spelled right?"],
    ["@cleo", "cleo has no write access"],
    ["some team", "“some team” does not read as one person's GitHub login."],
  ])("of %j goes to whom it would go without it, and is answered", (words, problem) => {
    const { incident, answers, body } = declared(`IC: ${words}\n`);
    expect(incident).toMatchObject({ commander: "ana", liaison: "ana" });
    expect(incident?.claims).toMatchObject([{ field: "commander", text: words, by: "ana" }]);
    expect(answers).toMatchObject([
      {
        line: `Incident Commander: ${words}`,
        usage: "/commander @user",
        who: null,
        problem: expect.stringContaining(problem),
      },
    ]);
    expect(body).toContain(`IC: ${words}\n`);
  });

  it("by somebody without rights gives way, and the timeline says so", () => {
    const { incident, putBack, answers, body } = declared(
      "IC: @sam\n\nLiaison: @sam\n",
      person("tri"),
    );
    expect(incident).toMatchObject({ commander: "ana", liaison: "ana", claims: [] });
    expect(putBack).toEqual([
      ["commander", "tri"],
      ["liaison", "tri"],
    ]);
    expect(answers).toEqual([]);
    expect(body).toContain("IC: @ana\n\nLiaison: @ana\n");
  });

  it("by somebody without rights that says what holds anyway is let be", () => {
    expect(declared("IC: @Ana\n\nLiaison: @ANA\n\nSeverity: 4\n", person("tri")).putBack).toEqual(
      [],
    );
  });
});
