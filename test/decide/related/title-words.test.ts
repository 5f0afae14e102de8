import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { toTitleWords } from "../../../src/decide/related/title-words.ts";

it.each([
  ["[Incident] Storage is full on the UToronto hub", "storage full utoronto"],
  ["[SOLVED] [NOT URGENT] Nodes don't scale", "node scale"],
  ["Café Zürich: Logins fail!", "cafe zurich login"],
  ["CALLYSTO: 502s since 2026-05-04", "callysto"],
  ["us-central1-b: quota", "central1 quota"],
  ["Hub is down for everyone", ""],
  ["", ""],
  ["日本語のハブ", "日本語のハフ"],
  ["Fixes #12, @acme/hub `rm` <!-- x --> </details>", "fixe acme detail"],
])("%j tells by %j what it is about", (title, words) => {
  expect([...toTitleWords(title).keys()].join(" ")).toBe(words);
});

it("shows a word as the title has it", () => {
  expect([...toTitleWords("Disks full, disk slow").values()]).toEqual(["disks", "full"]);
});

it("is the same whatever case, accents and prefixes are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (title) => {
      const words = toTitleWords(title);
      expect(toTitleWords(`[Incident] ${title}`)).toEqual(words);
      for (const word of words.keys()) expect(word).toMatch(/^[\p{L}\p{N}]{2,}$/u);
    }),
  );
});
