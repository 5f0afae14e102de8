import { describe, expect, it } from "@jest/globals";
import { ENTRY_TEXT_LIMIT, toEntryText } from "../../src/incident/timeline.ts";

describe("a person's words in the timeline", () => {
  it("stay as they are, without blanks about them", () => {
    expect(toEntryText("  a  b\n")).toBe("a  b");
    expect(toEntryText(` ${"x".repeat(ENTRY_TEXT_LIMIT)} `)).toBe("x".repeat(ENTRY_TEXT_LIMIT));
  });

  it("are cut to the limit, the sign for it included", () => {
    const cut = toEntryText("x".repeat(ENTRY_TEXT_LIMIT + 1));
    expect(cut).toBe(`${"x".repeat(ENTRY_TEXT_LIMIT - 1)}…`);
  });

  it("are not cut within a character", () => {
    const before = `🚒${"x".repeat(ENTRY_TEXT_LIMIT - 4)}`;
    expect(toEntryText(`${before}🚒🚒`)).toBe(`${before}…`);
  });
});
