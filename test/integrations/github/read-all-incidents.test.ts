import { expect, test } from "@jest/globals";
import type { Answer, Client, FieldFailure } from "../../../src/integrations/github/client.ts";
import {
  findRepository,
  readAllIncidents,
} from "../../../src/integrations/github/read-all-incidents.ts";
import { POLICY } from "../../support/incident.ts";

const failure = (...path: readonly (string | number)[]): FieldFailure => ({
  path,
  type: "FORBIDDEN",
  message: "",
});

const ISSUE = {
  id: "I_1",
  number: 1,
  title: "Hub is down",
  url: "https://github.com/acme/hubs/issues/1",
  body: "<!-- sitrep:section status=IC_1 -->",
  state: "OPEN",
  createdAt: "2026-03-06T14:00:00Z",
  labels: { nodes: [{ name: "incident" }] },
  subIssues: { nodes: [null] },
  timelineItems: { nodes: [] },
};

/** A GitHub with one incident, whose documents answer with these failures beside. */
function clientWith(failures: Readonly<Record<string, readonly FieldFailure[]>>): Client {
  const data: Readonly<Record<string, unknown>> = {
    SiteRepository: {
      repository: {
        name: "hubs",
        owner: { login: "acme" },
        url: "https://github.com/acme/hubs",
        isPrivate: false,
        policy: null,
      },
    },
    SiteIncidents: { repository: { issues: { pageInfo: { hasNextPage: false }, nodes: [ISSUE] } } },
    SiteStatus: { nodes: [null] },
  };
  const query = (document: string): Promise<Answer> => {
    const name = /^query (\w+)/.exec(document)?.[1] ?? "";
    return Promise.resolve({ data: data[name], failures: failures[name] ?? [] });
  };
  return { query } as unknown as Client;
}

const found = {
  owner: "acme",
  repo: "hubs",
  url: "https://github.com/acme/hubs",
  isPrivate: false,
  policy: POLICY,
};

test("a sub-issue and a status comment that are out of reach do no harm", async () => {
  const client = clientWith({
    SiteIncidents: [failure("repository", "issues", "nodes", 0, "subIssues", "nodes", 0)],
    SiteStatus: [failure("nodes", 0)],
  });
  const { issues } = await readAllIncidents(client, found, { app: null, showsPrivate: false });
  expect(issues).toMatchObject([{ number: 1, actionItems: [], incident: null }]);
});

test("an owner without a policy of their own does no harm", async () => {
  const client = clientWith({ SiteRepository: [failure("owners")] });
  expect(await findRepository(client, found)).toMatchObject({ owner: "acme", repo: "hubs" });
});

test.each([["repository"], ["repository", "policy"]])(
  "a repository of which %j %j is out of reach is not there",
  async (...path) => {
    const client = clientWith({ SiteRepository: [failure(...path)] });
    await expect(findRepository(client, found)).rejects.toThrow("is not there for this token");
  },
);
