import { describe, expect, it } from "@jest/globals";
import { toWholeIncident } from "../../src/decide/whole-incident.ts";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import {
  A_STATUS,
  aComment,
  aGiven,
  aLabel,
  aSnapshot,
  aVersion,
  person,
} from "../support/snapshot.ts";
import { aRecord } from "./looked.ts";

const whole = (overrides: Partial<Snapshot>) => toWholeIncident(aGiven(aSnapshot(overrides)));

describe("an incident as its whole thread adds up to it", () => {
  it("has every entry, however many, and what is not filed", () => {
    const notes = Array.from({ length: 120 }, (_, index) => aComment("bo", "/note a", 1 + index));
    const found = whole({
      events: [aLabel("incident", 0), ...notes],
      body: "## Action items\n- watch the disks\n",
    });
    expect(found?.incident.timeline.filter(({ kind }) => kind === "note")).toHaveLength(120);
    expect(found?.unfiled).toEqual(["watch the disks"]);
  });

  it("says how severe it was when it was declared, whatever it is now", () => {
    const before = aVersion(person("ana"), "Severity: SEV-3\n", -1);
    const events = [aLabel("incident", 0), aComment("bo", "/sev 1", 5)];
    const commanded = whole({ before, events });
    expect([commanded?.firstSeverity, commanded?.incident.severity]).toEqual(["SEV-3", "SEV-1"]);
    const edited = whole({
      before,
      events: [aLabel("incident", 0)],
      versions: [aVersion(person("ana"), "Severity: SEV-2\n", 5)],
    });
    expect([edited?.firstSeverity, edited?.incident.severity]).toEqual(["SEV-3", "SEV-2"]);
    const early = whole({
      before,
      events: [aLabel("incident", 0)],
      versions: [
        aVersion(person("ana"), "Severity: SEV-2\n", -0.5),
        aVersion(person("ana"), "Severity: SEV-1\n", 5),
      ],
    });
    expect([early?.firstSeverity, early?.incident.severity]).toEqual(["SEV-2", "SEV-1"]);
  });

  it("is as severe as it is where no event tells of its declaration", () => {
    expect(whole({ events: [], body: "Severity: SEV-2\n" })?.firstSeverity).toBe("SEV-2");
  });

  it("is none where the issue is none", () => {
    expect(whole({ events: [], labels: [] })).toBeNull();
  });

  it("is not put together from a part of the thread", () => {
    expect(() => whole({ record: aRecord(), status: A_STATUS })).toThrow("from its record on");
    expect(whole({})?.incident.declaredAt).toBe(after(0));
  });
});
