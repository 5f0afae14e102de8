import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { IncidentIssue } from "../../src/incident/incident-issue.ts";
import { prose, toLine } from "../../src/site/html/user-text.ts";
import { buildSite } from "../../src/site/index.ts";
import { HOSTILE } from "../support/markdown.ts";
import { aHistory } from "./history.ts";
import { cpuMs } from "../support/cpu-time.ts";

/** What decides what is shown, and is never a person's words. */
const FIXED: readonly string[] = ["kind", "phase", "reason", "what"];

/** The data with every string of people in it replaced. */
function poisoned(data: unknown, poison: string, under = ""): unknown {
  if (typeof data === "string") return FIXED.includes(under) ? data : poison;
  if (Array.isArray(data)) return data.map((one) => poisoned(one, poison, under));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, poisoned(value, poison, name)]),
  );
}

const HISTORY = aHistory(2, 40, 3);

const siteOf = (poison: string, names: boolean): ReadonlyMap<string, string> =>
  buildSite({
    ...HISTORY,
    names,
    issues: HISTORY.issues.map((issue) => poisoned(issue, poison) as IncidentIssue),
  });

const TAG = /<(\/?[a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"<>]*")?)*)\s*\/?>/gi;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;

/** Every tag with its attributes' names; and the addresses that it leads to. */
function tagsOf(markup: string) {
  const shapes = new Set<string>();
  const addresses = new Set<string>();
  for (const [, name = "", attributes = ""] of markup.matchAll(TAG)) {
    const found = [...attributes.matchAll(ATTRIBUTE)];
    for (const [, attribute = "", value = ""] of found) {
      shapes.add(`${name.toLowerCase()} ${attribute.toLowerCase()}`);
      if (/href|src|action/.test(attribute)) addresses.add(value);
    }
    shapes.add(name.toLowerCase());
  }
  return { shapes, addresses };
}

const isMarkup = (path: string): boolean => /\.(?:html|xml)$/.test(path);
/** What a report's Markdown may become. */
const MARKDOWN =
  "p h3 h4 h5 h6 em strong s code pre ul ol li blockquote hr br table thead tbody tr th td a"
    .split(" ")
    .flatMap((name) => [name, `/${name}`]);

const BENIGN = new Set([
  ...MARKDOWN,
  "ol start",
  ...[true, false].flatMap((names) =>
    [...siteOf("https://example.org/x", names)].flatMap(([path, text]) =>
      isMarkup(path) ? [...tagsOf(text).shapes] : [],
    ),
  ),
]);

const isHarmless = (address: string): boolean =>
  /^https?:\/\/|^(?:\.\.\/)?(?:assets\/)?[\w./-]*$|^#[\w-]+$|^urn:sitrep:/.test(address);

/** What people's words do in a site besides being read. */
function doings(site: ReadonlyMap<string, string>): readonly string[] {
  return [...site].flatMap(([path, text]) => {
    if (!isMarkup(path)) return [];
    const rest = text.replace(/^(?:<!doctype html>|<\?xml [^>]*\?>)/, "").replaceAll(TAG, "");
    const { shapes, addresses } = tagsOf(text);
    return [
      ...(/[<>]/.test(rest) ? [`${path}: a sign that is not escaped`] : []),
      ...[...shapes].filter((shape) => !BENIGN.has(shape)).map((shape) => `${path}: ${shape}`),
      ...[...addresses].filter((one) => !isHarmless(one)).map((one) => `${path}: leads to ${one}`),
      ...(/\p{Bidi_Control}|(?![\t\n\r])\p{Cc}/u.test(text)
        ? [`${path}: signs that turn the text`]
        : []),
    ];
  });
}

describe("hostile words in a site", () => {
  it.each(HOSTILE.map((poison) => [poison.slice(0, 500)]))("do nothing: %.40j", (poison) => {
    expect(doings(siteOf(poison, true))).toEqual([]);
    expect(doings(siteOf(poison, false))).toEqual([]);
  });

  it("do nothing, whatever they are", () => {
    const piece = fc.oneof(
      fc.constantFrom(..."<>&\"'`=/ \n;:#".split(""), ...HOSTILE.slice(0, 14)),
      fc.constantFrom(
        " onload=x ",
        "<svg/onload=1>",
        "</title>",
        "<!--",
        "]]>",
        "&#x3c;",
        "javascript:",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(words, fc.boolean(), (poison, names) => {
        expect(doings(siteOf(poison, names))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("cost no more than their length", () => {
    for (const poison of HOSTILE.filter(({ length }) => length > 60_000)) {
      const started = cpuMs();
      expect(toLine(poison).length).toBeLessThanOrEqual(poison.length);
      expect(prose(poison).markup.length).toBeGreaterThan(0);
      expect(cpuMs() - started).toBeLessThan(1000);
    }
  });

  it("have no style and no script beside those of the site", () => {
    const shapes = [...BENIGN];
    expect(shapes.filter((shape) => / (?:on|style)/.test(shape))).toEqual([]);
    const pages = [...siteOf("<script>", false)].filter(([path]) => path.endsWith(".html"));
    expect(pages.map(([, text]) => text.match(/<script/g)?.length)).toEqual(pages.map(() => 1));
  });
});
