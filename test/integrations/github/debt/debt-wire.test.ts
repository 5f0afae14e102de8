import { expect, test } from "@jest/globals";
import { RetryLaterError, TerminalError } from "../../../../src/incident/errors.ts";
import {
  createDebt,
  createDebtText,
  readDebt,
  writeDebt,
  type DebtPlace,
} from "../../../../src/integrations/github/debt/index.ts";
import { aRow } from "../../../report/debt-rows.ts";
import { useWire } from "../../../support/wire.ts";
import { createWireClient } from "../../../support/wire-client.ts";

const wire = useWire();
const KEY = { installation: 1, owner: "acme", repo: "hubs", number: null } as const;
const TEXT = createDebtText("it is a secret");
const ROWS = [aRow(1)];
const CONTENT = { text: "One is owed.", rows: ROWS };
const AT = "2026-03-06T14:00:00Z";

const bodyBasedOn = (basedOn: string | null): string =>
  TEXT.write({ before: "", after: "" }, CONTENT.text, TEXT.toLine({ rows: ROWS, basedOn }, "R_1"));

const client = createWireClient({ now: () => Date.parse(AT) });

/** What GitHub is asked, and answers. */
function graphql(matches: RegExp, answer: object): { readonly asked: Record<string, unknown>[] } {
  const asked: Record<string, unknown>[] = [];
  wire
    .post("/api/graphql", (body: { readonly query: string; readonly variables: object }) => {
      if (!matches.test(body.query)) return false;
      asked.push({ ...body.variables });
      return true;
    })
    .reply(200, answer);
  return { asked };
}

const edit = (id: string, login: string, diff: string | null = null) => ({
  id,
  editedAt: AT,
  editor: { __typename: login === "sitrep" ? "Bot" : "User", login },
  diff,
});

const anIssue = (more: object = {}) => ({
  id: "I_5",
  number: 5,
  body: bodyBasedOn(null),
  state: "OPEN",
  createdAt: AT,
  lastEditedAt: null,
  viewerDidAuthor: true,
  repository: { id: "R_1" },
  labels: { nodes: [{ name: "Report Debt" }] },
  userContentEdits: { nodes: [] },
  ...more,
});

const place = (more: object) => ({
  data: {
    viewer: { login: "sitrep[bot]" },
    repository: { id: "R_1", isArchived: false, label: { id: "LA_1" }, ...more },
  },
});

const rejection = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

test("it is found by its label, its author and the mark in its body; the oldest such is it", async () => {
  const nodes = [
    anIssue({ number: 2, viewerDidAuthor: false }),
    anIssue({ number: 3, body: "Something else of Sitrep's." }),
    anIssue({ number: 4, repository: { id: "R_2" } }),
    anIssue(),
    anIssue({ number: 6 }),
  ];
  const { asked } = graphql(/^query FindReportDebt/, place({ issues: { nodes } }));
  expect(await readDebt(client, KEY, null, TEXT)).toEqual({
    repositoryId: "R_1",
    labelId: "LA_1",
    isArchived: false,
    own: "sitrep[bot]",
    issue: {
      id: "I_5",
      number: 5,
      isOpen: true,
      hasLabel: true,
      body: { before: "", after: "", text: CONTENT.text, record: { rows: ROWS, basedOn: null } },
      versions: [],
      isOvertaken: false,
    },
  });
  expect(asked).toEqual([{ owner: "acme", repo: "hubs", label: "report debt" }]);
});

test("by its number it is known though people took label and mark away", async () => {
  const issue = anIssue({ body: "Gone.", labels: { nodes: [] }, state: "CLOSED" });
  graphql(/^query ReadReportDebt/, place({ issue }));
  const read = await readDebt(client, KEY, 5, TEXT);
  expect(read.issue).toMatchObject({
    isOpen: false,
    hasLabel: false,
    body: { before: "Gone.\n\n", after: "", text: null, record: null },
  });
});

test.each([
  ["deleted", null, [{ type: "NOT_FOUND", path: ["repository", "issue"], message: "gone" }]],
  ["moved away", anIssue({ repository: { id: "R_9" } }), undefined],
])("when it was %s, there is none", async (_, issue, errors) => {
  graphql(/^query ReadReportDebt/, { ...place({ issue }), ...(errors && { errors }) });
  expect((await readDebt(client, KEY, 5, TEXT)).issue).toBeNull();
});

test.each([
  ["the repository is out of reach", "NOT_FOUND", ["repository"], TerminalError],
  ["GitHub fails", "SOMETHING", ["repository", "issues"], RetryLaterError],
])("where %s, nothing is decided on it", async (_, type, path, kind) => {
  graphql(/^query FindReportDebt/, { data: null, errors: [{ type, path, message: "x" }] });
  expect(await rejection(readDebt(client, KEY, null, TEXT))).toBeInstanceOf(kind);
});

test("an edit that the history does not show yet is waited for", async () => {
  graphql(/^query ReadReportDebt/, place({ issue: anIssue({ lastEditedAt: AT }) }));
  expect(await rejection(readDebt(client, KEY, 5, TEXT))).toBeInstanceOf(RetryLaterError);
});

test("a person's words over which Sitrep wrote are what one starts from", async () => {
  const nodes = [edit("E3", "sitrep"), edit("E2", "bo", `Mine.\n\n${bodyBasedOn("E0")}`)];
  const issue = anIssue({
    body: bodyBasedOn("E1"),
    lastEditedAt: AT,
    userContentEdits: { nodes: [...nodes, edit("E1", "sitrep")] },
  });
  graphql(/^query ReadReportDebt/, place({ issue }));
  expect((await readDebt(client, KEY, 5, TEXT)).issue).toMatchObject({
    body: { before: "Mine.\n\n", text: CONTENT.text, record: { basedOn: "E1" } },
    versions: ["E3", "E2", "E1"],
    isOvertaken: true,
  });
});

const PLACE: DebtPlace = {
  repositoryId: "R_1",
  labelId: null,
  isArchived: false,
  own: "sitrep[bot]",
  issue: null,
};

test("it is made with its label, which is made before it where it is missing", async () => {
  graphql(/createLabel/, { data: { m0: { label: { id: "LA_1", name: "report debt" } } } });
  const { asked } = graphql(/createIssue/, { data: { m0: { issue: { number: 5 } } } });
  expect(await createDebt(client, KEY, PLACE, CONTENT, TEXT)).toBe(5);
  expect(asked).toEqual([
    {
      v0: {
        repositoryId: "R_1",
        title: "Incident reports that are owed",
        body: bodyBasedOn(null),
        labelIds: ["LA_1"],
      },
    },
  ]);
});

const ISSUE = {
  id: "I_5",
  number: 5,
  isOpen: true,
  hasLabel: true,
  body: { before: "Mine.\n", after: "\nYours.", text: null, record: null },
  versions: ["E1", "E0"],
  isOvertaken: false,
};
const THERE = { ...PLACE, labelId: "LA_1", issue: ISSUE };
const written = (...nodes: readonly object[]) => ({
  data: { m0: { issue: { userContentEdits: { nodes } } } },
});

test.each([
  ["nobody came in between", [edit("E2", "sitrep"), edit("E1", "bo")], false],
  ["somebody did", [edit("E3", "sitrep"), edit("E2", "bo"), edit("E1", "bo")], true],
])("one mutation writes text, record and state; it tells whether %s", async (_, nodes, isNews) => {
  const { asked } = graphql(/updateIssue/, written(...nodes));
  const content = { ...CONTENT, state: "CLOSED" } as const;
  expect(await writeDebt(client, KEY, THERE, content, TEXT)).toBe(isNews);
  const body = `Mine.\n${bodyBasedOn("E1")}\nYours.`;
  expect(asked).toEqual([{ v0: { id: "I_5", body, state: "CLOSED" } }]);
});

test("a label that people took off is put back with the next write; failing at that does not matter", async () => {
  const unlabelled = { ...THERE, issue: { ...ISSUE, hasLabel: false } };
  const errors = [{ type: "FORBIDDEN", path: ["m1"], message: "x" }];
  const { asked } = graphql(/addLabelsToLabelable/, { ...written(edit("E2", "sitrep")), errors });
  const content = { ...CONTENT, state: null };
  expect(await writeDebt(client, KEY, unlabelled, content, TEXT)).toBe(false);
  expect(asked).toMatchObject([{ v1: { labelableId: "I_5", labelIds: ["LA_1"] } }]);
  expect(asked[0]?.["v0"]).not.toHaveProperty("state");
});

test.each([
  ["FORBIDDEN", TerminalError],
  ["SOMETHING", RetryLaterError],
])("a write that fails as %s says so", async (type, kind) => {
  graphql(/updateIssue/, { data: { m0: null }, errors: [{ type, path: ["m0"], message: "no" }] });
  const error = await rejection(writeDebt(client, KEY, THERE, { ...CONTENT, state: null }, TEXT));
  expect(error).toBeInstanceOf(kind);
  expect(String(error)).toContain("reports that are owed in acme/hubs: no");
});
