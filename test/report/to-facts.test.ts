import { describe, expect, it } from "@jest/globals";
import { toReportFacts } from "../../src/report/index.ts";
import { after } from "../support/incident.ts";
import { aComment, aLabel } from "../support/snapshot.ts";
import { theSources } from "./sources.ts";

const THREAD = [
  aLabel("incident", 0),
  aComment("ana", "/note the disk is full", 5),
  aComment("ana", "/handoff @bo", 20),
  aComment("bo", "/accept", 22),
  aComment("bo", "/severity 2", 30),
  aComment("bo", "/resolve the disk is bigger", 150),
];

describe("the facts of a report", () => {
  it("name the issue without what marks it as an incident", () => {
    const facts = toReportFacts(theSources({ title: "[Incident] Hub is down", events: THREAD }));
    expect(facts).toMatchObject({
      owner: "acme",
      repo: "hubs",
      number: 1,
      title: "Hub is down",
      phase: "resolved",
      severity: "SEV-2",
    });
  });

  it("tell who had which role from when to when", () => {
    const { tenures } = toReportFacts(theSources({ events: THREAD }));
    expect(tenures).toEqual([
      { role: "commander", who: "ana", area: null, from: after(0), to: after(22) },
      { role: "liaison", who: "ana", area: null, from: after(0), to: null },
      { role: "commander", who: "bo", area: null, from: after(22), to: null },
    ]);
  });

  it("tell how long it took, from what the thread says alone", () => {
    const { duration, times } = toReportFacts(theSources({ events: THREAD }));
    expect(duration).toEqual({ from: after(0), to: after(150), ms: 150 * 60_000 });
    expect(times.map(({ name, ms }) => [name, ms / 60_000])).toEqual([
      ["declare", 1],
      ["acknowledge", 5],
      ["resolve", 150],
    ]);
  });
});
