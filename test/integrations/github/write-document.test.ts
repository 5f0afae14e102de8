import { expect, test } from "@jest/globals";
import { buildSchema, parse, validate } from "graphql";
import { readFileSync } from "node:fs";
import {
  toComment,
  toDocument,
  toLabel,
  toMutation,
  toStatusEdit,
  type Ids,
  type RenderedEffect,
} from "../../../src/integrations/github/write-document.ts";

const IDS: Ids = {
  issue: "I_1",
  repository: "R_1",
  labels: new Map([["sev-1", "LA_1"]]),
  people: new Map([["ana", "U_ana"]]),
};
const LABEL = { name: "SEV-1", color: "b60205", description: "x" };
const EFFECTS: readonly (readonly [RenderedEffect, string, object])[] = [
  [{ kind: "write-body", body: "x" }, "updateIssue", { id: "I_1", body: "x" }],
  [
    { kind: "add-label", label: LABEL },
    "addLabelsToLabelable",
    { labelableId: "I_1", labelIds: ["LA_1"] },
  ],
  [
    { kind: "remove-label", name: "sev-1" },
    "removeLabelsFromLabelable",
    { labelableId: "I_1", labelIds: ["LA_1"] },
  ],
  [
    { kind: "assign", logins: ["Ana"] },
    "addAssigneesToAssignable",
    { assignableId: "I_1", assigneeIds: ["U_ana"] },
  ],
  [
    { kind: "unassign", logins: ["ana"] },
    "removeAssigneesFromAssignable",
    { assignableId: "I_1", assigneeIds: ["U_ana"] },
  ],
  [{ kind: "post", key: "k", body: "x" }, "addComment", { subjectId: "I_1", body: "x" }],
  [
    { kind: "react", subject: "IC_1", receipt: "done" },
    "addReaction",
    { subjectId: "IC_1", content: "THUMBS_UP" },
  ],
  [
    { kind: "react", subject: "IC_1", receipt: "refused" },
    "addReaction",
    { subjectId: "IC_1", content: "CONFUSED" },
  ],
  [
    { kind: "react", subject: "IC_1", receipt: "seen" },
    "addReaction",
    { subjectId: "IC_1", content: "EYES" },
  ],
  [
    { kind: "close", reason: "not-planned" },
    "closeIssue",
    { issueId: "I_1", stateReason: "NOT_PLANNED" },
  ],
  [{ kind: "reopen" }, "reopenIssue", { issueId: "I_1" }],
];

test.each(EFFECTS)("%j is carried out by %s", (effect, field, variable) => {
  expect(toMutation(effect, IDS)).toMatchObject({ field, variable });
});

const schema = buildSchema(
  readFileSync(
    new URL("../../../src/sandbox/github/shapes/schema.graphql", import.meta.url),
    "utf8",
  ),
);

test("all mutations together are one legal document in order, with people's text in its variables alone", () => {
  const mutations = [
    toLabel("R_1", LABEL),
    ...EFFECTS.map(([effect]) => toMutation(effect, IDS)),
    toComment("I_1", "{ evil } $v0"),
    toStatusEdit("IC_2", "{ evil }"),
  ];
  const { document, variables } = toDocument("Apply", mutations);
  expect(validate(schema, parse(document))).toEqual([]);
  expect(document).not.toContain("evil");
  expect(
    [...document.matchAll(/^ {2}m(\d+): (\w+)/gm)].map(([, index, field]) => [
      Number(index),
      field,
    ]),
  ).toEqual(mutations.map(({ field }, index) => [index, field]));
  expect(variables["v0"]).toEqual({ repositoryId: "R_1", ...LABEL });
});

test("a label without an id is a bug, told as one", () => {
  expect(() => toMutation({ kind: "remove-label", name: "other" }, IDS)).toThrow(
    "a label has no id",
  );
});
