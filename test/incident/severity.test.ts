import { describe, expect, it } from "@jest/globals";
import { findSeverity } from "../../src/incident/severity.ts";
import { POLICY } from "../support/incident.ts";

const find = (text: string, severities: readonly string[]) =>
  findSeverity(text, { ...POLICY, severities });

describe("a severity in a person's words", () => {
  it.each([
    ["SEV-2", "SEV-2"],
    ["sev2", "SEV-2"],
    [" Sev  2 ", "SEV-2"],
    ["s_e-v 2", "SEV-2"],
    ["2", "SEV-2"],
    ["-2", "SEV-2"],
    ["12", "SEV-12"],
    ["22", null],
    ["SEV", null],
    ["2nd", null],
    ["x2", null],
    ["2.", null],
    ["", null],
    ["  ", null],
    ["-", null],
  ])("%j is %j", (text, severity) => {
    expect(find(text, ["SEV-1", "SEV-2", "SEV-12"])).toBe(severity);
  });

  it("is not found by a number in which two severities end", () => {
    expect(find("1", ["hub 1", "node 1", "node 2"])).toBeNull();
    expect(find("2", ["hub 1", "node 1", "node 2"])).toBe("node 2");
  });

  it("is not found by a number that stands elsewhere than at its end", () => {
    expect(find("1", ["1 high", "2 low"])).toBeNull();
  });
});
