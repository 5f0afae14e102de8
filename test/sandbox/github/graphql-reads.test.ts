import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { EmbeddedGitHub } from "../../../src/sandbox/github/index.ts";
import { clientOf, startEmbeddedGitHub } from "../../support/embedded-github.ts";
import type { Client } from "../../support/embedded-github.ts";
import { expectLegalTraffic } from "../../support/github-description.ts";

const REPO = "acme/support";
let github: EmbeddedGitHub;
let client: Client;
let clock = Date.parse("2026-03-06T14:00:00Z");

beforeEach(async () => {
  clock = Date.parse("2026-03-06T14:00:00Z");
  github = await startEmbeddedGitHub({ now: () => new Date(clock) });
  const { world } = github;
  world.addUser({ login: "ana" });
  world.addRepository({ owner: "acme", name: "support", labels: ["incident", "SEV-1"] });
  world.setPermission(REPO, "ana", "write");
  client = await clientOf(github, world.installApp("acme", ["support"]));
});

afterEach(async () => {
  expectLegalTraffic(github);
  await github.close();
});

const later = (minutes: number): void => {
  clock += minutes * 60_000;
};

test("an issue is read with its labels, comments and timeline", async () => {
  const ana = github.world.as("ana");
  const number = ana.openIssue(REPO, { title: "Hub down", body: "Help", labels: ["incident"] });
  later(5);
  ana.comment(REPO, number, "/commander me");
  ana.assign(REPO, number, "ana");
  const { data, errors } = await client.graphql<{ repository: { issue: unknown } }>(
    `query Look($n: Int!) { repository(owner: "acme", name: "support") { issue(number: $n) {
       number title body state stateReason author { __typename login } viewerDidAuthor
       labels(first: 10) { nodes { name } }
       assignees(first: 10) { nodes { login } }
       comments(last: 10) { totalCount pageInfo { hasPreviousPage } nodes { body createdAt author { login } } }
       timelineItems(first: 10) { nodes { __typename ... on LabeledEvent { label { name } } ... on IssueComment { body } } }
     } } }`,
    { n: number },
  );
  expect(errors).toBeUndefined();
  expect(data.repository.issue).toMatchObject({
    title: "Hub down",
    state: "OPEN",
    stateReason: null,
    author: { __typename: "User", login: "ana" },
    viewerDidAuthor: false,
    labels: { nodes: [{ name: "incident" }] },
    assignees: { nodes: [{ login: "ana" }] },
    comments: {
      totalCount: 1,
      pageInfo: { hasPreviousPage: false },
      nodes: [{ body: "/commander me", createdAt: "2026-03-06T14:05:00Z" }],
    },
    timelineItems: {
      nodes: [
        { __typename: "LabeledEvent", label: { name: "incident" } },
        { __typename: "IssueComment", body: "/commander me" },
        { __typename: "AssignedEvent" },
      ],
    },
  });
});
