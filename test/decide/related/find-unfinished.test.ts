import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Earlier } from "../../../src/decide/related/earlier.ts";
import { findUnfinished, type Declared } from "../../../src/decide/related/find-unfinished.ts";
import { after } from "../../support/incident.ts";
import { aDeclared, anEarlier, anItem } from "./an-earlier.ts";

const hub = (compared: string) => ({ field: "Hub", shown: compared.toUpperCase(), compared });

const found = (declared: Partial<Declared>, ...earlier: readonly Earlier[]) =>
  findUnfinished(aDeclared(declared), earlier).items.map(({ url, reasons }) => [
    Number(url.split("/").at(-1)),
    ...reasons.map((reason) => Object.values(reason).flat().join(" ")),
  ]);

describe("an earlier incident is related", () => {
  it.each<[string, Partial<Declared>, Partial<Earlier>, readonly string[]]>([
    ["by a ticket's company", { companies: ["c"] }, { companies: ["b", "c"] }, ["company"]],
    ["by a field", { values: [hub("a")] }, { values: [hub("a")] }, ["field Hub A"]],
    ["by a label", { labels: ["Hub: A"] }, { labels: ["hub: a"] }, ["label Hub: A"]],
    ["by a rare word", { title: "Storage full" }, { title: "No storage" }, ["words storage"]],
    [
      "by a word of the action item",
      { title: "Quota reached" },
      { unfinished: [anItem(1001, { title: "Alert before the quotas are reached" })] },
      ["words quota reached"],
    ],
    [
      "by all of it, the strongest first",
      { title: "NFS", labels: ["x"], values: [hub("a")], companies: ["c"] },
      { title: "nfs", labels: ["x"], values: [hub("a")], companies: ["c"] },
      ["company", "field Hub A", "label x", "words nfs"],
    ],
  ])("%s", (_how, declared, earlier, reasons) => {
    expect(found(declared, anEarlier(1, earlier))).toEqual([[1001, ...reasons]]);
  });

  it.each<[string, Partial<Declared>, Partial<Earlier>]>([
    ["nothing in common", { title: "Storage full" }, { title: "Logins fail" }],
    ["the words of every outage", { title: "Hub is down" }, { title: "Hub is down" }],
    ["nothing unfinished", { labels: ["x"] }, { labels: ["x"], unfinished: [] }],
    [
      "another field with the same value",
      { values: [hub("a")] },
      {
        values: [{ ...hub("a"), field: "Service" }],
      },
    ],
    ["its own number", { labels: ["x"] }, { labels: ["x"], number: 5000 }],
    ["been declared later", { labels: ["x"] }, { labels: ["x"], at: after(1) }],
    [
      "the incident itself as its action item",
      { labels: ["x"] },
      {
        labels: ["x"],
        unfinished: [anItem(5000)],
      },
    ],
  ])("not when it has %s", (_what, declared, earlier) => {
    expect(found(declared, anEarlier(1, earlier))).toEqual([]);
  });

  it("not by what most incidents have", () => {
    const same = {
      labels: ["support"],
      values: [hub("a")],
      companies: ["c"],
      title: "Login broken",
    };
    const few = [1, 2].map((number) => anEarlier(number, same));
    expect(found(same, ...few)).toHaveLength(2);
    const many = Array.from({ length: 12 }, (_, number) => anEarlier(number, same));
    expect(found(same, ...many)).toEqual([]);
  });

  it("by one word only where it is rare, by two where they are not common", () => {
    const titles = ["login token", "login disk", "login proxy", ...Array(37).fill("Hub is down")];
    const earlier = titles.map((title: string, number) => anEarlier(number, { title }));
    expect(found({ title: "Login is slow" }, ...earlier)).toEqual([]);
    const both = earlier.map((one, index) => (index < 8 ? { ...one, title: "login token" } : one));
    expect(found({ title: "Login token" }, ...both)).toEqual([]);
    expect(found({ title: "Proxy is slow" }, ...earlier)).toEqual([[1002, "words proxy"]]);
    expect(found({ title: "Login proxy" }, ...earlier)).toEqual([[1002, "words login proxy"]]);
  });
});

describe("what is shown", () => {
  it("is the five with the strongest reasons, then the newest, and how many more there are", () => {
    const byLabel = [1, 2, 3, 4, 5].map((number) => anEarlier(number, { labels: ["x"] }));
    const others = Array.from({ length: 14 }, (_, index) => anEarlier(20 + index));
    const strong = anEarlier(9, { values: [hub("a")], unfinished: [anItem(7), anItem(8)] });
    const declared = aDeclared({ labels: ["x"], values: [hub("a")] });
    const { items, more } = findUnfinished(declared, [...byLabel, ...others, strong]);
    const numbers = items.map(({ url }) => Number(url.split("/").at(-1)));
    expect(numbers).toEqual([7, 8, 1001, 1002, 1003]);
    expect(more).toBe(2);
  });

  it("is in the order of when it came up, not of addresses", () => {
    const ages = [30, 10, 20].map((age, index) =>
      anEarlier(index, { labels: ["x"], unfinished: [anItem(index, { since: after(-age) })] }),
    );
    const { items } = findUnfinished(aDeclared({ labels: ["x"] }), ages);
    expect(items.map(({ since }) => since)).toEqual([after(-10), after(-20), after(-30)]);
  });

  it("says whose it is, since when, and from which incident", () => {
    const report = anItem(1, { kind: "report", title: "Disk full", owners: ["ana"] });
    const earlier = anEarlier(1, { title: "Disk full", unfinished: [report] });
    expect(findUnfinished(aDeclared({ title: "disk" }), [earlier]).items).toEqual([
      {
        kind: "report",
        title: "Disk full",
        url: report.url,
        since: after(-1),
        owners: ["ana"],
        of: { title: "Disk full", url: earlier.url },
        reasons: [{ kind: "words", words: ["disk"] }],
      },
    ]);
  });

  it("has room in the record, however long people's words are", () => {
    const long = "\u{1F525}nfs ".repeat(200);
    const labels = Array.from({ length: 50 }, (_, index) => `label ${index} ${"x".repeat(60)}`);
    const values = labels.map((compared) => ({ field: compared, shown: long, compared }));
    const traits = { title: long, labels, values };
    const earlier = [1, 2, 3, 4, 5, 6].map((number) =>
      anEarlier(number, {
        ...traits,
        unfinished: [anItem(number, { title: long, owners: Array(9).fill("ana") })],
      }),
    );
    const { items } = findUnfinished(aDeclared(traits), earlier.slice(0, 5));
    expect(items).toHaveLength(5);
    expect(JSON.stringify(items).length).toBeLessThan(6000);
    expect(items.every(({ title }) => title.isWellFormed())).toBe(true);
  });
});

const word = fc.constantFrom(
  "storage",
  "login",
  "hub",
  "down",
  "quota",
  "nfs",
  "@acme",
  "fixes #1",
  "\u202e",
  "<!--",
);
const title = fc.array(word, { maxLength: 5 }).map((words) => words.join(" "));
const some = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 3 });
const traits = fc.record({
  title,
  labels: some,
  companies: some,
  values: some.map((all) => all.map(hub)),
});
const earlierOnes = fc
  .array(fc.tuple(traits, fc.array(title, { maxLength: 3 }), fc.integer({ min: -99, max: 9 })), {
    maxLength: 15,
  })
  .map((all) =>
    all.map(([given, titles, at], number) =>
      anEarlier(number, {
        ...given,
        at: after(at),
        unfinished: titles.map((text, index) => anItem(number * 10 + index, { title: text })),
      }),
    ),
  );

describe("whatever the incidents are", () => {
  it("at most five are shown, each once, each with a reason, none of the incident itself or of later ones", () => {
    fc.assert(
      fc.property(traits, earlierOnes, fc.nat(15), (given, earlier, number) => {
        const declared = aDeclared({ ...given, number, url: anEarlier(number).url });
        const { items } = findUnfinished(declared, earlier);
        expect(items.length).toBeLessThanOrEqual(5);
        expect(new Set(items.map(({ url }) => url)).size).toBe(items.length);
        for (const { url, of, reasons } of items) {
          const from = earlier.find((one) => one.url === of.url);
          expect(reasons.length).toBeGreaterThan(0);
          expect(url).not.toBe(declared.url);
          expect(from?.number).not.toBe(number);
          expect(from?.at).toBeLessThan(declared.at);
        }
      }),
    );
  });

  it("the order in which they were read makes no difference", () => {
    fc.assert(
      fc.property(traits, earlierOnes, fc.infiniteStream(fc.nat()), (given, earlier, random) => {
        const ranked = earlier.map((one) => [random.next().value as number, one] as const);
        const shuffled = ranked.toSorted(([one], [other]) => one - other).map(([, one]) => one);
        const declared = aDeclared(given);
        expect(findUnfinished(declared, shuffled)).toEqual(findUnfinished(declared, earlier));
      }),
    );
  });
});
