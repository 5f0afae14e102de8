import { describe, expect, it } from "@jest/globals";
import { buildSite } from "../../src/site/index.ts";
import { aHistory } from "./history.ts";

const HISTORY = aHistory(30);

describe("the files of a site", () => {
  it("are the same for the same data, whatever their order", () => {
    const other = { ...HISTORY, issues: HISTORY.issues.toReversed() };
    expect([...buildSite(other)]).toEqual([...buildSite(HISTORY)]);
  });

  it("are the list, the numbers, the unfinished, the feed, everything as JSON, and a page for each incident", () => {
    const paths = [...buildSite(HISTORY).keys()];
    expect(paths.slice(0, 5)).toEqual([
      "index.html",
      "numbers.html",
      "unfinished.html",
      "feed.xml",
      "incidents.json",
    ]);
    expect(paths.slice(5).toSorted()).toEqual(
      HISTORY.issues.map(({ number }) => `incidents/${number}.html`).toSorted(),
    );
  });

  it("lead to pages that are there", () => {
    const site = buildSite(HISTORY);
    const targets = [...site].flatMap(([path, text]) =>
      [...text.matchAll(/href="([^":#]+)"/g)].map(([, href = ""]) =>
        new URL(href, `https://x/${path}`).pathname.slice(1),
      ),
    );
    const lost = targets.filter((target) => !target.startsWith("assets/") && !site.has(target));
    expect([targets.length > 100, lost]).toEqual([true, []]);
  });

  it("can be built of nothing", () => {
    const site = buildSite({ ...HISTORY, issues: [] });
    expect(site.get("index.html")).toContain("No incident was declared here yet.");
    expect(site.get("unfinished.html")).toContain("Nothing is left.");
    expect(site.get("numbers.html")).toContain("Nothing to tell yet");
  });
});
