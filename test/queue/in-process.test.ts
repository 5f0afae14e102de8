import { describe, expect, it } from "@jest/globals";
import { TerminalError } from "../../src/incident/errors.ts";
import { createInProcessQueue, type LookFailure } from "../../src/queue/in-process.ts";
import { describeQueue } from "./contract.ts";
import { issue } from "./looks.ts";
import { createManualClock } from "./manual-clock.ts";

describeQueue("the in-process queue", async ({ concurrency }) => {
  const clock = createManualClock();
  const queue = createInProcessQueue({ clock, concurrency });
  return { queue, now: clock.now, advance: clock.advance, dispose: () => queue.stop() };
});

describe("the in-process queue", () => {
  it("tells of each failure what becomes of it", async () => {
    const clock = createManualClock();
    const told: LookFailure[] = [];
    const queue = createInProcessQueue({
      clock,
      random: () => 0,
      onFailure: (failure) => void told.push(failure),
    });
    const gone = new TerminalError("gone");
    const errors = [new Error("once"), new Error("twice"), gone];
    await queue.start(() => Promise.reject(errors.shift()));
    const start = clock.now();
    await queue.add(issue(1));
    await clock.advance(60_000);
    expect(told.map(({ failures, retryAt }) => ({ failures, retryAt }))).toEqual([
      { failures: 1, retryAt: start + 1_000 },
      { failures: 2, retryAt: start + 3_000 },
      { failures: 3, retryAt: null },
    ]);
    expect(told[2]).toMatchObject({ key: issue(1), error: gone });
    await queue.stop();
  });

  it("leaves no timer behind when it is stopped", async () => {
    const timers = new Set<() => void>();
    const after = (_ms: number, fn: () => void): (() => void) => {
      timers.add(fn);
      return () => timers.delete(fn);
    };
    const queue = createInProcessQueue({ clock: { now: () => 0, after } });
    await queue.start(async () => ({ lookAgainAt: null }));
    await queue.add(issue(1), 1_000);
    await Promise.resolve();
    expect(timers.size).toBe(1);
    await queue.stop();
    expect(timers.size).toBe(0);
  });

  it("takes ten thousand keys of a thousand installations", async () => {
    const queue = createInProcessQueue();
    let looks = 0;
    await queue.start(async () => {
      looks++;
      return { lookAgainAt: Date.now() + 3_600_000 };
    });
    for (let n = 0; n < 10_000; n++) await queue.add(issue(n, n % 1_000));
    await queue.idle();
    expect(looks).toBe(10_000);
    await queue.stop();
  });
});
