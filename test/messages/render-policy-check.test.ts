import { expect, test } from "@jest/globals";
import { renderPolicyCheck, type PolicyFindings } from "../../src/messages/index.ts";
import { POLICY } from "../support/incident.ts";
import { liveIn } from "../support/markdown.ts";

const NONE: PolicyFindings = { problems: [], changes: [], isDefault: true };
const said = (more: Partial<PolicyFindings>) =>
  renderPolicyCheck({ ...NONE, ...more }, POLICY, "https://github.com");
const problem = { line: 2, column: 5, what: "“rights” must be write.", mend: "Write it so." };
const change = { field: "report.writer", from: "commander", to: "liaison" };

test("a file that changes nothing is right", () => {
  expect(said({})).toEqual({
    title: "Right: nothing changes",
    summary: "`.github/sitrep.yml` is right, and changes nothing.",
  });
  expect(said({ isDefault: false }).summary).toContain("would change nothing");
});

test("changes are told field by field, and from when on", () => {
  expect(said({ changes: [change], isDefault: false })).toEqual({
    title: "Right: 1 change",
    summary: "Once it is merged, this changes:\n\n- `report.writer`: commander → liaison",
  });
  const { summary } = said({ changes: [change] });
  expect(summary).toMatch(/^This changes, from the next look at each incident on:/);
});

test("a mistake is told with its place and its mend, and what serves", () => {
  const { title, summary } = said({ problems: [problem, problem] });
  expect(title).toBe("2 mistakes");
  expect(summary).toContain("- line 2, column 5: “rights” must be write. Write it so.");
  expect(summary).toContain("the last version without a mistake serves until it is mended");
  const proposed = said({ problems: [problem], isDefault: false });
  expect(proposed.title).toBe("1 mistake");
  expect(proposed.summary).toContain("Please mend it before it is merged.");
});

test("what the file holds is inert, and never outgrows GitHub's limit", () => {
  const poison = "@acme/all [x](javascript:1) <img src=x> `";
  const text = poison.repeat(500);
  const one = { field: poison, from: text, to: text };
  const changes = said({ changes: Array.from({ length: 300 }, () => one) }).summary;
  const wrong = { line: 1, column: 1, what: text, mend: text };
  const problems = said({ problems: Array.from({ length: 300 }, () => wrong) }).summary;
  for (const summary of [changes, problems]) {
    expect(liveIn(summary)).toEqual([]);
    expect(summary.length).toBeLessThan(65_535);
  }
});
