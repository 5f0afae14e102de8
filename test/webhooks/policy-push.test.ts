import { expect, test } from "@jest/globals";
import { policyPush } from "../../src/webhooks/policy-push.ts";

const FILE = ".github/sitrep.yml";
const nothing = { added: [], modified: [], removed: [] };
const aPush = (more: object = {}) => ({
  ref: "refs/heads/trunk",
  before: "ba5e",
  after: "c0ffee",
  deleted: false,
  installation: { id: 42 },
  repository: { name: "web", default_branch: "trunk", owner: { login: "acme" } },
  commits: [nothing, { ...nothing, modified: ["README.md", FILE] }],
  ...more,
});
const FOUND = {
  installation: 42,
  owner: "acme",
  repo: "web",
  branch: "trunk",
  isDefault: true,
  before: "ba5e",
  commit: "c0ffee",
  changesPolicy: true,
};

test.each([
  ["changes it", aPush()],
  ["adds it", aPush({ commits: [{ ...nothing, added: [FILE] }] })],
  ["removes it", aPush({ commits: [{ ...nothing, removed: [FILE] }] })],
])("a push that %s is told from others", (_, payload) => {
  expect(policyPush(payload)).toEqual(FOUND);
});

test("so is one of other files, and one to another branch", () => {
  const others = aPush({ commits: [{ ...nothing, modified: ["sitrep.yml"] }] });
  expect(policyPush(others)).toEqual({ ...FOUND, changesPolicy: false });
  const branch = "topic/policy";
  const elsewhere = aPush({ ref: `refs/heads/${branch}` });
  expect(policyPush(elsewhere)).toEqual({ ...FOUND, branch, isDefault: false });
});

test.each([
  ["of a tag", aPush({ ref: "refs/tags/trunk" })],
  ["that removes the branch", aPush({ deleted: true, commits: [] })],
  ["to a repository of no installation", aPush({ installation: undefined })],
])("a push %s says nothing", (_, payload) => {
  expect(policyPush(payload)).toBeNull();
});

test("a push of another shape is a bug of ours, and names the place", () => {
  expect(() => policyPush(aPush({ after: 7 }))).toThrow(/another shape than published, at: after/);
});
