import { describe, expect, it } from "@jest/globals";
import { severity } from "../../src/commands/severity.ts";
import { POLICY } from "../support/incident.ts";
import { testCommand } from "./cases.ts";

const toSev = (what: string, text?: string) =>
  [
    { kind: "set-severity", severity: what },
    {
      kind: "log",
      entry: { kind: "severity", by: "ana", what, ...(text === undefined ? {} : { text }) },
    },
  ] as const;
const wrong =
  "There is no such severity; choose one of SEV-1, SEV-2, SEV-3, SEV-4 (the first is the most severe).";

describe("/severity", () => {
  testCommand([
    { it: "sets the level", comment: "/severity SEV-2", gives: toSev("SEV-2") },
    { it: "takes the level in any case", comment: "/SEV sev-1", gives: toSev("SEV-1") },
    { it: "takes it without its dash", comment: "/sev sev3", gives: toSev("SEV-3") },
    { it: "takes it in two words", comment: "/sev sev 3", gives: toSev("SEV-3") },
    { it: "takes its number", comment: "/sev 2", gives: toSev("SEV-2") },
    {
      it: "keeps the reason",
      comment: "/sev 1 all hubs are down",
      gives: toSev("SEV-1", "all hubs are down"),
    },
    {
      it: "keeps the reason behind two words",
      comment: "/sev sev   1   all  hubs",
      gives: toSev("SEV-1", "all hubs"),
    },
    { it: "does nothing when it is so already", comment: "/sev 4", gives: [] },
    {
      it: "asks which",
      comment: "/severity",
      gives: "It does not say which; the levels are SEV-1, SEV-2, SEV-3, SEV-4.",
    },
    { it: "refuses what is no level", comment: "/severity high", gives: wrong },
    { it: "refuses a number that is no level", comment: "/severity 7", gives: wrong },
  ]);
});

describe("a policy's own severities", () => {
  const policy = { ...POLICY, severities: ["very high", "high", "not so high at all"] };
  const parse = (line: string) => severity.parse({ line, more: "" }, policy);

  it.each([
    ["high", "high", ""],
    ["very high", "very high", ""],
    ["very high it burns", "very high", "it burns"],
    ["  high  it burns", "high", "it burns"],
    ["Not so high at all", "not so high at all", ""],
  ])("are read from %j", (line, level, why) => {
    expect(parse(line)).toEqual({ kind: "value", value: { severity: level, why } });
  });

  it("may be a single one", () => {
    const single = { ...POLICY, severities: ["high"] };
    expect(severity.parse({ line: "low", more: "" }, single)).toEqual({
      kind: "problem",
      problem: "There is no such severity; the only one is high.",
    });
  });

  it("are named where only blanks were given", () => {
    expect(parse("  ")).toEqual({
      kind: "problem",
      problem: "It does not say which; the levels are very high, high, not so high at all.",
    });
  });
});
