import { describe, expect, it } from "@jest/globals";
import { createClock } from "../../src/queue/clock.ts";

/** A clock over timers that fire when the test says so. */
function setUp() {
  const state = { now: 0, timers: [] as { ms: number; fire: () => void }[] };
  const clock = createClock({
    now: () => state.now,
    startTimer: (ms, fn) => {
      const timer = { ms, fire: fn };
      state.timers.push(timer);
      return () => void (state.timers = state.timers.filter((other) => other !== timer));
    },
  });
  const fire = (): void => state.timers.shift()?.fire();
  return { state, clock, fire };
}

const day = 24 * 3_600_000;

describe("the clock", () => {
  it("waits for months in timers of at most a minute", () => {
    const { state, clock, fire } = setUp();
    let calls = 0;
    clock.after(60 * day, () => calls++);
    for (let n = 0; n < 10; n++) {
      expect(state.timers.map(({ ms }) => ms)).toEqual([60_000]);
      state.now += 60_000;
      fire();
    }
    expect(calls).toBe(0);
    state.now = 60 * day;
    fire();
    expect(calls).toBe(1);
    expect(state.timers).toEqual([]);
  });

  it("does not call early when its timer fires early", () => {
    const { state, clock, fire } = setUp();
    let calls = 0;
    clock.after(500, () => calls++);
    state.now = 499;
    fire();
    expect(calls).toBe(0);
    expect(state.timers.map(({ ms }) => ms)).toEqual([1]);
  });

  it("calls what is due when told that it was wound forward", () => {
    const { state, clock, fire } = setUp();
    let calls = 0;
    clock.after(2 * day, () => calls++);
    state.now = 3 * day;
    clock.changed();
    expect(state.timers.map(({ ms }) => ms)).toEqual([0]);
    fire();
    expect(calls).toBe(1);
    clock.changed();
    expect(state.timers).toEqual([]);
  });

  it("notices within a minute that it was wound when nobody tells it", () => {
    const { state, clock, fire } = setUp();
    let calls = 0;
    clock.after(2 * day, () => calls++);
    state.now = 3 * day;
    expect(state.timers[0]!.ms).toBeLessThanOrEqual(60_000);
    fire();
    expect(calls).toBe(1);
  });

  it("calls nothing that was cancelled, wound or not", () => {
    const { state, clock } = setUp();
    const cancel = clock.after(1_000, () => expect(true).toBe(false));
    cancel();
    state.now = day;
    clock.changed();
    expect(state.timers).toEqual([]);
  });

  it("tells the system's time and calls in a later turn by default", async () => {
    const clock = createClock();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
    let isCalled = false;
    const called = new Promise<void>((resolve) => {
      clock.after(0, () => resolve(void (isCalled = true)));
    });
    expect(isCalled).toBe(false);
    await called;
  });
});
