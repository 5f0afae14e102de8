import { describe, expect, it } from "@jest/globals";
import { foundIssue, toIncidentIssue } from "../../../src/integrations/github/found-issue.ts";

const subIssue = (number: number, isPrivate: boolean) => ({
  number,
  title: `Item ${number}`,
  url: `https://github.com/acme/hubs/issues/${number}`,
  state: "OPEN",
  createdAt: "2026-03-06T14:00:00Z",
  closedAt: null,
  repository: { isPrivate },
});

const FOUND = {
  id: "I_1",
  number: 1,
  title: "Hub is down",
  url: "https://github.com/acme/hubs/issues/1",
  body: "",
  state: "CLOSED",
  stateReason: null,
  createdAt: "2026-03-06T14:00:00Z",
  closedAt: "2026-03-06T15:00:00Z",
  author: null,
  labels: { nodes: [{ name: "incident" }] },
  subIssues: { nodes: [subIssue(2, false), null, subIssue(3, true)] },
  timelineItems: {
    nodes: [
      {
        __typename: "LabeledEvent",
        createdAt: "2026-03-06T14:00:01Z",
        label: { name: "incident" },
      },
      { __typename: "ReopenedEvent", createdAt: "2026-03-06T14:30:00Z" },
    ],
  },
};

const toIssue = (showsPrivate: boolean, found: object = FOUND) =>
  toIncidentIssue(foundIssue.parse(found), { incident: null, reportText: null }, showsPrivate);

const numbers = (showsPrivate: boolean): readonly number[] =>
  toIssue(showsPrivate).actionItems.map(({ number }) => number);

describe("an incident's issue, as GitHub gives it", () => {
  it("shows action items of private repositories only where that is meant", () => {
    expect([numbers(false), numbers(true)]).toEqual([[2], [2, 3]]);
  });

  it("was closed as completed where GitHub gives no reason, and tells what was done to it", () => {
    expect(toIssue(false)).toMatchObject({
      isOpen: false,
      reason: "completed",
      opener: null,
      closedAt: Date.parse("2026-03-06T15:00:00Z"),
      marks: [
        { kind: "labeled", label: "incident" },
        { kind: "reopened", label: null },
      ],
    });
    expect(toIssue(false, { ...FOUND, state: "OPEN", stateReason: "REOPENED" }).reason).toBeNull();
  });
});
