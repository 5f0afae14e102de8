import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { REPO, setScene } from "./scene.ts";
import type { Scene } from "./scene.ts";

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
});

afterEach(async () => {
  await scene.github.close();
  expectLegalTraffic(scene.github);
});

const REASONS = ["completed", "not_planned", "duplicate"] as const;

/** The reason as the issue tells it (plainly, and when asked to tell duplicates), and as its last event does. */
const readReasons = async () => {
  const { data, errors } = await scene.client.graphql<{ repository: { issue: object } }>(
    `query($number: Int!) { repository(owner: "acme", name: "support") { issue(number: $number) {
       state plain: stateReason exact: stateReason(enableDuplicate: true)
       timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { stateReason actor { login } } } } } } }`,
    { number: scene.number },
  );
  expect(errors).toBeUndefined();
  return data.repository.issue;
};

const expected = (reason: (typeof REASONS)[number], login: string) => ({
  state: "CLOSED",
  plain: reason === "duplicate" ? "NOT_PLANNED" : reason.toUpperCase(),
  exact: reason.toUpperCase(),
  timelineItems: { nodes: [{ stateReason: reason.toUpperCase(), actor: { login } }] },
});

test.each(REASONS)("a person's reason for closing is told: %s", async (reason) => {
  scene.github.world.as("tri").close(REPO, scene.number, reason);
  expect(await readReasons()).toEqual(expected(reason, "tri"));
  expect(scene.issue().timeline.at(-1)).toMatchObject({ type: "ClosedEvent", subject: reason });
  expect(scene.github.deliveries.all.at(-1)?.payload).toMatchObject({
    action: "closed",
    issue: { state: "closed", state_reason: reason },
  });
});

test.each(REASONS)("an app closes with a reason through GraphQL: %s", async (reason) => {
  const { errors } = await scene.client.graphql(
    `mutation($id: ID!, $reason: IssueClosedStateReason!) {
       closeIssue(input: { issueId: $id, stateReason: $reason }) { issue { state stateReason(enableDuplicate: true) } } }`,
    { id: scene.issue().nodeId, reason: reason.toUpperCase() },
  );
  expect(errors).toBeUndefined();
  expect(await readReasons()).toEqual(expected(reason, "sitrep"));
});

test.each(REASONS)("an app closes with a reason through REST: %s", async (reason) => {
  const body = { state: "closed", state_reason: reason };
  const path = `/repos/${REPO}/issues/${scene.number}`;
  const answer = await scene.client.rest("PATCH", path, body);
  expect(answer).toMatchObject({ status: 200, body });
  expect(await readReasons()).toEqual(expected(reason, "sitrep"));
});

test("no reason means completed, and an opened issue says that it was opened again", async () => {
  const bo = scene.github.world.as("bo");
  bo.close(REPO, scene.number);
  expect(await readReasons()).toEqual(expected("completed", "bo"));
  bo.reopen(REPO, scene.number);
  expect(await readReasons()).toMatchObject({ state: "OPEN", exact: "REOPENED" });
});
