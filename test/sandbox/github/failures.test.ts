import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { FAILURES } from "../../../src/sandbox/github/index.ts";
import type { FailureName } from "../../../src/sandbox/github/index.ts";
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

const comment = (body = "Hello") =>
  scene.client.rest<{ message?: string }>(
    "POST",
    `/repos/${REPO}/issues/${scene.number}/comments`,
    { body },
  );

const HEADERS = ["retry-after", "x-ratelimit-remaining", "x-ratelimit-reset"] as const;

const WHOLE = [null, "4999", String(Date.parse("2026-03-06T15:00:00Z") / 1000)] as const;
const WAIT = ["60", ...WHOLE.slice(1)] as const;
const USED_UP = [null, "0", String(Date.parse("2026-03-06T14:01:00Z") / 1000)] as const;

/** What is told besides the status: how long to wait, how much of the allowance is left, and when it is whole again. */
const ANSWERS: readonly (readonly [FailureName, number, readonly (string | null | undefined)[]])[] =
  [
    ["serverError", 500, WHOLE],
    ["badGateway", 502, WHOLE],
    ["unavailable", 503, WHOLE],
    ["badGatewayAfter", 502, WHOLE],
    ["tooManyRequests", 429, WHOLE],
    ["tooManyRequestsUntil", 429, WAIT],
    ["secondaryLimit", 403, WAIT],
    ["secondaryLimitUntold", 403, WHOLE],
    ["primaryLimit", 403, USED_UP],
    ["primaryLimit429", 429, USED_UP],
  ];

test.each(ANSWERS)(
  "%s is a %i that says what GitHub says of waiting",
  async (name, status, told) => {
    scene.github.faults.failNext(1, FAILURES[name]);
    const answer = await comment();
    expect(answer.status).toBe(status);
    expect(HEADERS.map((header) => answer.headers.get(header))).toEqual(told);
    expect((await comment("Again")).status).toBe(201);
  },
);

test.each(Object.entries(FAILURES))(
  "%s does the work, or does not, as it says",
  async (_, failure) => {
    scene.github.faults.failNext(1, failure);
    const ended = await scene.client
      .graphql(
        'mutation($id: ID!) { addComment(input: { subjectId: $id, body: "Hello" }) { subject { id } } }',
        { id: scene.issue().nodeId },
      )
      .then(
        () => "answered",
        () => "dropped",
      );
    expect(ended).toBe(failure.status === "drop" ? "dropped" : "answered");
    const took = "when" in failure && failure.when === "after";
    expect(scene.issue().comments).toHaveLength(took ? 1 : 0);
    expect(scene.github.calls.all.at(-1)).toMatchObject({ faulty: true, unknown: false });
  },
);

test("the secondary limit is told in GitHub's words", async () => {
  for (const name of ["secondaryLimit", "secondaryLimitUntold", "tooManyRequests"] as const) {
    scene.github.faults.failNext(1, FAILURES[name]);
    expect((await comment()).body.message).toMatch(/^You have exceeded a secondary rate limit\./);
  }
});

test("while a limit lasts, the wait that is told becomes shorter, and then it is over", async () => {
  const { faults } = scene.github;
  const waitTold = async (): Promise<number> =>
    Number((await comment()).headers.get("retry-after"));
  faults.failFor(180_000, FAILURES.secondaryLimit);
  expect(await waitTold()).toBe(180);
  scene.later(2);
  expect(await waitTold()).toBe(60);
  scene.later(1);
  expect((await comment()).status).toBe(201);
});

test("the used-up allowance of GraphQL is an error in an answer of 200, and REST goes on", async () => {
  scene.github.faults.failFor(60_000, FAILURES.primaryLimitGraphql);
  const answer = await scene.client.graphql("{ viewer { login } }");
  expect(answer).toEqual({
    errors: [{ type: "RATE_LIMITED", message: expect.stringContaining("rate limit exceeded") }],
  });
  expect(scene.github.calls.all.at(-1)).toMatchObject({ status: 200, errors: 1, faulty: true });
  expect((await comment()).status).toBe(201);
});

test("a failure can be narrowed to some calls", async () => {
  const { faults } = scene.github;
  faults.failNext(1, { ...FAILURES.droppedAfter, match: ({ kind }) => kind === "write" });
  expect((await scene.client.rest("GET", `/repos/${REPO}`)).status).toBe(200);
  await expect(comment()).rejects.toThrow("fetch failed");
  expect(scene.issue().comments).toHaveLength(1);
});
