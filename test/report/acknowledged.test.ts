import { describe, expect, it } from "@jest/globals";
import { decide } from "../../src/decide/index.ts";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { acknowledgedAt, toReportFacts } from "../../src/report/index.ts";
import { after, anIncident } from "../support/incident.ts";
import { aComment, aGiven, aLabel, aSnapshot, aVersion, person } from "../support/snapshot.ts";
import { theSources } from "./sources.ts";

const BOT = { login: "forms", kind: "bot" } as const;
const LABEL = aLabel("incident", 0);

type Thread = Partial<Snapshot>;

const inMinutes = (at: number | null | undefined): number | null =>
  at === null || at === undefined ? null : (at - after(0)) / 60_000;

/** When the report has it, and when the record of a look at all of it does, from which the site is made. */
const taken = (thread: Thread): readonly (number | null)[] => {
  const { milestones } = toReportFacts(theSources(thread));
  const { record } = decide(aGiven(aSnapshot(thread)), after(100));
  return [inMinutes(milestones.acknowledged?.at), inMinutes(record?.incident.acknowledgedAt)];
};

const inBody = (body: string): Thread => ({ body, opener: person("ana") });

describe("an incident is taken up", () => {
  const says = (login: string, text: string): Thread => ({
    events: [LABEL, aComment(login, text, 7)],
  });

  it.each<readonly [string, Thread, number | null]>([
    ["not by the declaration, whoever leads by it", {}, null],
    ["not by an automation", { opener: person("cleo"), events: [{ ...LABEL, actor: BOT }] }, null],
    ["by an acceptance", says("ana", "/accept"), 7],
    ["by a command of somebody without a role", says("bo", "/note looking"), 7],
    ["by words of whoever leads", says("ana", "I am at it"), 7],
    ["by words of somebody who may command", says("bo", "The disk is full"), 7],
    ["not by words of an outsider", says("cleo", "It is down here too"), null],
    ["not by a command that was refused", says("bo", "/accept"), null],
    ["not by declining", says("ana", "/decline I am on a train"), null],
    ["not by a question", says("bo", "/status"), null],
    ["not by a bot", { events: [LABEL, aComment("x", "on it", 7, { actor: BOT })] }, null],
    ["by a label", { events: [LABEL, aLabel("SEV-1", 4, "bo")] }, 4],
    [
      "by a field of the top comment",
      {
        before: aVersion(person("ana"), "down", -1),
        versions: [aVersion(person("bo"), "Severity: SEV-2", 6)],
      },
      6,
    ],
    [
      "by what came first",
      { events: [LABEL, aComment("bo", "looking", 3), aComment("ana", "/accept", 5)] },
      3,
    ],
    ["not by words before the declaration", { events: [aComment("bo", "down?", -1), LABEL] }, null],
    ["by whoever declares it and names themselves", inBody("Incident Commander: @ana"), 0],
    ["not by whoever declares it and names another", inBody("Incident Commander: @bo"), null],
    ["not by what else they say of it at once", inBody("Severity: SEV-1"), null],
    [
      "by whoever declares it and accepts",
      { labels: [], events: [aComment("ana", "/incident\n/accept", 0)] },
      0,
    ],
  ])("%s", (_, thread, minutes) => {
    expect(taken(thread)).toEqual([minutes, minutes]);
  });

  it("by what stands in the timeline, where an older version of Sitrep wrote the record", () => {
    const note = { at: after(5), kind: "note", by: "bo", text: "full" } as const;
    const older = anIncident({ timeline: [...anIncident().timeline, note] });
    expect(acknowledgedAt(older)).toBe(after(5));
    expect(acknowledgedAt({ ...older, archived: 25 })).toBeNull();
  });
});
