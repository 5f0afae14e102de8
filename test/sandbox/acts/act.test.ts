import { describe, expect, test } from "@jest/globals";
import { parseAct } from "../../../src/sandbox/acts/act.ts";

test("an act says who does what", () => {
  const parsed = parseAct({ as: "bo-sre", kind: "comment", issue: 3, body: "/accept" });
  expect(parsed).toEqual({
    act: { as: "bo-sre", deed: { kind: "comment", issue: 3, body: "/accept" } },
  });
});

describe("what is no act is refused with a sentence", () => {
  const comment = { as: "ana-sre", kind: "comment", issue: 3, body: "x" };
  test.each([
    ["nothing", undefined],
    ["a text", "comment"],
    ["nobody", { ...comment, as: undefined }],
    ["a stranger", { ...comment, as: "zed" }],
    ["the app itself", { ...comment, as: "sitrep[bot]" }],
    ["an unknown kind", { ...comment, kind: "delete-everything" }],
    ["a kind from the prototype", { ...comment, kind: "__proto__" }],
    ["an issue that is no number", { ...comment, issue: "3" }],
    ["an issue below one", { ...comment, issue: 0 }],
    ["an empty comment", { ...comment, body: "  \n" }],
    ["too long a comment", { ...comment, body: "x".repeat(65_537) }],
    ["what does not belong", { ...comment, sudo: true }],
    [
      "an unknown reaction",
      { as: "ana-sre", kind: "react", issue: 3, comment: null, content: "skull" },
    ],
    [
      "a template outside",
      { as: "ana-sre", kind: "open-form", template: "../../etc.yml", title: "x", values: {} },
    ],
    ["an empty title", { as: "ana-sre", kind: "open", title: " " }],
  ])("%s", (_what, input) => {
    const parsed = parseAct(input);
    expect(parsed).toEqual({ problem: expect.stringMatching(/^This is no act: \S/) });
  });
});
