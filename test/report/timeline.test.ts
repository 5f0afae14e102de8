import { describe, expect, it } from "@jest/globals";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { toReportFacts, type ReportSources } from "../../src/report/index.ts";
import { after } from "../support/incident.ts";
import { aComment, aLabel } from "../support/snapshot.ts";
import { theSources } from "./sources.ts";

const LABEL = aLabel("incident", 0);

/** The timeline behind the declaration: minute, kind and words. */
function told(
  events: Snapshot["events"],
  more: Partial<ReportSources> = {},
  overrides: Partial<Snapshot> = {},
): readonly unknown[] {
  const sources = theSources({ ...overrides, events: [LABEL, ...events] }, more);
  return toReportFacts(sources)
    .timeline.slice(1)
    .map(({ at, kind, text, what }) => [(at - after(0)) / 60_000, kind, text ?? what]);
}

describe("lines that people write for the timeline", () => {
  it.each<readonly [string, readonly string[]]>([
    ["TL: the disk is full", ["the disk is full"]],
    ["tl : the disk is full", ["the disk is full"]],
    ["**TL:** the disk is full", ["the disk is full"]],
    ["- TL: one\n- TL: two", ["one", "two"]],
    ["I look.\n\nTL: one\nand more words", ["one"]],
    ["> TL: quoted", []],
    ["```\nTL: code\n```", []],
    ["HTL: no", []],
    ["TL:", []],
    ["see TL: no", []],
  ])("%j gives %j", (text, expected) => {
    expect(told([aComment("bo", text, 5)])).toEqual(expected.map((one) => [5, "marked", one]));
  });

  it("count from those who may command alone, also where somebody else wrote over them", () => {
    expect(told([aComment("cleo", "TL: buy my plots", 5)])).toEqual([]);
    const edited = aComment("bo", "TL: x", 5, { editor: { login: "forms", kind: "bot" } });
    expect(told([edited])).toEqual([]);
  });

  it("are cut where they are long", () => {
    const [[, , text = ""] = []] = told([
      aComment("bo", `TL: ${"x".repeat(400)}`, 5),
    ]) as string[][];
    expect(text).toHaveLength(280);
  });
});

const mark = (by: string): Partial<ReportSources> => ({ marks: [{ comment: "IC_5", by: [by] }] });

describe("marked comments", () => {
  const chat = aComment("cleo", "/help\nIt is **slow**\n\nsince noon", 5);

  it("are told by whoever may command, in the words of anybody, without commands", () => {
    expect(told([chat], mark("ana"))).toEqual([[5, "marked", "It is **slow** since noon"]]);
    expect(told([chat], mark("cleo"))).toEqual([]);
    expect(told([chat])).toEqual([]);
  });

  it("are not told twice where they are notes", () => {
    const note = aComment("ana", "As said:\n\n/note it is slow", 5);
    expect(told([note], mark("ana"))).toEqual([[5, "note", "it is slow"]]);
  });
});

const post = (minutes: number, key: string) => ({
  nodeId: `IC_r${minutes}`,
  key,
  at: after(minutes),
  minimized: true,
});

describe("reminders", () => {
  const update = aComment("ana", "/update up again", 130);

  it("are told where somebody acted on them, with when they did", () => {
    const posts = [post(105, "remind/update-due/update/0")];
    const { timeline } = toReportFacts(theSources({ posts, events: [LABEL, update] }));
    const reminded = timeline.filter(({ kind }) => kind === "reminded");
    expect(reminded).toMatchObject([
      { what: "update-due", at: after(105), answeredAt: after(130) },
    ]);
  });

  it("are told once for an act, and not at all where nobody acted", () => {
    const posts = [
      post(105, "remind/update-due/update/0"),
      post(120, "remind/update-due/update/1"),
      post(140, "remind/update-due/update/2"),
    ];
    expect(
      told([update], {}, { posts }).filter((line) => (line as string[])[1] === "reminded"),
    ).toEqual([[120, "reminded", "update-due"]]);
  });
});

describe("what happened elsewhere", () => {
  it("stands between what happened here, by its time", () => {
    const more = {
      mentions: [
        {
          kind: "merged",
          at: after(7),
          by: "bo",
          title: "Grow",
          name: "#2",
          url: "https://x.example/2",
        },
      ],
      outside: [
        {
          at: after(3),
          place: "#eng",
          kind: "chat",
          direction: "out",
          what: "vacant",
          since: after(3),
        },
      ],
    } as const;
    const events = [aComment("ana", "/note a", 5), aComment("ana", "/note b", 9)];
    expect(told(events, more)).toEqual([
      [3, "told", "vacant"],
      [5, "note", "a"],
      [7, "merged", "Grow"],
      [9, "note", "b"],
    ]);
  });
});

describe("severities", () => {
  it("begin with that of the declaration, and tell each change once", () => {
    const events = [LABEL, aComment("ana", "/severity 2", 5), aComment("ana", "/severity 1", 9)];
    const { severities } = toReportFacts(theSources({ events }));
    expect(severities.map(({ severity, at }) => [severity, at])).toEqual([
      ["SEV-4", after(0)],
      ["SEV-2", after(5)],
      ["SEV-1", after(9)],
    ]);
  });
});

describe("people", () => {
  it("are those of the team who did something or held a role, and no outsider", () => {
    const events = [
      LABEL,
      aComment("cleo", "it is down", 2),
      aComment("bo", "I look", 3),
      aComment("bo", "still", 4),
      aComment("ana", "/sme @sam storage", 5),
    ];
    const { participants } = toReportFacts(theSources({ events }));
    expect(participants).toEqual([
      { login: "ana", comments: 1, since: after(0) },
      { login: "bo", comments: 2, since: after(3) },
      { login: "sam", comments: 0, since: after(5) },
    ]);
  });
});
