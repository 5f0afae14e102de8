import { describe, expect, test } from "@jest/globals";
import {
  normalizeArea,
  normalizeExperts,
  parseExperts,
} from "../../../src/incident/fields/experts.ts";
import {
  findBareLogin,
  isSameLogin,
  parseLogin,
  toLogin,
} from "../../../src/incident/fields/logins.ts";

describe("a login", () => {
  test.each([
    ["ana", "ana"],
    [" @Ana-Sre ", "Ana-Sre"],
    ["ANA_ACME", "ANA_ACME"],
    ["@ana bo", null],
    ["ana-", null],
    ["", null],
    ["username", null],
    ["@username", null],
    ["none", "none"],
  ])("in %j is %j", (text, login) => {
    expect(toLogin(text)).toBe(login);
  });

  test.each([
    ["ana", "ana"],
    ["ANA (until six)", "ANA"],
    ["ana, then bo", "ana"],
    ["ana; then bo", "ana"],
    ["ana or bo", null],
    ["ana @bo", null],
    ["(ana)", null],
  ])("without its sign in %j is %j", (text, login) => {
    expect(findBareLogin(text)).toBe(login);
  });

  test("is the same in any case", () => {
    expect(isSameLogin("Ana", "aNA")).toBe(true);
    expect(isSameLogin("ana", "anna")).toBe(false);
  });
});

describe("the value of a role", () => {
  test.each([
    ["@ana", "ana", true],
    ["ANA", "ANA", true],
    ["@ana (until six)", "ana", false],
    ["@ana @bo", "ana", false],
    ["TBD", null, true],
  ])("%j is %j, and nothing but that: %j", (plain, value, exact) => {
    expect(parseLogin(plain, plain)).toEqual({ value, problems: [], exact });
  });

  test.each([
    ["@acme/sre", "team"],
    ["somebody else", "not-a-login"],
  ])("%j is a problem: %s", (plain, why) => {
    expect(parseLogin(plain, "raw")).toEqual({
      value: null,
      problems: [{ text: "raw", why }],
      exact: false,
    });
  });

  test.each([
    ["Ana", "[Ana](https://github.com/ana)", "Ana"],
    ["Ana", "[Ana](https://github.com/ANA/)", "Ana"],
    ["Ana", "[Ana](https://github.com/ana-sre)", null],
    ["Ana", "[Ana](https://github.com/)", null],
    ["Ana", "[Ana](https://example.com/people/17)", null],
    ["@ana", "[@ana](https://example.com/people/17)", "ana"],
  ])("%j that is written %j is %j", (plain, raw, value) => {
    expect(parseLogin(plain, raw).value).toBe(value);
  });
});

describe("an expert's area", () => {
  test.each([
    ["storage", "storage"],
    [" disks, S3 & (more) ", "disks, S3 more"],
    ["a_b-c./+'", "a_b-c./+'"],
    ["größe ñ 日本", "größe ñ 日本"],
    [`${"x".repeat(59)} yz`, "x".repeat(59)],
    ["x".repeat(61), "x".repeat(60)],
    ["TBD", null],
    ["((", null],
    [null, null],
  ])("%j becomes %j", (area, safe) => {
    expect(normalizeArea(area)).toBe(safe);
  });

  test("belongs to a person who counts once, of 50 at most", () => {
    const people = Array.from({ length: 52 }, (_, index) => ({ login: `a${index}`, area: null }));
    expect(normalizeExperts(people)).toEqual(people.slice(0, 50));
    expect(
      normalizeExperts([
        { login: "@Cy", area: "a" },
        { login: "cY", area: "b" },
        { login: "no login", area: "c" },
        { login: "dee", area: "<d>" },
      ]),
    ).toEqual([
      { login: "Cy", area: "a" },
      { login: "dee", area: "d" },
    ]);
  });
});

const read = (plain: string) => {
  const { value, problems, exact } = parseExperts(plain, "raw");
  return { value: value.map(({ login, area }) => [login, area]), problems, exact };
};

describe("the value of experts", () => {
  test.each([
    ["TBD", []],
    ["@cy", [["cy", null]]],
    ["cy", [["cy", null]]],
    ["cy (storage)", [["cy", "storage"]]],
    ["@cy(storage)", [["cy", "storage"]]],
    ["@cy (storage", [["cy", "storage"]]],
    ["@cy is on (storage)", [["cy", null]]],
    ["{{ who, and why }}", []],
    [
      "cy (a, b), dee (c; d and e)",
      [
        ["cy", "a, b"],
        ["dee", "c d and e"],
      ],
    ],
    [
      "@cy (a (b, c), d), @dee",
      [
        ["cy", "a b, c"],
        ["dee", null],
      ],
    ],
    [
      "@cy + @dee AND @eli",
      [
        ["cy", null],
        ["dee", null],
        ["eli", null],
      ],
    ],
    [
      "@cy, none, @dee",
      [
        ["cy", null],
        ["dee", null],
      ],
    ],
    [
      "@cy,,@dee",
      [
        ["cy", null],
        ["dee", null],
      ],
    ],
    [
      "@cy) , @dee",
      [
        ["cy", null],
        ["dee", null],
      ],
    ],
    [
      "@cy (storage) @dee (net)",
      [
        ["cy", "storage"],
        ["dee", "net"],
      ],
    ],
  ])("%j names %j", (plain, people) => {
    const { value, problems } = read(plain);
    expect(value).toEqual(people);
    expect(problems).toEqual([]);
  });

  test.each([
    ["@cy (storage), dee", true],
    ["TBD", true],
    ["@cy is on it", false],
    ["@cy, @dee too", false],
    ["@cy too, @dee", false],
    ["@cy (a) (b)", true],
    ["@cy (on call) today", false],
  ])("%j is nothing but names and areas: %j", (plain, exact) => {
    expect(read(plain).exact).toBe(exact);
  });

  test("that is in brackets alone is none", () => {
    expect(read("(ana)")).toEqual({
      value: [],
      problems: [{ text: "raw", why: "not-a-login" }],
      exact: false,
    });
  });

  test("has a problem of a kind only once, with the whole text", () => {
    expect(read("@acme/a, @acme/b, the whole team, @cy")).toEqual({
      value: [["cy", null]],
      problems: [
        { text: "raw", why: "team" },
        { text: "raw", why: "not-a-login" },
      ],
      exact: false,
    });
  });
});
