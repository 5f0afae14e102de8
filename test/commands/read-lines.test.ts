import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { readCommandLines } from "../../src/commands/index.ts";
import { cpuMs } from "../support/cpu-time.ts";

const words = (text: string) => readCommandLines(text).map(({ word }) => word);

describe("reading command lines", () => {
  it("tells word, argument, lines below and the line as typed", () => {
    expect(readCommandLines("hello\r\n  /Note  a b \r\nmore\r\n\r\n/resolve\r\n")).toEqual([
      { index: 0, word: "note", insists: false, line: "a b", more: "more", raw: "/Note  a b" },
      { index: 1, word: "resolve", insists: false, line: "", more: "", raw: "/resolve" },
    ]);
  });

  it("tells an exclamation mark directly behind the word", () => {
    const lines = readCommandLines("/update! a\n/update a!\n/note: b\n/update !");
    expect(lines.map(({ insists }) => insists)).toEqual([true, false, false, false]);
  });

  it("counts unknown words, and leaves them in the text above", () => {
    expect(readCommandLines("/note a\n/tmp b\nc\n/ic me")).toEqual([
      { index: 0, word: "note", insists: false, line: "a", more: "/tmp b\nc", raw: "/note a" },
      { index: 1, word: "tmp", insists: false, line: "b", more: "c", raw: "/tmp b" },
      { index: 2, word: "ic", insists: false, line: "me", more: "", raw: "/ic me" },
    ]);
  });

  it.each([
    ["alone", "/accept"],
    ["with a sign behind the word", "/accept!"],
    ["after a colon", "/accept: yes"],
    ["after a tab", "/accept\tyes"],
    ["indented a little", "   /accept"],
    ["below a paragraph", "hello\n/accept"],
    ["below a list", "- one\n/accept"],
    ["below a pasted picture", '<img src="x.png">\n/accept'],
    ["below a comment", "<!-- a -->\n/accept"],
    ["below a closed fold", "<details>\n\n/note x\n\n</details>\n\n/accept"],
    ["below a quote and a blank line", "> /note x\n\n/accept"],
    ["below a code span that never closes", "a ` b\n/accept"],
    ["after lone carriage returns", "a\r/accept\rb"],
  ])("finds a command %s", (_, text) => {
    expect(words(text)).toEqual(["accept"]);
  });

  it.each([
    ["in a fence", "```\n/accept\n```"],
    ["in a fence that never closes", "~~~~\n/accept"],
    ["in indented code", "a\n\n    /accept"],
    ["in a code span over two lines", "a `b\n/accept c` d"],
    ["in a quote", "> /accept"],
    ["in a line that goes on with a quote", "> a\n/accept"],
    ["in an HTML comment", "<!--\n/accept\n-->"],
    ["in an HTML comment in a paragraph", "a <!-- b\n/accept\n--> c"],
    ["in a fold", "<details>\n<summary>a</summary>\n\n/accept\n\n</details>"],
    ["in a fold within text", "a <details>\n/accept\n</details>"],
    ["in preformatted HTML", "<pre>\n/accept\n</pre>"],
    ["behind a list's marker", "- /accept"],
    ["in the middle of a line", "please /accept"],
    ["as a path", "/accept/this"],
    ["as a file", "/accept.txt"],
    ["as a number", "/1"],
    ["as a slash alone", "/ accept"],
    ["twice slashed", "//accept"],
  ])("finds none %s", (_, text) => {
    expect(words(text)).toEqual([]);
  });

  it("cuts the line as typed, never through a character", () => {
    const [line] = readCommandLines(`/note ${"x".repeat(193)}😀`);
    expect(line?.raw).toHaveLength(199);
    expect(line?.line).toHaveLength(195);
  });

  it("never throws", () => {
    const piece = fc.constantFrom(
      "/note",
      "/tmp",
      "\n",
      "\r\n",
      " ",
      "`",
      "```",
      "> ",
      "- ",
      "<!--",
      "-->",
      "<details>",
      "</details>",
      "\t",
      "a",
      "\u2028",
      "\0",
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join("")),
        (text) => {
          for (const { raw, more } of readCommandLines(text)) {
            expect(raw.startsWith("/")).toBe(true);
            expect(text).toContain(more);
          }
        },
      ),
    );
  });

  it.each([
    "/note\n",
    "/tmp\n",
    "`",
    "<!--",
    "<details>",
    "</details>",
    "> ",
    "- a\n",
    "- ",
    "\\`",
    "/note `\n",
    "[a]: b\n",
    "|a|\n",
    "/",
  ])("reads 65,536 characters of %j in no time", (unit) => {
    const start = cpuMs();
    readCommandLines(unit.repeat(Math.floor(65_536 / unit.length)));
    expect(cpuMs() - start).toBeLessThan(1000);
  });
});
