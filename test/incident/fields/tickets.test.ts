import { describe, expect, test } from "@jest/globals";
import {
  normalizeTicket,
  normalizeTickets,
  parseTickets,
} from "../../../src/incident/fields/tickets.ts";

describe("an address that is safe in every shape", () => {
  test.each([
    ["https://a.test/1", "https://a.test/1"],
    [" HTTP://a.test/1 ", "HTTP://a.test/1"],
    ["https://a.test/(1),[2];'3'*~", "https://a.test/%281%29%2C%5B2%5D%3B%273%27%2A%7E"],
    ["https://a.test/a\tb", "https://a.test/a%09b"],
    ["https://a.test/1...!?:", "https://a.test/1"],
    ["https://a.test/1?x=.y", "https://a.test/1?x=.y"],
    ["https://a.test/a_", "https://a.test/a%5F"],
    ["https://a.test/_a", "https://a.test/_a"],
    [`https://a.test/${"x".repeat(1985)}`, `https://a.test/${"x".repeat(1985)}`],
  ])("%j becomes %j", (address, safe) => {
    expect(normalizeTicket(address)).toBe(safe);
  });

  test.each([
    "ftp://a.test/1",
    "javascript:alert(1)",
    "see https://a.test/1",
    "x:https://a.test/1",
    "https:///1",
    "https://?x",
    "https://#x",
    "https://a.test:x/1",
    "https://a.test/\u00ad1",
    `https://a.test/${"x".repeat(1986)}`,
    `https://a.test/${"(".repeat(700)}`,
    "",
  ])("%j is none", (address) => {
    expect(normalizeTicket(address)).toBeNull();
  });

  test("counts once, and 50 at most", () => {
    const many = Array.from({ length: 52 }, (_, index) => `https://a.test/${index}`);
    expect(normalizeTickets(["x", ...many, ...many])).toEqual(many.slice(0, 50));
    expect(normalizeTickets(["https://a.test/1", "https://a.test/1."])).toEqual([
      "https://a.test/1",
    ]);
  });
});

const read = (text: string) => {
  const { value, problems, exact } = parseTickets(text, text, "raw");
  return { value, problems, exact };
};

describe("the tickets in a value", () => {
  test.each<readonly [string, readonly string[], boolean]>([
    ["https://a.test/1", ["https://a.test/1"], true],
    ["http://a.test/1 and HTTPS://a.test/2", ["http://a.test/1", "HTTPS://a.test/2"], true],
    ["#1 https://a.test/1; #2 https://a.test/2,", ["https://a.test/1", "https://a.test/2"], true],
    [
      "https://a.test/1,http://a.test/2;https://a.test/3",
      ["https://a.test/1", "http://a.test/2", "https://a.test/3"],
      true,
    ],
    ["https://a.test/1,2", ["https://a.test/1%2C2"], true],
    ["https://a.test/1 (open)", ["https://a.test/1"], false],
    ["see https://a.test/1", ["https://a.test/1"], false],
    ["(https://a.test/1)", ["https://a.test/1"], false],
    ["https://a.test/(1))", ["https://a.test/%281%29"], true],
    ["https://a.test/1)*.", ["https://a.test/1"], true],
    ["https://a.test/((1)", ["https://a.test/%28%281%29"], true],
    ['https://a.test/1"x', ["https://a.test/1"], true],
    ["TBD", [], true],
  ])("%j are %j, and nothing but that: %j", (text, value, exact) => {
    expect(read(text)).toEqual({ value, problems: [], exact });
  });

  test.each(["number 125", "xhttps://a.test/1", "ftp://a.test/1"])("%j names none", (text) => {
    expect(read(text)).toEqual({
      value: [],
      problems: [{ text: "raw", why: "not-an-address" }],
      exact: false,
    });
  });
});
