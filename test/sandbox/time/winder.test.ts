import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { EmbeddedGitHub } from "../../../src/sandbox/github/index.ts";
import { createGameClock } from "../../../src/sandbox/time/game-clock.ts";
import { createWinder } from "../../../src/sandbox/time/winder.ts";
import { startEmbeddedGitHub } from "../../support/embedded-github.ts";

const START = Date.parse("2026-03-06T14:00:00Z");
const HOUR = 3_600_000;
const near = (ms: number) => expect.closeTo(ms, -4);

let github: EmbeddedGitHub;
beforeEach(async () => {
  github = await startEmbeddedGitHub();
});
afterEach(() => github.close());

/** An app that wants to look at these times, and notes at which it did. */
function setUp(wanted: readonly number[], isRunning = () => true) {
  const clock = createGameClock(START);
  const looks: number[] = [];
  let steps = 0;
  const desk = {
    wind: async (offset: number) => {
      const now = Date.now() + offset;
      for (const at of wanted) if (at <= now && !looks.includes(at)) looks.push(at);
      const open = wanted.filter((at) => !looks.includes(at));
      seen.push(now - START);
      return { nextLookAt: open.length === 0 ? null : Math.min(...open) };
    },
    readDeadlines: async () => null,
  };
  const seen: number[] = [];
  const onStep = (): void => void (steps += 1);
  const winder = createWinder({ clock, desk, github, isRunning, onStep });
  return { clock, winder, looks, seen, steps: () => steps };
}

test("what is due on the way happens in its order, each at its time", async () => {
  const { clock, winder, seen } = setUp([START + HOUR, START + 5 * HOUR, START + 30 * HOUR]);
  await winder.windTo(START + 24 * HOUR);
  expect(seen).toEqual([0, HOUR, 5 * HOUR, 24 * HOUR].map(near));
  expect(clock.now()).toEqual(near(START + 24 * HOUR));
  expect(winder.target()).toBeNull();
});

test("time is never wound back", async () => {
  const { clock, winder } = setUp([]);
  await winder.windTo(START + HOUR);
  await winder.windTo(START);
  clock.windTo(START);
  expect(clock.now()).toEqual(near(START + HOUR));
});

test("while it winds, it says where to, and tells of every step", async () => {
  const { winder, steps } = setUp([START + HOUR]);
  const done = winder.windTo(START + 2 * HOUR);
  expect(winder.target()).toBe(START + 2 * HOUR);
  await done;
  expect(steps()).toBe(4);
});

test("what is tried again and again does not hold time up for ever", async () => {
  const { clock, winder } = setUp([]);
  const desk = {
    wind: async () => ({ nextLookAt: 0 }),
    readDeadlines: async () => null,
  };
  const stuck = createWinder({ clock, desk, github, isRunning: () => true, onStep: () => {} });
  await stuck.windTo(START + 20 * HOUR);
  expect(clock.now()).toEqual(near(START + 20 * HOUR));
  expect(winder.target()).toBeNull();
});
