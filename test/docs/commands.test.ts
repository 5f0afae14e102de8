import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { betweenMarkers } from "../../scripts/docs/between-markers.ts";
import { commandsPage, commandsTable } from "../../scripts/docs/commands.ts";

const read = (path: string): string | null => {
  const file = new URL(`../../${path}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
};

describe("what the docs say of the commands", () => {
  it("is what the code says: docs/commands.md (else run `npm run docs`)", () => {
    expect(read("docs/commands.md")).toBe(commandsPage());
  });

  it("is what the code says: the README's table", () => {
    const readme = read("README.md") ?? "<!-- commands:start -->\n\n<!-- commands:end -->";
    const fresh = betweenMarkers(readme, "commands", commandsTable());
    expect(read("README.md") ?? fresh).toBe(fresh);
  });
});

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
