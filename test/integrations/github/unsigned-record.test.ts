import { describe, expect, it } from "@jest/globals";
import { createRecordText } from "../../../src/integrations/github/record-text.ts";
import { believe, heldComment, toHeld } from "../../../src/integrations/github/unsigned-record.ts";
import type { MachineRecord } from "../../../src/incident/record.ts";
import { anIncident } from "../../support/incident.ts";

const incident = anIncident({ severity: "SEV-2" });
const record = { incident, outbox: [] } as unknown as MachineRecord;
const body = `Status\n\n${createRecordText("a secret").write(record, "I_1", 60_000)}`;
const bot = (login: string) => ({ __typename: "Bot", login });
const ana = { __typename: "User", login: "ana" };
const comment = { body, author: bot("sitrep"), editor: null, issue: { id: "I_1" } };

const held = (node: unknown) => toHeld(heldComment.parse(node));

describe("a record whose signature nobody can check", () => {
  it("is taken from a bot's comment, whatever the secret", () => {
    expect(held(comment)).toEqual({ issueId: "I_1", holder: "sitrep", incident });
    expect(held({ ...comment, author: bot("sitrep[bot]"), editor: bot("sitrep") })).not.toBeNull();
  });

  it.each<[string, unknown]>([
    ["a comment by a person", { ...comment, author: ana }],
    ["a comment that a person edited last", { ...comment, editor: ana }],
    ["a comment that another bot edited last", { ...comment, editor: bot("other") }],
    ["a comment by an account that is gone", { ...comment, author: null }],
    ["a comment without a record", { ...comment, body: "Status" }],
    ["a record that is cut", { ...comment, body: body.slice(0, -20) }],
    ["a record of another version", { ...comment, body: body.replace("record v2", "record v3") }],
    ["a record that does not fit", { ...comment, body: body.replace('"SEV-2"', "{}") }],
    [
      "a time that cannot be",
      { ...comment, body: body.replace(/"declaredAt":\d+/, '"declaredAt":1e18') },
    ],
    [
      "a time between two milliseconds, which no clock of a zone has",
      { ...comment, body: body.replace(/"declaredAt":\d+/, '"declaredAt":0.5') },
    ],
    ["a comment that is gone", null],
    ["something else than a comment", {}],
  ])("is not taken from %s", (_, node) => {
    expect(held(node)).toBeNull();
  });
});

const of = (issueId: string, holder: string) => ({ issueId, holder, incident });

describe("whose records are taken", () => {
  const found = [
    of("I_1", "sitrep"),
    of("I_2", "Echo"),
    of("I_3", "sitrep"),
    of("I_3", "echo"),
    of("I_4", "sitrep"),
  ];

  it("is the bot that holds most", () => {
    const { app, others, records } = believe(found, null);
    expect([app, others, [...records.keys()]]).toEqual(["sitrep", ["echo"], ["I_1", "I_3", "I_4"]]);
  });

  it("is the bot that is named", () => {
    expect([...believe(found, "Echo[bot]").records.keys()]).toEqual(["I_2", "I_3"]);
    expect(believe(found, "nobody").records.size).toBe(0);
  });

  it("is nobody where there is none", () => {
    expect(believe([], null)).toEqual({ app: null, others: [], records: new Map() });
  });
});
