import { expect, test } from "@jest/globals";
import type { SweepSpan } from "../../src/integrations/github/index.ts";
import { createMemory, createSweeper } from "../../src/reconcile/index.ts";
import { createManualClock } from "../queue/manual-clock.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A sweeper every ten minutes over these installations, and what it asked GitHub for. */
function aSweeper(installations: readonly number[], failing: ReadonlySet<number> = new Set()) {
  const clock = createManualClock();
  const asked: { readonly installation: number; readonly at: number; readonly span: SweepSpan }[] =
    [];
  const sweeper = createSweeper({
    github: {
      sweep: async (installation: number, _: unknown, span: SweepSpan) => {
        asked.push({ installation, at: clock.now(), span });
        if (failing.has(installation)) throw new Error("suspended");
        return [];
      },
    } as never,
    queue: { add: async () => {} },
    memory: createMemory(),
    installations: async () => installations,
    clock,
    everyMs: 10 * MINUTE,
    onSweep: () => {},
    onError: () => {},
  });
  const deep = (installation: number): readonly number[] =>
    asked
      .filter((one) => one.installation === installation && one.span.closedSince !== null)
      .map(({ at }) => at);
  return { clock, sweeper, asked, deep };
}

test("the first sweep, and one a day, looks for incidents that were closed within 200 days", async () => {
  const { clock, sweeper, asked, deep } = aSweeper([1]);
  const start = clock.now();
  sweeper.start();
  await clock.advance(2 * DAY + 5 * MINUTE);
  await sweeper.stop();
  expect(asked).toHaveLength(2 * 144 + 1);
  expect(deep(1)).toEqual([start, start + DAY, start + 2 * DAY]);
  expect(asked[0]?.span).toEqual({
    since: start - DAY - 10 * MINUTE,
    closedSince: start - 200 * DAY,
  });
  expect(asked[1]?.span).toEqual({ since: start - 10 * MINUTE, closedSince: null });
});

test("an installation that fails is asked for them again, and the others are not", async () => {
  const failing = new Set([2]);
  const { clock, sweeper, deep } = aSweeper([1, 2], failing);
  const start = clock.now();
  sweeper.start();
  await clock.advance(29_000);
  failing.clear();
  await clock.advance(20 * MINUTE);
  await sweeper.stop();
  expect(deep(1)).toEqual([start]);
  expect(deep(2)).toEqual([start, start + 30_000]);
});
