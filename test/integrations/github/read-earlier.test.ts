import { describe, expect, test } from "@jest/globals";
import type { MachineRecord } from "../../../src/incident/record.ts";
import { readEarlier } from "../../../src/integrations/github/read-earlier.ts";
import { createRecordText } from "../../../src/integrations/github/record-text.ts";
import { after, anIncident, POLICY } from "../../support/incident.ts";
import { useWire } from "../../support/wire.ts";
import { createWireClient } from "../../support/wire-client.ts";

const wire = useWire();
const recordText = createRecordText("secret");
const client = createWireClient();

const PLACE = { owner: "acme", repo: "hubs", number: 9, own: "sitrep[bot]", policy: POLICY };
const read = () => readEarlier(client, PLACE, recordText);

const anIssue = (number: number, overrides: object = {}) => ({
  id: `I_${number}`,
  number,
  title: `Incident ${number}`,
  body: "",
  url: `https://github.com/acme/hubs/issues/${number}`,
  state: "CLOSED",
  stateReason: "COMPLETED",
  createdAt: `2026-03-0${number}T14:00:00Z`,
  labels: { nodes: [{ name: "incident" }] },
  subIssues: { nodes: [] },
  ...overrides,
});

const aSubIssue = (title: string, repository: object) => ({
  title,
  url: "https://github.com/acme/hubs/issues/90",
  state: "OPEN",
  createdAt: "2026-03-06T14:00:00Z",
  assignees: { nodes: [{ login: "bo" }] },
  repository,
});

const RECORD: MachineRecord = {
  incident: anIncident({ severity: "SEV-2" }),
  digest: { through: 0, recent: [], version: null },
  outbox: [],
  receipts: [],
  leaving: [],
  desk: { owed: [], known: ["t"], closed: false, companies: [{ ticket: "t", company: "c" }] },
  writtenAt: after(1),
  pinned: true,
};

const aStatus = (issue: string, overrides: object = {}, signedBy = recordText) => ({
  body: `Status\n\n${signedBy.write(RECORD, issue, 60_000)}`,
  viewerDidAuthor: true,
  editor: null,
  issue: { id: issue },
  ...overrides,
});

const document = (name: string) => (body: { readonly query: string }) =>
  body.query.startsWith(`query ${name}(`);

function answer(name: string, data: object | null, errors: readonly object[] = []): void {
  wire.post("/api/graphql", document(name)).reply(200, { data, errors });
}

/** The lists of the two labels that the policy has. */
const answerLists = (
  one: readonly object[],
  other: readonly object[] = [],
  errors = [] as object[],
) =>
  answer(
    "LookBack",
    { repository: { id: "R_1", labelled0: { nodes: one }, labelled1: { nodes: other } } },
    errors,
  );

const POINTER = { body: "<!-- sitrep:section status=IC_1 -->" };

describe("the earlier incidents of a repository", () => {
  test("are each there once, newest first, without the one that is new", async () => {
    answerLists(
      [anIssue(9), anIssue(1), anIssue(3)],
      [anIssue(3), anIssue(2, { stateReason: null })],
    );
    const found = await read();
    expect(found.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(found[1]).toMatchObject({ isOpen: false, reason: "completed", labels: ["incident"] });
  });

  test("have their record, where it is signed for them and stands in Sitrep's own comment", async () => {
    answerLists([anIssue(1, POINTER)]);
    answer("LookBackRecords", { nodes: [aStatus("I_1")] });
    expect(await read()).toMatchObject([{ incident: { severity: "SEV-2" }, companies: ["c"] }]);
  });

  test.each([
    ["by somebody else", aStatus("I_1", { viewerDidAuthor: false })],
    ["that somebody else edited", aStatus("I_1", { editor: { __typename: "User", login: "zed" } })],
    ["in another issue", aStatus("I_2")],
    ["with another signature", aStatus("I_1", {}, createRecordText("other"))],
    ["that is none", {}],
    ["that is gone", null],
  ])("have none from a comment %s", async (_whose, comment) => {
    answerLists([anIssue(1, POINTER)]);
    const gone = [{ type: "NOT_FOUND", path: ["nodes", 0], message: "" }];
    answer("LookBackRecords", { nodes: [comment] }, comment === null ? gone : []);
    expect(await read()).toMatchObject([{ number: 1, incident: null, companies: [] }]);
  });

  test("are looked for in their threads where nothing points there, if they have a phase", async () => {
    const labels = { nodes: [{ name: "incident" }, { name: "incident: resolved" }] };
    answerLists([anIssue(1, { labels }), anIssue(2)]);
    answer("LookBackThreads", {
      nodes: [{ comments: { nodes: [aStatus("I_1", { body: "x" }), aStatus("I_1")] } }],
    });
    expect(await read()).toMatchObject([
      { number: 2, incident: null },
      { number: 1, incident: { severity: "SEV-2" } },
    ]);
  });

  test("tell of action items in private repositories only where that is their own", async () => {
    const nodes = [
      null,
      aSubIssue("public", { id: "R_2", isPrivate: false }),
      aSubIssue("secret", { id: "R_3", isPrivate: true }),
      aSubIssue("own", { id: "R_1", isPrivate: true }),
    ];
    const barred = ["repository", "labelled0", "nodes", 0, "subIssues", "nodes", 0];
    answerLists(
      [anIssue(1, { subIssues: { nodes } })],
      [],
      [{ type: "FORBIDDEN", path: barred, message: "" }],
    );
    const [found] = await read();
    expect(found?.actionItems.map(({ title }) => title)).toEqual(["public", "own"]);
    expect(found?.actionItems[0]).toMatchObject({ assignees: ["bo"], isOpen: true });
  });
});

describe("what is asked for", () => {
  test.each([
    [2, 100],
    [5, 40],
    [20, 10],
  ])("of %i labels is the newest %i of each, a hundred in all", async (count, each) => {
    const labels = Array.from({ length: count }, (_, index) => `label ${index}`);
    const lists = labels.map(
      (_, index) => [`labelled${index}`, { nodes: [] as object[] }] as const,
    );
    const all = Array.from({ length: 130 }, (_, index) => {
      const createdAt = new Date(Date.UTC(2026, 1, 1) + index * 60_000).toISOString();
      return anIssue(index + 10, { createdAt });
    });
    lists[0]?.[1].nodes.push(...all);
    const asked: { readonly query: string; readonly variables: object }[] = [];
    wire
      .post("/api/graphql", (body: (typeof asked)[number]) => asked.push(body) > 0)
      .reply(200, { data: { repository: { id: "R_1", ...Object.fromEntries(lists) } } });
    const policy = { ...POLICY, labels };
    const found = await readEarlier(client, { ...PLACE, policy }, recordText);
    expect(found.map(({ number }) => number)).toEqual(
      all
        .map(({ number }) => number)
        .slice(30)
        .toReversed(),
    );
    const { query = "", variables = {} } = asked[0] ?? {};
    expect(query.split(`first: ${each}, labels: [$label`)).toHaveLength(count + 1);
    expect(variables).toMatchObject({ owner: "acme", repo: "hubs", label0: "label 0" });
  });

  test("is the threads of ten incidents at most that have no record", async () => {
    const labels = { nodes: [{ name: "incident" }, { name: "incident: resolved" }] };
    answerLists(
      Array.from({ length: 12 }, (_, index) =>
        anIssue(9, { labels, id: `I_${index}`, number: index + 20 }),
      ),
    );
    let ids: readonly string[] = [];
    const isThreads = (body: {
      readonly query: string;
      readonly variables: { readonly ids: string[] };
    }) => {
      ids = body.variables.ids;
      return document("LookBackThreads")(body);
    };
    wire.post("/api/graphql", isThreads).reply(200, { data: { nodes: [] } });
    expect(await read()).toHaveLength(12);
    expect(ids).toHaveLength(10);
  });
});

describe("nothing is told from a part", () => {
  test.each([
    ["the repository", { repository: null }, ["repository"]],
    ["a list", { repository: { id: "R_1", labelled0: null } }, ["repository", "labelled0"]],
    [
      "all of the labels",
      { repository: { id: "R_1", labelled0: { nodes: [] }, labelled1: { nodes: [] } } },
      ["repository", "labelled1"],
    ],
    ["what is no list", { repository: { id: "R_1", labelled0: { nodes: [{}] } } }, null],
  ])("where it cannot read %s, it is tried again", async (_what, data, path) => {
    answer("LookBack", data, path === null ? [] : [{ type: "FORBIDDEN", path, message: "" }]);
    await expect(read()).rejects.toMatchObject({ name: "RetryLaterError" });
  });

  test("where a record cannot be read, it is tried again", async () => {
    answerLists([anIssue(1, POINTER)]);
    answer("LookBackRecords", { nodes: [null] }, [
      { type: "TIMEOUT", path: ["nodes", 0], message: "" },
    ]);
    await expect(read()).rejects.toMatchObject({ name: "RetryLaterError" });
  });
});
