import { describe, expect, it } from "@jest/globals";
import {
  findPhase,
  PHASE_LABELS,
  PHASE_NAMES,
  PHASES,
  phaseOfLabel,
} from "../../src/incident/phases.ts";

describe("phases", () => {
  it("are gone through in this order, each with its label", () => {
    expect(PHASE_NAMES.map((name) => PHASE_LABELS[name])).toEqual([
      "incident: investigating",
      "incident: mitigated",
      "incident: resolved",
    ]);
  });

  it.each(PHASE_NAMES)("%s can have its label created and told apart", (name) => {
    const { color, description, title } = PHASES[name];
    const others = PHASE_NAMES.filter((other) => other !== name).map((other) => PHASES[other]);
    expect(color).toMatch(/^[0-9a-f]{6}$/);
    expect(others.map((other) => other.color)).not.toContain(color);
    // GitHub takes 100 characters at most.
    expect(description).toMatch(/^Incident: .{5,90}$/);
    expect(title.toLowerCase()).toBe(name);
  });

  it.each([
    ["incident: mitigated", "mitigated"],
    ["Incident: Mitigated", "mitigated"],
    ["mitigated", null],
    ["incident: closed", null],
    ["incident", null],
  ])("the label %j stands for %j", (label, phase) => {
    expect(phaseOfLabel(label, PHASE_LABELS)).toBe(phase);
  });

  it.each([
    ["status: CONTAINED", "mitigated"],
    ["incident: mitigated", "mitigated"],
    ["incident: resolved", "resolved"],
    ["contained", null],
  ])("the label %j stands for %j where a team has a word of its own", (label, phase) => {
    expect(phaseOfLabel(label, { ...PHASE_LABELS, mitigated: "Status: contained" })).toBe(phase);
  });

  it.each([
    [" RESOLVED ", "resolved"],
    ["Investigating", "investigating"],
    ["incident: resolved", null],
    ["", null],
  ])("the words %j mean %j", (text, phase) => {
    expect(findPhase(text)).toBe(phase);
  });
});
