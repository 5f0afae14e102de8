import type { Incident } from "../../src/incident/incident.ts";
import type { IncidentIssue } from "../../src/incident/incident-issue.ts";
import type { TimelineEntry } from "../../src/incident/timeline.ts";
import { after, anIncident, DECLARED_AT } from "../support/incident.ts";

/** An incident whose timeline is these entries, after the declaration by ana, who leads it by default. */
export const told = (
  entries: readonly TimelineEntry[],
  overrides: Partial<Incident> = {},
): Incident =>
  anIncident({
    timeline: [
      { at: DECLARED_AT, kind: "declared", by: "ana" },
      { at: DECLARED_AT, kind: "role", by: null, who: "ana", what: "commander" },
      ...entries,
    ],
    ...overrides,
  });

/** An issue that is an incident since {@link DECLARED_AT}, with what a test wants to be different. */
export const anIssue = (overrides: Partial<IncidentIssue> = {}): IncidentIssue => ({
  number: 12,
  title: "Hub is down",
  url: "https://github.com/acme/hubs/issues/12",
  body: "",
  isOpen: true,
  reason: null,
  createdAt: DECLARED_AT,
  closedAt: null,
  opener: "ana",
  labels: ["incident"],
  marks: [{ kind: "labeled", at: DECLARED_AT, label: "incident" }],
  actionItems: [],
  incident: null,
  reportText: null,
  ...overrides,
});

/** An issue that was closed as completed so many minutes after the declaration. */
export const closedAfter = (minutes: number): Partial<IncidentIssue> => ({
  isOpen: false,
  reason: "completed",
  closedAt: after(minutes),
});
