import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createInProcessQueue, createWoundClock, type Queue } from "../../src/queue/index.ts";
import { createSandboxDesk, type NotedDesk } from "../../src/webhooks/sandbox-desk.ts";

const HOUR = 3_600_000;
const KEY = { installation: 5, owner: "acme", repo: "hubs", number: 3 };

let queue: Queue;
let desk: NotedDesk;
let looks: number[];
let start: number;

/** An incident that wants to be looked at every hour. */
beforeEach(async () => {
  const clock = createWoundClock(0);
  start = clock.now();
  looks = [];
  queue = createInProcessQueue({ clock });
  desk = createSandboxDesk({ clock, queue, sweeper: { idle: async () => {} } });
  await queue.start(async () => {
    const now = clock.now();
    looks.push(Math.round((now - start) / HOUR));
    return { lookAgainAt: now + HOUR };
  });
  await queue.add(KEY);
  await queue.idle();
});
afterEach(() => queue.stop());

test("winding ends when what is due by then is done, and tells what comes next", async () => {
  const { now, nextLookAt } = await desk.wind(3 * HOUR);
  expect(looks).toEqual([0, 3]);
  expect(Math.round((now - start) / HOUR)).toBe(3);
  expect(Math.round(((nextLookAt ?? 0) - start) / HOUR)).toBe(4);
});

test("winding back changes nothing", async () => {
  await desk.wind(3 * HOUR);
  const { now } = await desk.wind(0);
  expect(Math.round((now - start) / HOUR)).toBe(3);
  expect(looks).toEqual([0, 3]);
});

test("what the last look found is told by the issue, however its name is written", () => {
  const { installation: _, ...place } = KEY;
  expect(desk.deadlines(place)).toEqual({ agenda: [], lookAgainAt: null });
  desk.note({ key: KEY, agenda: [{ title: "first" }], lookAgainAt: 1 });
  desk.note({ key: KEY, agenda: [{ title: "second" }], lookAgainAt: 2 });
  expect(desk.deadlines({ ...place, owner: "ACME" })).toEqual({
    agenda: [{ title: "second" }],
    lookAgainAt: 2,
  });
});
