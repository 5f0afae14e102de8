import { expect, test } from "@jest/globals";
import {
  FAILURES,
  type Call,
  type CallMatcher,
  type FailureName,
} from "../../src/sandbox/github/index.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

const BUSY = "/commander me\n/severity 1\n/sme @sam\n/note once\n/mitigated";
const MINUTE = 60_000;

/** Everything that a busy comment brings about is there, each once. */
function expectAllOnce(scene: Scene, number: number): void {
  const issue = scene.issue(number);
  expect(issue.body).toContain(
    "- **Status:** Mitigated\n- **Severity:** SEV-1\n- **Incident Commander:** @bo\n",
  );
  expect(issue.labels.toSorted()).toEqual(["SEV-1", "incident", "incident: mitigated"]);
  for (const words of ["bo is Incident Commander now", "calls you in"])
    expect(scene.notices(number).filter((text) => text.includes(words))).toHaveLength(1);
  expect(scene.status(number).match(/bo noted: once/g)).toHaveLength(1);
  expect(scene.receipts(number, "/commander")).toEqual(["+1"]);
}

/** Counts, as calls arrive, how many writes are under way at once. */
function watchWrites({ github }: Scene): () => number {
  let arrived = github.calls.count("write");
  let most = 0;
  const match: CallMatcher = ({ kind }) => {
    if (kind !== "write") return false;
    arrived += 1;
    most = Math.max(most, arrived - github.calls.count("write"));
    return false;
  };
  github.faults.failNext(1, { status: 500, match });
  return () => most;
}

/** So many incidents at once. */
async function incidents(scene: Scene, count: number): Promise<readonly number[]> {
  const numbers = Array.from({ length: count }, () =>
    scene.as("ana").openIssue(REPO, { title: "x", labels: ["incident"] }),
  );
  await scene.settle();
  return numbers;
}

test("with six busy incidents, one write is under way at a time", async () => {
  const scene = await createScene();
  const numbers = await incidents(scene, 6);
  scene.github.faults.delayAnswers(6);
  scene.forget();
  const most = watchWrites(scene);
  for (const number of numbers) scene.as("bo").comment(REPO, number, BUSY);
  await scene.settle();
  expect(most()).toBe(1);
  expect(scene.cost().writes).toBeGreaterThanOrEqual(numbers.length);
  for (const number of numbers) expectAllOnce(scene, number);
});

const times = (calls: readonly Call[]): readonly number[] => calls.map(({ at }) => at.getTime());

/** The time between one call and the next, in ms. */
const gaps = (calls: readonly Call[]): readonly number[] =>
  times(calls).flatMap((at, index, all) => (index === 0 ? [] : [at - (all[index - 1] ?? 0)]));

const TOLD: readonly FailureName[] = [
  "tooManyRequestsUntil",
  "secondaryLimit",
  "primaryLimit",
  "primaryLimit429",
  "primaryLimitGraphql",
];

test.each(TOLD)("under %s nothing is asked until the time that GitHub names", async (name) => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.failFor(5 * MINUTE, FAILURES[name]);
  scene.forget();
  await scene.say("bo", number, BUSY);
  const { all } = scene.github.calls;
  expect(all.map(({ faulty }) => faulty)).toEqual(all.map((_, index) => index === 0));
  expect(gaps(all)[0]).toBeGreaterThanOrEqual(5 * MINUTE - 2000);
  expectAllOnce(scene, number);
});

test.each(["tooManyRequests", "secondaryLimitUntold"] as const)(
  "under %s, which names no time, each pause is a minute or more, and twice the one before",
  async (name) => {
    const scene = await createScene();
    const number = await scene.incident();
    scene.github.faults.failFor(6 * MINUTE, FAILURES[name]);
    scene.forget();
    await scene.say("bo", number, BUSY);
    // The scene waits no longer than ten minutes for what failed.
    await scene.wind(10 * MINUTE);
    const faulty = scene.github.calls.all.filter((call) => call.faulty);
    expect(faulty).toHaveLength(3);
    const [first = 0, second = 0] = gaps(faulty);
    expect(first).toBeGreaterThanOrEqual(MINUTE);
    expect(second).toBeGreaterThanOrEqual(2 * MINUTE);
    expectAllOnce(scene, number);
  },
);

const sent = ({ fields }: Call): number => fields.filter((one) => one === "addComment").length;
const isApply: CallMatcher = ({ operationName }) => operationName === "Apply";

test.each(["badGatewayAfter", "droppedAfter"] as const)(
  "a write whose answer is lost (%s) is not sent again: the next look sees what went through",
  async (name) => {
    const scene = await createScene();
    const number = await scene.incident();
    scene.forget();
    scene.github.faults.failNext(1, { ...FAILURES[name], match: isApply });
    await scene.say("bo", number, BUSY);
    const [lost, ...later] = scene.github.calls.all.filter(isApply);
    expect(lost?.faulty).toBe(true);
    expect(lost === undefined ? 0 : sent(lost)).toBe(2);
    expect(later.map(sent).filter((count) => count > 0)).toEqual([]);
    expectAllOnce(scene, number);
  },
);

test.each(["badGateway", "droppedBefore", "serverError", "unavailable"] as const)(
  "a write that GitHub did not take (%s) is sent again after a look",
  async (name) => {
    const scene = await createScene();
    const number = await scene.incident();
    scene.forget();
    scene.github.faults.failNext(2, { ...FAILURES[name], match: isApply });
    await scene.say("bo", number, BUSY);
    const kinds = scene.github.calls.all.map(({ kind, faulty }) => `${kind}${faulty ? "!" : ""}`);
    expect(kinds.join(" ")).toMatch(/write! (?:read )+write! (?:read )+write/);
    expectAllOnce(scene, number);
  },
);

/** Another organisation with Sitrep, and an incident of its own there. */
async function withNeighbour(scene: Scene): Promise<number> {
  const { world } = scene.github;
  world.addUser({ login: "zoo", type: "Organization" });
  world.addRepository({ owner: "zoo", name: "pens" });
  world.setPermission("zoo/pens", "bo", "admin");
  world.installApp("zoo", ["pens"]);
  const number = scene.as("bo").openIssue("zoo/pens", { title: "x", labels: ["incident"] });
  await scene.settle();
  return number;
}

test("while one installation has to wait for an hour, another's looks go on at once", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  const other = await withNeighbour(scene);
  const { world, faults } = scene.github;
  const headers = { "retry-after": "3600" };
  faults.failNext(1, { ...FAILURES.secondaryLimit, headers });
  await scene.say("bo", number, "/severity 1");
  expect(scene.issue(number).labels).not.toContain("SEV-1");
  const before = scene.as("bo").comment("zoo/pens", other, "/severity 2");
  expect(before).toBeGreaterThan(0);
  await scene.settle();
  expect(world.issue("zoo/pens", other).labels).toContain("SEV-2");
  expect(scene.issue(number).labels).not.toContain("SEV-1");
  await scene.wind(60 * MINUTE);
  expect(scene.issue(number).labels).toContain("SEV-1");
});

test("while one installation has very much to do, another's incident is looked at among the first", async () => {
  const scene = await createScene({ settings: { concurrency: 4 } });
  const numbers = await incidents(scene, 12);
  const other = await withNeighbour(scene);
  scene.github.faults.delayAnswers(4);
  scene.forget();
  for (const number of numbers) scene.as("bo").comment(REPO, number, "/severity 1");
  scene.as("bo").comment("zoo/pens", other, "/severity 2");
  await scene.settle();
  const applied = scene.github.calls.all.filter(isApply);
  const neighbours = applied.findIndex(
    ({ installationId }) => installationId !== scene.installation,
  );
  expect(applied).toHaveLength(numbers.length + 1);
  expect(neighbours).toBeLessThan(numbers.length / 2);
});
