import { describe, expect, it } from "@jest/globals";
import { betweenMarkers } from "../../scripts/docs/between-markers.ts";

describe("writing between markers", () => {
  it("keeps all else", () => {
    const text = "a\n<!-- x:start -->\nold\n<!-- x:end -->\nb";
    const once = betweenMarkers(text, "x", "new");
    expect(once).toBe("a\n<!-- x:start -->\n\nnew\n\n<!-- x:end -->\nb");
    expect(betweenMarkers(once, "x", "new")).toBe(once);
  });

  it("throws where they are missing", () => {
    expect(() => betweenMarkers("a", "x", "new")).toThrow("there is no <!-- x:start -->");
  });
});
