import { describe, expect, test } from "@jest/globals";
import { lineAt, toggleTask } from "../../../src/sandbox/acts/tick.ts";

describe("toggling a task turns one box and nothing else", () => {
  test.each([
    ["an empty one", "a\n- [ ] x\nb", 1, "a\n- [x] x\nb"],
    ["a ticked one", "* [x] x", 0, "* [ ] x"],
    ["a capital X", "1. [X] x", 0, "1. [ ] x"],
    ["one in a quote in a list", "> - - [ ] x", 0, "> - - [x] x"],
    ["CRLF stays", "a\r\n- [ ] x\r\n- [ ] y\r\n", 1, "a\r\n- [x] x\r\n- [ ] y\r\n"],
    ["a second box on the line stays", "- [ ] x [ ] y", 0, "- [x] x [ ] y"],
  ])("%s", (_what, text, line, wanted) => {
    expect(toggleTask(text, line, lineAt(text, line))).toBe(wanted);
  });
});

describe("nothing is toggled", () => {
  test.each([
    ["when the line reads otherwise by now", "- [x] x", 0, "- [ ] x"],
    ["when lines were put before it", "new\n- [ ] x", 0, "- [ ] x"],
    ["where there is no box", "- x", 0, "- x"],
    ["where a link looks like one", "- [x](https://x.example)", 0, "- [x](https://x.example)"],
    ["behind the end", "- [ ] x", 9, ""],
  ])("%s", (_what, text, line, was) => {
    expect(toggleTask(text, line, was)).toBeNull();
  });
});
