import { describe, expect, it } from "@jest/globals";
import { buildSite } from "../../src/site/index.ts";
import { aHistory } from "./history.ts";

const HISTORY = aHistory(80, 900);

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);

describe("the feed", () => {
  const feed = buildSite(HISTORY).get("feed.xml") ?? "";

  it("has the fifty newest incidents, newest first, each with a name of its own and where it is told", () => {
    const ids = all(feed, /<id>([^<]*)<\/id>/g).slice(1);
    expect(ids).toHaveLength(50);
    expect(new Set(ids).size).toBe(50);
    const published = all(feed, /<published>([^<]*)</g);
    expect(published).toEqual(published.toSorted().toReversed());
    expect(feed).toContain('href="https://acme.github.io/hubs/incidents/80.html"');
    expect(feed).toContain('<link rel="self" href="https://acme.github.io/hubs/feed.xml"');
  });

  it("is the same tomorrow where nothing happened", () => {
    const tomorrow = { ...HISTORY, builtAt: HISTORY.builtAt + 86_400_000 };
    expect(buildSite(tomorrow).get("feed.xml")).toBe(feed);
  });

  it("leads to the issues where nobody knows where the site stands", () => {
    const issues = buildSite({ ...HISTORY, baseUrl: null }).get("feed.xml") ?? "";
    expect(issues).not.toContain('rel="self"');
    expect(issues).toContain('<link rel="alternate" href="https://github.com/acme/hubs/issues/80"');
  });

  it("begins as XML does", () => {
    expect(feed.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns=')).toBe(true);
  });
});
