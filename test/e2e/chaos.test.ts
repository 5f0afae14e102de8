import { afterEach, expect, test } from "@jest/globals";
import type { CallMatcher, Failure } from "../../src/sandbox/github/index.ts";
import { ANYTHING } from "../support/play/next-act.ts";
import { addCast, startPlay, type Play } from "../support/play/play.ts";
import { isWeekend } from "../support/play/reminders.ts";
import { createRandom, seedFrom, type Random } from "../support/random.ts";
import { createScene, REPO, type Scene } from "./scene.ts";

// `CHAOS=300 npm test -- test/e2e/chaos` tries more; `SEED=17 CHAOS=1` tries one again.
const SCHEDULES = Number(process.env["CHAOS"] ?? 8);
const FIRST_SEED = seedFrom(1);
const STEPS = 40;
const MINUTE = 60_000;

let scene: Scene | null = null;
afterEach(async () => {
  await scene?.close();
  scene = null;
});

// Whoever cannot even ask for the App's name does not start: that is for the supervisor.
const isRun: CallMatcher = ({ path }) => path !== "/app";
const FIELDS = [
  "updateIssue",
  "addComment",
  "addReaction",
  "updateIssueComment",
  "addLabelsToLabelable",
  "addAssigneesToAssignable",
  "createLabel",
] as const;

function nextFailure(random: Random): Failure {
  const when = random.pick(["before", "after"] as const);
  const status = random.pick([500, 502, 503, 429, 403, "drop", "drop"] as const);
  const waits = status === 429 || (status === 403 && random.next() < 0.5);
  if (status === 403 && !waits) {
    return {
      status,
      when,
      match: isRun,
      headers: { "x-ratelimit-remaining": "0", "retry-after": "7" },
    };
  }
  const headers =
    waits && random.next() < 0.5 ? { "retry-after": String(random.between(1, 90)) } : {};
  return { status: status === 403 ? 429 : status, when, match: isRun, headers };
}

/** One thing that goes wrong, or is about to. */
function misfortune(
  random: Random,
  { github }: Scene,
  plays: readonly Play[],
): () => void | Promise<void> {
  const { faults } = github;
  return random.pick([
    () => faults.dropNextDelivery(random.between(1, 4)),
    () => faults.doubleNextDelivery(random.between(1, 4)),
    () => faults.failNext(random.between(1, 3), nextFailure(random)),
    () =>
      faults.failNextField(
        random.pick(FIELDS),
        random.pick(["FORBIDDEN", "UNPROCESSABLE", "NOT_FOUND"]),
      ),
    () => actMeanwhile(random, github.faults, random.pick(plays)),
  ]);
}

/** Somebody acts just as one of Sitrep's next calls arrives. */
function actMeanwhile(random: Random, faults: Scene["github"]["faults"], play: Play): void {
  let after = random.between(0, 3);
  const match: CallMatcher = () => {
    if (after === 0) play.act();
    after -= 1;
    return false;
  };
  faults.failNext(1, { status: 500, match });
}

async function restart(current: Scene, random: Random, plays: readonly Play[]): Promise<void> {
  await current.stop();
  for (let missed = random.between(0, 4); missed > 0; missed--) random.pick(plays).act();
  await current.start();
}

/** Time passes: mostly minutes, at times a night or a weekend, with Sitrep awake or asleep. */
async function sleep(current: Scene, random: Random): Promise<void> {
  const minutes = random.next() < 0.8 ? random.between(1, 90) : random.between(90, 60 * 60);
  if (random.next() < 0.7) return current.wind(minutes * MINUTE);
  await current.stop();
  await current.wind(minutes * MINUTE);
  await current.start();
}

/** Everything is as it has to be, once what is refused or lost is made up for by another process. */
async function expectTrue(current: Scene, plays: readonly Play[]): Promise<void> {
  await current.settle();
  // What GitHub refused for good is tried again by the next process.
  current.github.faults.reset();
  await current.stop();
  // What goes by working time waits for Monday.
  while (isWeekend(current.now())) await current.wind(60 * MINUTE);
  await current.start();
  for (const play of plays) play.expectTrue(current.now());
}

async function run(current: Scene, seed: number): Promise<void> {
  const random = createRandom(seed);
  addCast(current.github, REPO);
  const tick = (): void => void current.as("ana");
  const plays = [1, 2].map(() => startPlay(current.github, REPO, random, ANYTHING, tick));
  for (let step = 0; step < STEPS; step++) {
    const chance = random.next();
    if (chance < 0.5) random.pick(plays).act();
    else if (chance < 0.75) await misfortune(random, current, plays)();
    else if (chance < 0.83) await current.settle();
    else if (chance < 0.93) await sleep(current, random);
    else await restart(current, random, plays);
    if (step === STEPS / 2) await expectTrue(current, plays);
  }
  await expectTrue(current, plays);
  await current.expectSettled();
}

test.each(Array.from({ length: SCHEDULES }, (_, index) => FIRST_SEED + index))(
  "whatever fails, everything takes effect once: schedule SEED=%i",
  async (seed) => {
    scene = await createScene();
    await run(scene, seed);
    expect(scene.github.calls.all.filter((call) => call.unknown)).toEqual([]);
  },
  20_000,
);

// Octokit waits for seconds of real time before it gives a young token up.
test("a token that GitHub does not take any more is replaced by a new one", async () => {
  scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.expireTokens();
  await scene.say("ana", number, "/note seen it");
  expect(scene.receipts(number, "/note")).toEqual(["+1"]);
}, 30_000);
