import { expect, test } from "@jest/globals";
import { createWoundClock } from "../../src/queue/wound-clock.ts";

const HOUR = 3_600_000;
const near = (ms: number) => expect.closeTo(ms, -4);

test("it goes beside the system's clock, ahead or behind", () => {
  expect(createWoundClock(HOUR).now() - Date.now()).toEqual(near(HOUR));
  expect(createWoundClock(-HOUR).now() - Date.now()).toEqual(near(-HOUR));
});

test("wound forward, it calls what is due by then; it never goes back", async () => {
  const clock = createWoundClock(0);
  const called = new Promise<void>((resolve) => void clock.after(2 * HOUR, resolve));
  clock.windTo(3 * HOUR);
  await called;
  clock.windTo(HOUR);
  expect(clock.now() - Date.now()).toEqual(near(3 * HOUR));
});
