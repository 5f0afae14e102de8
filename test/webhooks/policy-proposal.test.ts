import { expect, test } from "@jest/globals";
import { policyProposal } from "../../src/webhooks/policy-proposal.ts";

const aDelivery = (more: object = {}, pull: object = {}) => ({
  installation: { id: 42 },
  repository: { id: 7, name: "web", owner: { login: "acme" } },
  pull_request: { number: 12, state: "open", head: { sha: "c0ffee", repo: { id: 8 } }, ...pull },
  ...more,
});
const FOUND = { installation: 42, owner: "acme", repo: "web", number: 12, commit: "c0ffee" };

test("a pull request from a copy of the repository is one", () => {
  expect(policyProposal(aDelivery())).toEqual(FOUND);
});

test("so is one whose copy is gone", () => {
  const head = { sha: "c0ffee", repo: null };
  expect(policyProposal(aDelivery({}, { head }))).toEqual(FOUND);
});

test.each([
  [
    "from a branch of the repository, of which a push told",
    aDelivery({}, { head: { sha: "c0ffee", repo: { id: 7 } } }),
  ],
  ["that is over", aDelivery({}, { state: "closed" })],
  ["to no installation", aDelivery({ installation: undefined })],
])("a delivery about one %s says nothing", (_, payload) => {
  expect(policyProposal(payload)).toBeNull();
});

test("a delivery of another shape is a bug of ours, and names the place", () => {
  expect(() => policyProposal(aDelivery({}, { head: { sha: 7 } }))).toThrow(
    /pull_request has another shape than published, at: pull_request\.head\.sha/,
  );
});
