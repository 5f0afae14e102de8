import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Message, StatusView } from "../../src/effects/index.ts";
import { render, renderStatus, STATUS_LIMIT } from "../../src/messages/index.ts";
import { GATE_NAMES } from "../../src/incident/gates.ts";
import { TIMELINE_KINDS } from "../../src/incident/timeline.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { HOSTILE, htmlOf, linksOf, liveIn } from "../support/markdown.ts";
import { BRIEF, BUSY, commentUrl, DUE_UPDATE } from "./busy.ts";
import { SAMPLES } from "./samples.ts";

/** Names that decide what is said, and are never a person's words. */
const FIXED: readonly string[] = ["name", "kind", "how", "since"];

/** The data with every string in it replaced, but for names that decide what is said. */
function poisoned(data: unknown, poison: string, under = ""): unknown {
  if (typeof data === "string") return FIXED.includes(under) ? data : poison;
  if (Array.isArray(data)) return data.map((one) => poisoned(one, poison));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, poisoned(value, poison, name)]),
  );
}

const VIEW: StatusView = {
  incident: anIncident({
    ...BUSY,
    closeRefusedAt: after(50),
    representative: "rep",
    claims: Array.from(
      { length: 30 },
      () => ({ field: "commander", text: "x", by: "bo", why: "no-rights" }) as const,
    ),
    experts: Array.from({ length: 50 }, () => ({ login: "cy", area: "storage" })),
    tickets: Array.from({ length: 50 }, () => "https://example.com/"),
    timeline: [...TIMELINE_KINDS, ...TIMELINE_KINDS].map((kind) => ({
      at: after(1),
      kind,
      by: "bo",
      who: "cy",
      what: "x",
      text: "x",
      url: commentUrl(1),
    })),
  }),
  brief: BRIEF,
  actionItems: Array.from({ length: 50 }, (_, index) => ({
    number: index + 1,
    title: "x",
    url: commentUrl(1),
    isOpen: index % 2 === 0,
    assignees: ["cy"],
  })),
  agenda: Array.from({ length: 30 }, () => DUE_UPDATE),
  gates: GATE_NAMES.map((name) => ({
    name,
    isOpen: false,
    opensAt: after(1),
    who: "ana",
    items: Array.from({ length: 50 }, () => "x"),
  })),
  notices: [
    {
      kind: "policy",
      file: "x",
      serves: "earlier",
      line: 1,
      column: 1,
      problem: "x",
      mend: "x",
    },
    { kind: "refused-by-github", what: "x", why: "x" },
    { kind: "conflict", field: "x" },
    { kind: "outside", system: "Backlog", place: "x", why: "x" },
    {
      kind: "duty",
      duty: "steward",
      source: "x",
      isGroup: false,
      why: "x",
      asOf: after(1),
      fallback: "x",
    },
  ],
  backlog: { name: "x", url: "https://github.com/orgs/x/projects/1" },
  server: "https://github.com",
  commands: SAMPLES.help.data.commands,
};

const OWN_HTML = ["<details>\n<summary>How to give commands</summary>", "</details>"];
const isWeb = (url: string): boolean => /^https?:\/\//.test(url);

/** What a text does besides being read: notify, refer, link somewhere strange, bring HTML. */
const doings = (text: string): readonly string[] => [
  ...liveIn(text),
  ...htmlOf(text).filter((html) => !OWN_HTML.includes(html)),
  ...linksOf(text).filter((url) => !isWeb(url)),
];

const message = (sample: Message, poison: string): string => {
  const data = poisoned(sample.data, poison);
  return render({ name: sample.name, data } as Message, POLICY, { server: "https://github.com" });
};

const status = (poison: string): string => {
  const { incident, notices, commands, agenda, gates, actionItems, backlog } = VIEW;
  const view = poisoned(
    { incident, notices, commands, agenda, gates, actionItems, backlog },
    poison,
  );
  return renderStatus({ ...(view as StatusView), brief: VIEW.brief, server: VIEW.server }, POLICY);
};

describe("hostile words in every place of every message", () => {
  it.each(Object.values(SAMPLES).map((sample) => [sample.name, sample] as const))(
    "do nothing in %s",
    (_, sample) => {
      for (const poison of HOSTILE) {
        const text = message(sample, poison);
        expect(doings(text)).toEqual([]);
        expect(text.length).toBeLessThan(30_000);
      }
    },
  );

  it.each(HOSTILE.map((poison) => [poison]))(
    "do nothing in the status comment: %.40j",
    (poison) => {
      const text = status(poison);
      expect(doings(text)).toEqual([]);
      expect(text.length).toBeLessThanOrEqual(STATUS_LIMIT);
      expect(text.endsWith("</details>\n")).toBe(true);
    },
  );

  it("do nothing, whatever they are", () => {
    const piece = fc.oneof(
      fc.constantFrom(..."\\`*_{}[]()#+-.!|~<>&$:@=^/ \n\"'1a".split(""), ...HOSTILE.slice(0, 14)),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(words, fc.constantFrom(...Object.values(SAMPLES)), (poison, sample) => {
        // A login that is one may be notified; that is what it is for.
        fc.pre(!/^[a-z\d-]+$/i.test(poison));
        expect(doings(message(sample, poison))).toEqual([]);
        expect(doings(status(poison))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
