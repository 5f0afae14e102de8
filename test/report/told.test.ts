import { describe, expect, it, test } from "@jest/globals";
import { renderReport } from "../../src/messages/index.ts";
import { toReportFacts, type OutsideMessage } from "../../src/report/index.ts";
import { after, POLICY } from "../support/incident.ts";
import { aComment, aLabel } from "../support/snapshot.ts";
import { theSources } from "./sources.ts";

const TICKET = "https://desk.test/a/tickets/125";
const IN_TICKET = `[ticket 125](${TICKET})`;

const EVENTS = [
  aLabel("incident", 0),
  aComment("ana", "/commander @bo", 4),
  aComment("ana", "/update up again", 20),
  aComment("bo", "/resolve", 60),
];

const out = (
  what: string | null,
  minutes: number,
  place: string,
  late = 0,
  more: Partial<OutsideMessage> = {},
): OutsideMessage => ({
  what,
  since: what === null ? null : after(minutes),
  place,
  at: after(minutes + late),
  kind: place.startsWith("#") ? "chat" : "ticket",
  direction: "out",
  ...more,
});

/** The lines of the report's timeline, without links to comments, as people read them. */
function lines(outside: readonly OutsideMessage[]): readonly string[] {
  const facts = toReportFacts(theSources({ events: EVENTS }, { outside }));
  const { markdown } = renderReport(facts, POLICY, {
    server: "https://github.com",
    template: "{{#each days}}{{#each events}}{{clock at}} {{> event}}\n{{/each}}{{/each}}",
  });
  return markdown
    .trim()
    .split("\n")
    .map((line) => line.replace(/ \(\[source\][^)]*\)\)/, ""));
}

const UPDATE = "09:20 UTC Status update: up again";

describe("what was told outside", () => {
  it("stands in the line of its cause, where it was told at once", () => {
    const told = lines([
      out("declared", 0, "#eng"),
      out("role", 4, "#eng", 1),
      out("update", 20, "#updates"),
      out("update", 20, "#eng"),
      out("update", 20, TICKET, 1),
      out("phase", 60, "#eng"),
      out("resolved", 60, TICKET),
    ]);
    expect(told).toEqual([
      "09:00 UTC The first Incident Commander declared the incident; told in \\#eng",
      "09:04 UTC The second Incident Commander took over from the first; told in \\#eng",
      `${UPDATE}; told in \\#updates, \\#eng and ${IN_TICKET}`,
      `10:00 UTC Resolved; told in \\#eng and ${IN_TICKET}`,
    ]);
  });

  it("has a line of its own at its own time, where it came late", () => {
    const told = lines([
      out("update", 20, "#eng"),
      out("update", 20, TICKET, 25),
      out("update", 20, "#updates", 26),
      out("phase", 60, "#eng", 24 * 60),
    ]);
    expect(told.slice(2)).toEqual([
      `${UPDATE}; told in \\#eng`,
      `09:45 UTC Told in \\#updates and ${IN_TICKET}: the status update of 09:20 UTC`,
      "10:00 UTC Resolved",
      "10:00 UTC Told in \\#eng: the new state of 2026-05-04 10:00 UTC",
    ]);
  });

  it("has a line of its own, where no other tells it", () => {
    const told = lines([
      out("first-response", 0, TICKET, 1),
      out("vacant", 12, "#support"),
      out("resolved", 70, TICKET),
      out(null, 75, TICKET),
    ]);
    expect(told.filter((line) => /told|first response/i.test(line))).toEqual([
      `09:01 UTC The community got a first response in ${IN_TICKET}`,
      "09:12 UTC Told in \\#support: that nobody leads",
      `10:10 UTC Told in ${IN_TICKET}: that it is over`,
      `10:15 UTC The community was told in ${IN_TICKET}`,
    ]);
  });

  it("is known by what was a moment later in the thread, as what Sitrep does by rule is", () => {
    const early = { since: after(20) - 4000 };
    expect(lines([out("update", 20, "#eng", 0, early)])[2]).toBe(`${UPDATE}; told in \\#eng`);
  });
});

test("what the community wrote stands in the timeline, each ticket by its number", () => {
  const inward = { direction: "in" } as const;
  const other = "https://desk.test/tickets/view";
  const told = lines([out(null, 30, TICKET, 0, inward), out(null, 31, other, 0, inward)]);
  expect(told.slice(3, 5)).toEqual([
    `09:30 UTC The community wrote in ${IN_TICKET}`,
    `09:31 UTC The community wrote in [the support ticket](${other})`,
  ]);
});
