import { describe, expect, it } from "@jest/globals";
import type { TimelineEntry } from "../../src/incident/timeline.ts";
import { TIMELINE_KINDS } from "../../src/incident/timeline.ts";
import { toStory } from "../../src/site/story.ts";
import { after, POLICY } from "../support/incident.ts";
import { told } from "./an-issue.ts";

const note = (minutes: number, by: string, text: string): TimelineEntry => ({
  at: after(minutes),
  kind: "note",
  by,
  text,
});

const storyOf = (entries: readonly TimelineEntry[], names: boolean) =>
  toStory(told(entries, { representative: "rep" }), POLICY, { names, over: after(100) });

const lines = (entries: readonly TimelineEntry[], names: boolean): readonly string[] =>
  storyOf(entries, names)
    .entries.slice(2)
    .map(({ words, said }) => (said === null ? words : `${words}: ${said}`));

const HANDED: readonly TimelineEntry[] = [
  note(1, "ana", "asked @bo and @acme/sre, mail me@example.org"),
  { at: after(2), kind: "expert", by: "ana", who: "cy", what: "storage" },
  note(3, "cy", "looks like @ana said"),
  { at: after(50), kind: "role", by: "bo", who: "bo", what: "commander" },
  note(60, "bo", "on it"),
  note(70, "ana", "off"),
  note(80, "rep", "thanks"),
];

describe("a timeline in words", () => {
  it("calls people by the role that they hold then", () => {
    expect(lines(HANDED, false)).toEqual([
      "the Incident Commander noted: asked a responder and a team, mail (an e-mail address)",
      "an expert was called in",
      "the Subject Matter Expert noted: looks like the Incident Commander said",
      "somebody took over as Incident Commander",
      "the Incident Commander noted: on it",
      "a responder noted: off",
      "the Community Representative noted: thanks",
    ]);
  });

  it("names them where that is wanted", () => {
    expect(lines(HANDED, true).slice(0, 4)).toEqual([
      "ana noted: asked @bo and @acme/sre, mail (an e-mail address)",
      "ana called cy in as expert",
      "cy noted: looks like @ana said",
      "bo is Incident Commander now",
    ]);
  });

  it("knows which entries brought about a state, so that they are drawn in its colour", () => {
    const { entries } = toStory(
      told([
        { at: after(5), kind: "note", by: "ana", what: "resolved" },
        { at: after(9), kind: "phase", by: "ana", what: "mitigated" },
        { at: after(10), kind: "reopened", by: "ana" },
        { at: after(11), kind: "phase", by: "ana", what: "nonsense" },
      ]),
      POLICY,
      { names: false, over: null },
    );
    expect(entries.map(({ phase }) => phase)).toEqual([
      "investigating",
      null,
      null,
      "mitigated",
      "investigating",
      null,
    ]);
  });

  it("says who led from when to when, the same person by the same number", () => {
    const back = { at: after(80), kind: "role", by: "ana", who: "ana", what: "commander" } as const;
    const commands = (names: boolean) =>
      storyOf([...HANDED, back], names).commands.map(({ who, number, from, to }) => [
        who,
        number,
        from,
        to,
      ]);
    expect(commands(false)).toEqual([
      ["Commander 1", 1, after(0), after(50)],
      ["Commander 2", 2, after(50), after(80)],
      ["Commander 1", 1, after(80), after(100)],
    ]);
    expect(commands(true).map(([who]) => who)).toEqual(["ana", "bo", "ana"]);
  });

  it("has words for everything that happens, with and without names", () => {
    const entries = TIMELINE_KINDS.map((kind) => ({
      at: after(5),
      kind,
      by: "zoe",
      who: "yan",
      what: "liaison",
    }));
    const silent = ["ticket", "snoozed", "backlog"];
    for (const names of [true, false]) {
      const found = lines(entries, names);
      expect(found).toHaveLength(TIMELINE_KINDS.length - silent.length);
      expect(found.filter((line) => /undefined|null|^\s|\s$/.test(line) || line === "")).toEqual(
        [],
      );
    }
    expect(lines(entries, false).filter((line) => /zoe|yan/.test(line))).toEqual([]);
  });
});
