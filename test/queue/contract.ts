import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { InternalError, RetryLaterError, TerminalError } from "../../src/incident/errors.ts";
import { keyText } from "../../src/incident/key.ts";
import type { LookResult, Queue } from "../../src/queue/queue.ts";
import { createLooks, issue, type Looks } from "./looks.ts";

/** One fresh, empty queue and the time it lives by. */
export interface QueueHarness {
  readonly queue: Queue;
  readonly now: () => number;
  /** Winds the queue's clock by `ms` and resolves when what that sets off has begun (0: what is due already). */
  readonly advance: (ms: number) => Promise<void>;
  readonly dispose: () => Promise<void>;
}

export interface HarnessOptions {
  readonly concurrency: number;
}

const second = 1_000;
const minute = 60 * second;
const done = (): LookResult => ({ lookAgainAt: null });
const down = (): LookResult => {
  throw new Error("their side is down");
};

/** Holds a queue to the contract in `src/queue/queue.ts`. */
export function describeQueue(
  name: string,
  create: (options: HarnessOptions) => Promise<QueueHarness>,
): void {
  describe(`${name} keeps the queue's contract:`, () => {
    let harness: QueueHarness;
    let queue: Queue;
    let looks: Looks;

    async function begin(byDefault?: () => LookResult, concurrency = 8): Promise<void> {
      harness = await create({ concurrency });
      queue = harness.queue;
      looks = createLooks(harness.now, byDefault);
      await queue.start(looks.look);
    }

    beforeEach(() => begin());
    afterEach(async () => {
      while (looks.open.length > 0) looks.open[0]!.answer();
      await harness.dispose();
      expect(looks.overlaps).toEqual([]);
    });

    describe("wishes", () => {
      it("looks at an added key at once", async () => {
        await queue.add(issue(1));
        await harness.advance(0);
        expect(looks.begun).toEqual(["acme/web#1"]);
      });

      it("does not look before the wanted time", async () => {
        await queue.add(issue(1), harness.now() + 30 * minute);
        await harness.advance(30 * minute - 1);
        expect(looks.begun).toEqual([]);
        await harness.advance(1);
        expect(looks.begun).toEqual(["acme/web#1"]);
      });

      it("waits for the earliest of several times, in whatever order they were added", async () => {
        looks.ends("acme/web#1", done);
        const start = harness.now();
        for (const minutes of [30, 10, 20]) await queue.add(issue(1), start + minutes * minute);
        await harness.advance(60 * minute);
        expect(looks.times).toEqual([start + 10 * minute]);
      });

      it("makes one look of a burst", async () => {
        looks.ends("acme/web#1", done);
        for (let n = 0; n < 50; n++) await queue.add(issue(1), harness.now() + second);
        await harness.advance(minute);
        expect(looks.begun).toEqual(["acme/web#1"]);
      });

      it("takes owner and repository without regard to case as the same key", async () => {
        looks.ends("acme/web#1", done);
        const at = harness.now() + second;
        await queue.add(issue(1), at);
        await queue.add({ installation: 1, owner: "ACME", repo: "Web", number: 1 }, at);
        await harness.advance(minute);
        expect(looks.begun).toEqual(["acme/web#1"]);
      });

      it("makes exactly one more look of any number of adds during a look", async () => {
        await queue.add(issue(1));
        await harness.advance(0);
        for (let n = 0; n < 50; n++) await queue.add(issue(1));
        await harness.advance(minute);
        expect(looks.begun).toHaveLength(1);
        looks.open[0]!.answer();
        await harness.advance(0);
        looks.open[0]!.answer();
        await harness.advance(minute);
        expect(looks.begun).toHaveLength(2);
      });

      it("refuses a time that is no number", async () => {
        await expect(queue.add(issue(1), Number.NaN)).rejects.toThrow(InternalError);
        await expect(queue.add(issue(1), Infinity)).rejects.toThrow(InternalError);
      });
    });

    describe("looking again", () => {
      it("looks again when the look said so, and not otherwise", async () => {
        const again = harness.now() + 20 * minute;
        looks.ends("acme/web#1", () => ({ lookAgainAt: harness.now() < again ? again : null }));
        await queue.add(issue(1));
        await harness.advance(24 * 60 * minute);
        expect(looks.times).toEqual([again - 20 * minute, again]);
      });

      it("prefers an earlier time added during the look to the look's own", async () => {
        const start = harness.now();
        await queue.add(issue(1));
        await harness.advance(0);
        await queue.add(issue(1), start + 5 * minute);
        looks.open[0]!.answer(start + 20 * minute);
        looks.ends("acme/web#1", done);
        await harness.advance(60 * minute);
        expect(looks.times).toEqual([start, start + 5 * minute]);
      });

      it("prefers the look's own time to a later one added during the look", async () => {
        const start = harness.now();
        await queue.add(issue(1));
        await harness.advance(0);
        await queue.add(issue(1), start + 20 * minute);
        looks.open[0]!.answer(start + 5 * minute);
        looks.ends("acme/web#1", done);
        await harness.advance(60 * minute);
        expect(looks.times).toEqual([start, start + 5 * minute]);
      });

      it("brings a later look forward when the key is added again", async () => {
        const start = harness.now();
        await queue.add(issue(1));
        await harness.advance(0);
        looks.open[0]!.answer(start + 60 * minute);
        looks.ends("acme/web#1", done);
        await harness.advance(minute);
        await queue.add(issue(1));
        await harness.advance(120 * minute);
        expect(looks.times).toEqual([start, start + minute]);
      });

      it("does not spin on a look that wants to look again in the past", async () => {
        looks.ends("acme/web#1", () => ({ lookAgainAt: harness.now() - minute }));
        await queue.add(issue(1));
        await harness.advance(10 * second);
        expect(looks.begun.length).toBeLessThanOrEqual(11);
        expect(looks.begun.length).toBeGreaterThan(5);
      });

      it("takes an answer that is no time for a failure", async () => {
        looks.ends("acme/web#1", () => ({ lookAgainAt: Number.NaN }));
        await queue.add(issue(1));
        await harness.advance(0);
        expect((await queue.stats()).failures).toBe(1);
      });
    });

    describe("failure", () => {
      it("tries a failed key again until it succeeds", async () => {
        looks.ends("acme/web#1", down);
        await queue.add(issue(1));
        await harness.advance(minute);
        expect(looks.begun.length).toBeGreaterThan(3);
        looks.ends("acme/web#1", done);
        await harness.advance(5 * minute);
        const tries = looks.begun.length;
        expect(await queue.stats()).toMatchObject({ waiting: 0, failures: 0 });
        await harness.advance(60 * minute);
        expect(looks.begun).toHaveLength(tries);
      });

      it("waits twice as long after each failure, up to five minutes, with up to half of it taken off", async () => {
        looks.ends("acme/web#1", down);
        await queue.add(issue(1));
        await harness.advance(60 * minute);
        const gaps = looks.times.slice(1).map((time, n) => time - looks.times[n]!);
        for (const [n, gap] of gaps.entries()) {
          const longest = Math.min(5 * minute, second * 2 ** n);
          expect(gap).toBeGreaterThanOrEqual(longest / 2);
          expect(gap).toBeLessThanOrEqual(longest);
        }
        expect(gaps.length).toBeGreaterThan(12);
      });

      it("starts its back-off anew after a success", async () => {
        const start = harness.now();
        looks.ends("acme/web#1", down);
        await queue.add(issue(1));
        await harness.advance(30 * minute);
        looks.ends("acme/web#1", () => ({ lookAgainAt: start + 60 * minute }));
        await harness.advance(10 * minute);
        looks.ends("acme/web#1", down);
        await harness.advance(start + 60 * minute - harness.now());
        const before = looks.begun.length;
        await harness.advance(second);
        expect(looks.begun).toHaveLength(before + 1);
      });

      it("never tries again before the error's retryAfterMs, whatever is added meanwhile", async () => {
        const start = harness.now();
        await queue.add(issue(1));
        await harness.advance(0);
        looks.open[0]!.fail(new RetryLaterError("the rate limit is used up", 20 * minute));
        looks.ends("acme/web#1", done);
        await queue.add(issue(1));
        await harness.advance(10 * minute);
        await queue.add(issue(1));
        await harness.advance(60 * minute);
        expect(looks.times).toEqual([start, start + 20 * minute]);
      });

      it("believes no more than an hour of retryAfterMs", async () => {
        await queue.add(issue(1));
        await harness.advance(0);
        looks.open[0]!.fail(new RetryLaterError("come back next year", 365 * 24 * 60 * minute));
        await harness.advance(60 * minute);
        expect(looks.begun).toHaveLength(2);
      });

      it("does not try again after a TerminalError, until the key is added again", async () => {
        looks.ends("acme/web#1", () => {
          throw new TerminalError("the installation is suspended");
        });
        await queue.add(issue(1));
        await harness.advance(60 * minute);
        expect(looks.begun).toHaveLength(1);
        expect(await queue.stats()).toMatchObject({ waiting: 0, failures: 0 });
        await queue.add(issue(1));
        await harness.advance(0);
        expect(looks.begun).toHaveLength(2);
      });

      it("keeps what was added during a look that ended in a TerminalError", async () => {
        await queue.add(issue(1));
        await harness.advance(0);
        await queue.add(issue(1));
        looks.open[0]!.fail(new TerminalError("gone"));
        await harness.advance(0);
        expect(looks.begun).toHaveLength(2);
      });

      it("goes on with other keys while one fails", async () => {
        looks.ends("acme/web#1", down);
        looks.ends("acme/web#2", done);
        await queue.add(issue(1));
        await harness.advance(30 * minute);
        await queue.add(issue(2));
        await harness.advance(0);
        expect(looks.begun.at(-1)).toBe("acme/web#2");
      });
    });

    describe("places", () => {
      it("runs no more looks at once than it may", async () => {
        for (let n = 1; n <= 30; n++) await queue.add(issue(n, n));
        await harness.advance(0);
        expect(looks.open).toHaveLength(8);
        while (looks.open.length > 0) {
          looks.open[0]!.answer();
          await harness.advance(0);
        }
        expect(looks.begun).toHaveLength(30);
        expect(looks.most()).toBe(8);
      });

      it("looks at the keys of one installation in the order of their times", async () => {
        await harness.dispose();
        await begin(done, 1);
        const now = harness.now();
        for (const n of [3, 1, 2]) await queue.add(issue(n), now + n * second);
        await harness.advance(minute);
        expect(looks.begun).toEqual(["acme/web#1", "acme/web#2", "acme/web#3"]);
      });

      it("lets another installation in while a busy one's looks hang", async () => {
        for (let n = 1; n <= 100; n++) await queue.add(issue(n, 1));
        await harness.advance(0);
        await queue.add(issue(500, 2));
        await harness.advance(0);
        expect(looks.begun).toContain("acme/web#500");
      });

      it("takes installations in turn, however many keys one of them has", async () => {
        await harness.dispose();
        await begin(undefined, 1);
        for (let n = 1; n <= 100; n++) await queue.add(issue(n, 1));
        await harness.advance(0);
        for (let n = 201; n <= 202; n++) await queue.add(issue(n, 2));
        for (let n = 301; n <= 302; n++) await queue.add(issue(n, 3));
        for (let n = 0; n < 8; n++) {
          looks.open[0]!.answer();
          await harness.advance(0);
        }
        expect(looks.begun.filter((text) => /#[23]0/.test(text))).toHaveLength(4);
      });

      it("reaches a key through the installation that it was added with last", async () => {
        const reached: number[] = [];
        await harness.dispose();
        harness = await create({ concurrency: 8 });
        await harness.queue.add(issue(1, 1), harness.now() + minute);
        await harness.queue.add(issue(1, 7), harness.now() + minute);
        await harness.queue.start(async ({ installation }) => {
          reached.push(installation);
          return done();
        });
        await harness.advance(2 * minute);
        expect(reached).toEqual([7]);
      });
    });

    describe("life", () => {
      it("holds what is added before the start", async () => {
        await harness.dispose();
        harness = await create({ concurrency: 8 });
        looks = createLooks(harness.now, done);
        await harness.queue.add(issue(1));
        await harness.advance(minute);
        expect(looks.begun).toEqual([]);
        await harness.queue.start(looks.look);
        await harness.advance(0);
        expect(looks.begun).toEqual(["acme/web#1"]);
      });

      it("refuses to be started twice", async () => {
        await expect(queue.start(looks.look)).rejects.toThrow(InternalError);
      });

      it("finishes the running looks when stopped, and starts no other", async () => {
        await queue.add(issue(1));
        await queue.add(issue(2), harness.now() + minute);
        await harness.advance(0);
        let isStopped = false;
        const stopped = queue.stop().then(() => (isStopped = true));
        await queue.add(issue(3));
        await harness.advance(60 * minute);
        expect(isStopped).toBe(false);
        looks.open[0]!.answer(harness.now() + minute);
        await stopped;
        await harness.advance(60 * minute);
        expect(looks.begun).toEqual(["acme/web#1"]);
        await queue.stop();
      });

      it("is idle when nothing runs and nothing is due, though something waits for later", async () => {
        await queue.add(issue(1), harness.now() + 60 * minute);
        await queue.idle();
        await queue.add(issue(2));
        let isIdle = false;
        const idle = queue.idle().then(() => (isIdle = true));
        await harness.advance(0);
        expect(isIdle).toBe(false);
        looks.open[0]!.answer();
        await idle;
        expect(looks.begun).toEqual(["acme/web#2"]);
      });

      it("tells what waits, what runs, since when, and what fails", async () => {
        const now = harness.now();
        looks.ends("acme/web#3", down);
        for (const n of [1, 2, 3]) await queue.add(issue(n), now);
        await queue.add(issue(4), now + minute);
        await harness.advance(0);
        const stats = await queue.stats();
        expect(stats).toMatchObject({ waiting: 2, running: 2, oldestStartedAt: now, failures: 1 });
        expect(stats.oldestDueAt).toBeGreaterThan(now);
        expect(stats.oldestDueAt).toBeLessThanOrEqual(now + second);
      });

      it("forgets keys that it is done with", async () => {
        await harness.dispose();
        await begin(done);
        for (let n = 1; n <= 200; n++) await queue.add(issue(n, n % 5));
        await queue.idle();
        expect(new Set(looks.begun).size).toBe(200);
        expect(await queue.stats()).toEqual({
          waiting: 0,
          running: 0,
          oldestDueAt: null,
          oldestStartedAt: null,
          failures: 0,
        });
      });
    });

    it("never overlaps, loses or lags, in any interleaving of adds, answers, failures and time", async () => {
      let seed = 7;
      const random = (below: number): number =>
        (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
      const addedAt = new Map<string, number>();
      for (let step = 0; step < 400; step++) {
        const open = looks.open[random(Math.max(looks.open.length, 1))];
        const act = random(4);
        if (act < 2) {
          const key = issue(1 + random(5), 1 + random(2));
          addedAt.set(keyText(key), harness.now());
          await queue.add(key);
        } else if (act === 2) open?.answer(random(2) === 0 ? null : harness.now() + random(minute));
        else open?.fail();
        await harness.advance(random(10 * second));
      }
      for (let n = 1; n <= 5; n++) looks.ends(`acme/web#${n}`, done);
      while (looks.open.length > 0) looks.open[0]!.answer();
      await harness.advance(10 * minute);
      for (const [text, added] of addedAt) {
        expect(looks.times[looks.begun.lastIndexOf(text)]).toBeGreaterThanOrEqual(added);
      }
      expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0, failures: 0 });
    });
  });
}
