import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { REPORT_RULES } from "../../src/incident/report-policy.ts";
import { REPORT_HELPERS } from "../../src/messages/report-helpers.ts";
import { REPORT_PARTIALS } from "../../src/messages/report-template.ts";
import { MILESTONE_NAMES } from "../../src/report/index.ts";

const TEXT = readFileSync(new URL("../../docs/report-facts.md", import.meta.url), "utf8");
const rows = (head: string): readonly string[] => {
  const [, table = ""] = TEXT.split(`| ${head} |`);
  return (table.split("\n\n")[0] ?? "").split("\n").filter((line) => line.startsWith("| "));
};

describe("the page of the report's facts", () => {
  it("names every rule, in their order", () => {
    const named = rows("rule | finds").map((row) => /`([a-z-]+)`/.exec(row)?.[1]);
    expect(named.filter((name) => name !== undefined)).toEqual([...REPORT_RULES]);
  });

  it("names every milestone", () => {
    const text = rows("milestone | what the thread tells | how people correct it").join("\n");
    for (const name of MILESTONE_NAMES) expect(text).toContain(`| ${name} |`);
  });

  it("names everything that a template can use", () => {
    const text = rows("helper | gives").join("\n");
    for (const name of Object.keys(REPORT_HELPERS)) {
      const shown = name === "facts" || name === "question" ? `{{#${name} ` : `\`${name} `;
      expect(shown.startsWith("{{") ? TEXT : text).toContain(shown);
    }
    for (const name of REPORT_PARTIALS) expect(TEXT).toContain(`{{> ${name}}}`);
  });
});
