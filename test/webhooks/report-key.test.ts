import { expect, test } from "@jest/globals";
import { reportKey } from "../../src/webhooks/report-key.ts";

const KNOWN = { botLogin: "sitrep[bot]" };
const aDelivery = (more: object = {}, head: object = {}) => ({
  sender: { login: "ana" },
  installation: { id: 42 },
  repository: { id: 7, owner: { login: "acme" } },
  pull_request: { head: { ref: "incident-report/hubs-12", repo: { id: 7 }, ...head } },
  ...more,
});
const key = (payload: object) => reportKey("pull_request", payload, KNOWN);

test("the branch alone names the incident", () => {
  expect(key(aDelivery())).toEqual({ installation: 42, owner: "acme", repo: "hubs", number: 12 });
});

test.each([
  ["a dash and digits in its name", "incident-report/my-hubs-2-34", "my-hubs-2", 34],
  ["a dot before its name", "incident-report/.github-5", ".github", 5],
])("of a repository with %s", (_, ref, repo, number) => {
  expect(key(aDelivery({}, { ref }))).toMatchObject({ repo, number });
});

test.each([
  ["of another branch", aDelivery({}, { ref: "topic" })],
  ["of a branch that is nearly one", aDelivery({}, { ref: "incident-report/hubs" })],
  ["of issue 0", aDelivery({}, { ref: "incident-report/hubs-0" })],
  ["from somebody's copy of the repository", aDelivery({}, { repo: { id: 8 } })],
  ["from a copy that is gone", aDelivery({}, { repo: null })],
  ["by Sitrep itself", aDelivery({ sender: { login: "Sitrep[bot]" } })],
  ["to no installation", aDelivery({ installation: undefined })],
])("a delivery %s says nothing", (_, payload) => {
  expect(key(payload)).toBeNull();
});

test("a delivery of another shape is a bug of ours, and names the place", () => {
  expect(() => key(aDelivery({ repository: {} }))).toThrow(
    /pull_request has another shape than published, at: repository\.id/,
  );
});
