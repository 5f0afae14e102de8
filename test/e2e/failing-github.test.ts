import { expect, test } from "@jest/globals";
import type { CallMatcher, Failure } from "../../src/sandbox/github/index.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

const isRead: CallMatcher = ({ operationName }) => operationName === "Look";
const isWrite: CallMatcher = ({ operationName }) => operationName === "Apply";
const isPreparation: CallMatcher = ({ operationName }) => operationName === "Prepare";
const isRights: CallMatcher = ({ path }) => path.includes("/permission");
const isPin: CallMatcher = ({ path }) => path.includes("/pin");
const isToken: CallMatcher = ({ path }) => path.includes("access_tokens");

const FAILURES: readonly (readonly [string, Failure])[] = [
  ["500", { status: 500 }],
  ["502 after it took place", { status: 502, when: "after" }],
  ["429 with Retry-After", { status: 429, headers: { "retry-after": "30" } }],
  ["429 without", { status: 429 }],
  ["403 of the secondary limit", { status: 403, headers: { "retry-after": "60" } }],
  [
    "403 of the primary limit",
    { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1772805900" } },
  ],
  ["a connection that is dropped before", { status: "drop" }],
  ["a connection that is dropped after it took place", { status: "drop", when: "after" }],
];
const CALLS: readonly (readonly [string, CallMatcher])[] = [
  ["the read", isRead],
  ["the write", isWrite],
];
const DECLARING: readonly (readonly [string, CallMatcher])[] = [
  ["the token", isToken],
  ["the read", isRead],
  ["the rights", isRights],
  ["the preparation", isPreparation],
  ["the pin", isPin],
  ["the write", isWrite],
];

/** Everything that a busy comment brings about is there, each once. */
function expectAllOnce(scene: Scene, number: number): void {
  const issue = scene.issue(number);
  expect(issue.body).toContain(
    "- **Status:** Mitigated\n- **Severity:** SEV-1\n- **Incident Commander:** @bo\n",
  );
  expect(issue.labels.toSorted()).toEqual(["SEV-1", "incident", "incident: mitigated"]);
  expect(issue.assignees.toSorted()).toEqual(["ana", "bo"]);
  expect(scene.notices(number)).toHaveLength(2);
  expect(scene.status(number).match(/bo noted: once/g)).toHaveLength(1);
  expect(scene.status(number)).not.toContain("GitHub did not let");
}
const BUSY = "/commander me\n/severity 1\n/sme @sam\n/note once\n/mitigated";

test.each(
  FAILURES.flatMap(([what, failure]) =>
    CALLS.map(([which, match]) => [which, what, failure, match] as const),
  ),
)("a command survives that %s fails with %s, twice", async (_which, _what, failure, match) => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.failNext(2, { ...failure, match });
  await scene.say("bo", number, BUSY);
  expect(scene.receipts(number, "/commander")).toEqual(["+1"]);
  expectAllOnce(scene, number);
});

test.each(
  DECLARING.flatMap(([which, match]) =>
    (["before", "after"] as const).map((when) => [which, when, match] as const),
  ),
)("a declaration survives that %s fails %s it took place", async (_which, when, match) => {
  const scene = await createScene();
  scene.github.faults.failNext(1, { status: 502, when, match });
  const number = await scene.incident();
  // A pin that failed is tried again with the next look.
  await scene.wind(10 * 60_000);
  const issue = scene.issue(number);
  expect(issue.comments).toHaveLength(1);
  expect(issue.comments[0]?.pinned).toBe(true);
  expect(issue.body.match(/sitrep:section status=/g)).toHaveLength(1);
  expect(issue.labels.toSorted()).toEqual(["SEV-4", "incident", "incident: investigating"]);
  expect(issue.assignees).toEqual(["ana"]);
});

test("nothing is asked of GitHub while it asked for patience, and everything is done afterwards", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.failNext(1, {
    status: 429,
    headers: { "retry-after": "300" },
    match: isRead,
  });
  scene.forget();
  await scene.say("bo", number, BUSY);
  const asked = scene.github.calls.all.map(({ at }) => at.getTime());
  expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(300_000);
  expectAllOnce(scene, number);
});

const FIELDS = [
  "updateIssue",
  "addLabelsToLabelable",
  "removeLabelsFromLabelable",
  "addAssigneesToAssignable",
  "removeAssigneesFromAssignable",
  "addComment",
  "addReaction",
  "updateIssueComment",
] as const;

test.each(
  FIELDS.flatMap((field) =>
    (["FORBIDDEN", "NOT_FOUND", "UNPROCESSABLE"] as const).map((type) => [field, type] as const),
  ),
)(
  "%s that fails alone with %s is made up for, and nothing else is done twice",
  async (field, type) => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.say("ana", number, "/liaison @bo");
    scene.github.faults.failNextField(field, type);
    await scene.say("ana", number, "/commander @sam\n/severity 1\n/resolve");
    // Where the record itself was refused, the next sweep tries again.
    if (field === "updateIssueComment") await scene.wind(10 * 60_000);
    const issue = scene.issue(number);
    expect(issue.body).toContain(
      "- **Status:** Resolved\n- **Severity:** SEV-1\n- **Incident Commander:** @sam\n",
    );
    expect(issue.labels.toSorted()).toEqual(["SEV-1", "incident", "incident: resolved"]);
    expect(issue.assignees.toSorted()).toEqual(["bo", "sam"]);
    const said = scene.notices(number).filter((text) => !text.includes("have not answered yet"));
    // What failed alone comes after the others.
    expect(new Set(said.map((text) => text.split(/[.,]/)[0]))).toEqual(
      new Set([
        "**bo is External Liaison now",
        "**sam is Incident Commander now",
        "**Resolved** by ana",
        "@bo",
      ]),
    );
    expect(said).toHaveLength(4);
    expect(scene.receipts(number, "/commander")).toEqual(["+1"]);
    expect(scene.status(number)).toContain("| Incident Commander | sam |");
    expect(scene.status(number)).not.toContain("GitHub did not let");
  },
);

test.each(["closeIssue", "reopenIssue"])("%s that fails alone is made up for", async (field) => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.failNextField(field, "UNPROCESSABLE");
  await scene.say("ana", number, "/cancel");
  expect(scene.issue(number).state).toBe("closed");
  await scene.say("ana", number, "/reopen it is one");
  expect(scene.issue(number).state).toBe("open");
});

test.each(["createLabel", "addComment"])(
  "%s that fails alone at the declaration is made up for",
  async (field) => {
    const scene = await createScene();
    scene.github.faults.failNextField(field, "UNPROCESSABLE");
    const number = await scene.incident();
    // Without a status comment only the next sweep tries again.
    if (field === "addComment") await scene.wind(10 * 60_000);
    expect(scene.issue(number).labels.toSorted()).toEqual([
      "SEV-4",
      "incident",
      "incident: investigating",
    ]);
    expect(scene.issue(number).comments).toHaveLength(1);
    expect(scene.status(number)).toContain("Incident Commander");
  },
);

test("what GitHub refuses for good is told in the status comment, and the rest goes on", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.failNextField("addComment", "FORBIDDEN", 1000);
  await scene.say("ana", number, "/commander @bo\n/severity 1");
  expect(scene.issue(number).labels).toContain("SEV-1");
  expect(scene.issue(number).assignees.toSorted()).toEqual(["ana", "bo"]);
  expect(scene.receipts(number, "/commander")).toEqual(["+1"]);
  expect(scene.status(number)).toContain("GitHub did not let Sitrep do this: post a comment.");
});

test("a locked issue goes on without new comments, which are made up for when it is unlocked", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.as("ana").lock(REPO, number);
  await scene.say("ana", number, "/commander @bo");
  expect(scene.issue(number).body).toContain("**Incident Commander:** @bo\n");
  expect(scene.notices(number)).toEqual([]);
  expect(scene.status(number)).toContain("GitHub did not let Sitrep do this: post a comment.");
  await scene.expectSettled();
  scene.as("ana").unlock(REPO, number);
  await scene.settle();
  expect(scene.notices(number)).toEqual([
    expect.stringContaining("bo is Incident Commander now."),
    expect.stringContaining("has not answered."),
    expect.stringContaining("Help is needed"),
  ]);
  expect(scene.status(number)).not.toContain("GitHub did not let");
});

test("an issue that is locked before it is declared becomes an incident when it is unlocked", async () => {
  const scene = await createScene();
  const number = await scene.open({ body: "x" });
  scene.as("ana").lock(REPO, number);
  scene.as("ana").addLabel(REPO, number, "incident");
  await scene.settle();
  scene.as("ana").unlock(REPO, number);
  await scene.settle();
  expect(scene.status(number)).toContain("Investigating");
  expect(scene.issue(number).body).toContain("**Incident Commander:** @ana\n");
});

test("a label that GitHub will not make is told, and not tried again and again", async () => {
  const scene = await createScene();
  scene.github.faults.failNextField("createLabel", "FORBIDDEN", 1000);
  const number = scene.as("ana").openIssue(REPO, { title: "x", labels: ["incident"] });
  await scene.settle();
  expect(scene.issue(number).labels).toEqual(["incident"]);
  expect(scene.status(number)).toContain("GitHub did not let Sitrep do this: put a label on.");
  expect(scene.issue(number).assignees).toEqual(["ana"]);
});

test("a reminder that could not be posted while it mattered is not posted afterwards", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.as("ana").lock(REPO, number);
  await scene.wind(31 * 60_000);
  expect(scene.status(number)).toContain("GitHub did not let Sitrep do this: post a comment.");
  await scene.say("ana", number, "/mitigated");
  scene.as("ana").unlock(REPO, number);
  await scene.settle();
  expect(scene.notices(number)).toEqual([]);
});
