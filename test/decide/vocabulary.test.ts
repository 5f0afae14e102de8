import { describe, expect, it } from "@jest/globals";
import { toVocabulary } from "../../src/decide/index.ts";
import { readFields } from "../../src/incident/fields/index.ts";
import { POLICY } from "../support/incident.ts";

const named = (title: string, aliases: readonly string[]) =>
  toVocabulary({
    ...POLICY,
    roles: {
      ...POLICY.roles,
      commander: { title, aliases },
      expert: { title: "Helper", aliases: ["Fixer"] },
    },
  });

describe("the words of the top comment", () => {
  it("are the team's, and what everybody says is read as well", () => {
    const words = named("Captain", ["Skipper"]);
    expect(words.commander.title).toBe("Captain");
    for (const title of ["Captain", "Skipper", "Incident Commander", "IC"]) {
      expect(readFields(`${title}: @ana`, words).commander).toBe("ana");
    }
  });

  it("name experts in the plural", () => {
    expect(named("Captain", []).experts.title).toBe("Helpers");
    expect(toVocabulary(POLICY).experts.title).toBe("Subject Matter Experts");
    const plural = { ...POLICY.roles, expert: { title: "Gurus", aliases: [] } };
    expect(toVocabulary({ ...POLICY, roles: plural }).experts.title).toBe("Gurus");
    for (const title of ["Helpers", "Fixer", "SMEs"]) {
      expect(readFields(`${title}: @cy`, named("Captain", [])).experts).toHaveLength(1);
    }
  });

  it("hold no word twice", () => {
    const { commander } = named("Captain", ["Captain", "Skipper"]);
    expect(commander.aliases).not.toContain("Captain");
    expect(commander.aliases).toContain("Skipper");
  });
});
