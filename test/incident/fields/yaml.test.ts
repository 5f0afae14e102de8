import { describe, expect, test } from "@jest/globals";
import { readFields, writeFields } from "../../../src/incident/fields/index.ts";
import { toFlowItems, toItem, toScalar } from "../../../src/incident/fields/yaml-values.ts";

describe("a scalar of YAML", () => {
  test.each([
    ["  ana  ", "ana"],
    ["@ana # now", "@ana"],
    ["SEV#2", "SEV#2"],
    ["# nothing", ""],
    ["", ""],
    ['"a # b" # c', "a # b"],
    ['"a \\"b\\" \\u0041"', 'a "b" A'],
    ['"a \\_ b"', "a \\_ b"],
    ["'it''s # one'", "it's # one"],
    ["'a' # b", "a"],
    ["{{ name }}", "{{ name }}"],
    ["* a", "* a"],
    ["a [b] {c} & d", "a [b] {c} & d"],
  ])("%j is %j", (source, value) => {
    expect(toScalar(source)).toBe(value);
  });

  test.each([
    '"a',
    "'a",
    '"a" b',
    "'a' b",
    "[a]",
    "{a: b}",
    "&a b",
    "*a",
    "!tag a",
    "| ",
    "> ",
    "%a",
  ])("%j is none", (source) => {
    expect(toScalar(source)).toBeNull();
  });
});

describe("a list of YAML on one line", () => {
  test.each<readonly [string, readonly string[]]>([
    ["[]", []],
    [" [ a, b ,c] # d", ["a", "b", "c"]],
    ['["a, b", \'c, d\', "e\\",f"]', ["a, b", "c, d", 'e",f']],
    ["[a, , b,]", ["a", "b"]],
    ["[{login: a, area: net}, {login: b}]", ["a (net)", "b"]],
    ["[it's]", ["it's"]],
  ])("%j is %j", (source, items) => {
    expect(toFlowItems(source)).toEqual(items);
  });

  test.each(["[a", "[a] b", "[[a], b]", "[a, {x: y}]", "[{login: a]", '[a, "b]', "[{area: net}]"])(
    "%j is none",
    (source) => {
      expect(toFlowItems(source)).toBeNull();
    },
  );
});

describe("an item of a list", () => {
  test.each<readonly [readonly string[], string | null]>([
    [["ana"], "ana"],
    [["'@ana' # now"], "@ana"],
    [["login: ana", "  area: net"], "ana (net)"],
    [["  LOGIN:   '@ana'", "area:"], "@ana"],
    [["area: net", "login: ana"], "ana (net)"],
    [["{login: ana, area: net}"], "ana (net)"],
    [[" { login: ana } "], "ana"],
    [["{ana}"], null],
    [["x {login: ana}"], "x {login: ana}"],
    [["{login: ana} x"], null],
    [["area: net"], null],
    [["login: [ana]"], null],
    [["ana", "bo"], null],
    [["login: ana", "bo"], null],
    [["login: ana", "area: net", "since: now"], "ana (net)"],
    [["login:ana"], "login:ana"],
    [["a login: ana"], "a login: ana"],
  ])("%j is %j", (lines, item) => {
    expect(toItem(lines)).toBe(item);
  });
});

const inMatter = (yaml: string) => `---\n${yaml}\n---\n\nText.\n`;

const readMatter = (yaml: string) => readFields(inMatter(yaml));

describe("fields in YAML", () => {
  test.each([
    ["commander: ana"],
    ["# first\n\ncommander: ana # now"],
    ["x: 1\ncommander: ana\ny: 2"],
    ['"Incident Commander": ana'],
    ["'incident-commander': ana"],
    ["x:\n  - 1\n# a\ncommander: ana"],
    ["x: |\n  commander: bo\ncommander: ana"],
    ["x:\n- commander: bo\n- y\ncommander: ana"],
    ["commander:\n  - ana"],
    ["commander: [ana]"],
    ["commander: ana\nx - y: 1"],
  ])("%j names the commander", (yaml) => {
    expect(readMatter(yaml)).toMatchObject({ commander: "ana", problems: [] });
  });

  test.each([
    ["x:\n  commander: ana"],
    ["x:\n  y: 1\n  commander: ana"],
    ["commander: &a ana"],
    ["commander:\n  login: ana"],
    ["commander: |\n  ana"],
    ["commander: >\n  ana"],
    ["commander: x\n  ana"],
    ["commander:\n  - ana\n - bo\n   x"],
    ["commander:\n  - ana\n   bo\n- x: [y]"],
    ["commander:\n  - ana\n    - bo"],
    ["commander:\n  - login: ana\n  area: net"],
    ["commander:\n  a - ana"],
    ["commander: x\n  - ana"],
    ["commander: & ana]"],
    ["commander:\n- ana\n- [b]"],
    ["commander ana"],
    ["#commander: ana"],
  ])("%j is left to its author", (yaml) => {
    expect(readMatter(yaml).present.has("commander")).toBe(false);
  });

  test.each([
    ["experts:\n  - a\n\n  # x\n  - login: b\n    area: net\n", ["a", "b"]],
    ["experts:\n- a\n- b", ["a", "b"]],
    ["experts: [a, {login: b}]", ["a", "b"]],
    ["experts: a, b", ["a", "b"]],
    ["experts:\n-\n- b", ["b"]],
    ["experts:\n  - a\nx: 1\n  - b", ["a"]],
  ])("%j names the experts %j", (yaml, logins) => {
    expect(readMatter(yaml).experts.map(({ login }) => login)).toEqual(logins);
  });

  test("tickets are read from a list", () => {
    const { tickets } = readMatter("tickets:\n  - https://a.test/1\n  - https://a.test/2");
    expect(tickets).toEqual(["https://a.test/1", "https://a.test/2"]);
  });

  test.each([
    ["commander:   ana  # now", { commander: "bo" }, 'commander:   "@bo"'],
    ["commander:", { commander: "bo" }, 'commander: "@bo"'],
    ["commander:   ", { commander: "bo" }, 'commander: "@bo"'],
    ["commander:\n  - ana\n\n# x\ny: 1", { commander: "bo" }, 'commander: "@bo"\n\n# x\ny: 1'],
    ["commander: ana", { commander: null }, "commander:"],
    [
      "tickets: https://a.test/1",
      { tickets: ["https://a.test/2"] },
      'tickets: ["https://a.test/2"]',
    ],
    ["severity: x", { severity: "a*b" }, 'severity: "a*b"'],
    ["severity:\tx", { severity: "SEV-1" }, 'severity:\t"SEV-1"'],
  ])("%j with %j becomes %j", (yaml, change, written) => {
    expect(writeFields(inMatter(yaml), change)).toBe(inMatter(written));
  });
});

const inFence = (yaml: string) => readFields(`\`\`\`yaml incident\n${yaml}\n\`\`\``);

describe("fields in a fence", () => {
  test("stand all at the depth of the first", () => {
    const deep = inFence("  commander:\n  - ana\nseverity: 1");
    expect([deep.commander, [...deep.present]]).toEqual(["ana", ["commander"]]);
    const first = inFence("  severity: 1\ncommander: ana");
    expect([...first.present]).toEqual(["severity"]);
  });

  test("are no items of a list", () => {
    expect(inFence("- commander: ana").present.size).toBe(0);
  });
});

describe("front matter", () => {
  test.each([
    ["---\ncommander: ana\n---"],
    ["\ufeff---  \ncommander: ana\n...\n"],
    ["---\r\ncommander: ana\r\n---\t\r\n"],
    ["---\ncommander: ana\nx:\n  - y\n\n# z\n- w\n---\n"],
    ["---\n\"a b\": 1\n'c d': 2\ncommander: ana\n---\n"],
    ["---\ncommander: ana\nx:\n-\n---\n"],
  ])("%j is read", (body) => {
    expect(readFields(body).commander).toBe("ana");
  });

  test.each([
    ['---\n"commander": ana\n'],
    ['--\n"commander": ana\n---\n'],
    [' ---\n"commander": ana\n---\n'],
    ['----\n"commander": ana\n---\n'],
    ['\n---\n"commander": ana\n---\n'],
    ['---\n"commander": ana\nSome words\n---\n'],
    ['---\n"commander": ana\nwords\n---\n'],
    ['---\n"commander": ana\nx#y\n---\n'],
    ['---\n"a": 1\n---\n```\ncommander: ana\n```\n'],
    ['---\n"commander": ana\n---x\n'],
    ['---\n"commander": ana\nx ---\n'],
    ['---\n# "commander": ana\n---\n'],
    ['---\n  "commander": ana\n---\n'],
    ['---\n\n---\n"commander": ana\n'],
  ])("%j is none", (body) => {
    expect(readFields(body).present.size).toBe(0);
  });
});
