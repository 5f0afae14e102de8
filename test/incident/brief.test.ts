import { describe, expect, it } from "@jest/globals";
import { toBrief } from "../../src/incident/brief.ts";
import { TASKS } from "../../src/incident/fields/index.ts";
import { after, anIncident } from "../support/incident.ts";

const note = (minutes: number) =>
  ({ at: after(minutes), kind: "note", by: "ana", text: `${minutes}` }) as const;

describe("where an incident stands, for somebody who takes over", () => {
  it("is what was tried last: notes and phases, five of them", () => {
    const phase = { at: after(3), kind: "phase", by: "ana", what: "mitigated" } as const;
    const timeline = [
      { at: after(0), kind: "declared", by: "ana" } as const,
      note(1),
      note(2),
      phase,
      { at: after(4), kind: "severity", by: "ana", what: "SEV-1" } as const,
      note(5),
      note(6),
      note(7),
    ];
    const { tried } = toBrief(anIncident({ timeline }), []);
    expect(tried).toEqual([note(2), phase, note(5), note(6), note(7)]);
  });

  it("is what is still to be done", () => {
    const all = TASKS.map(({ text }) => text);
    expect(toBrief(anIncident(), []).openTasks).toEqual(all);
    expect(toBrief(anIncident(), ["open", "commander"]).openTasks).toEqual(
      TASKS.filter(({ id }) => id !== "open" && id !== "commander").map(({ text }) => text),
    );
  });

  it("is what the incident says", () => {
    const incident = anIncident({ severity: "SEV-2", experts: [{ login: "bo", area: "net" }] });
    expect(toBrief(incident, [])).toMatchObject({
      phase: "investigating",
      phaseSince: after(0),
      severity: "SEV-2",
      commander: "ana",
      liaison: "ana",
      experts: [{ login: "bo", area: "net" }],
      tickets: [],
      asks: [],
      update: null,
    });
  });
});
