import { InternalError } from "../incident/errors.ts";
import { keyText, type LookKey } from "../incident/key.ts";
import { backoffMs } from "./backoff.ts";
import { type Clock, createClock } from "./clock.ts";
import { FairLines, type Ticket } from "./fair-lines.ts";
import { outcomeOf } from "./outcome.ts";
import type { Look, Queue, QueueStats } from "./queue.ts";

/** One failed look, for the log. */
export interface LookFailure {
  readonly key: LookKey;
  readonly error: unknown;
  /** How many looks at this key have failed in a row. */
  readonly failures: number;
  /** When it is tried again, in milliseconds UTC; null: not until the next add. */
  readonly retryAt: number | null;
}

export interface InProcessQueueOptions {
  /** Default: the system's clock. */
  readonly clock?: Clock;
  /** Looks that may run at once. Default 8. */
  readonly concurrency?: number;
  /** Looks that may run at once for one installation. Default three quarters of `concurrency`, at least 1. */
  readonly perInstallation?: number;
  /** A number from 0 up to 1, for the back-off. Default `Math.random`. */
  readonly random?: () => number;
  /** Told of each failed look, after it is settled what becomes of it. Must not throw. */
  readonly onFailure?: (failure: LookFailure) => void;
}

/** What the queue knows of one key; forgotten as soon as it neither waits nor runs. */
interface Entry {
  key: LookKey;
  ticket: Ticket<Entry> | null;
  startedAt: number | null;
  /** The earliest time added while its look runs. */
  wanted: number | null;
  failures: number;
  /** The end of its back-off. */
  notBefore: number;
}

/** What the look alone wants is at least this far off, so that a mistaken `lookAgainAt` cannot spin. */
const shortestAgainMs = 1_000;

/** The queue that lives in this process and needs no service. The contract is in `queue.ts`. */
export function createInProcessQueue(options: InProcessQueueOptions = {}): Queue {
  return new InProcessQueue(options);
}

class InProcessQueue implements Queue {
  readonly #clock: Clock;
  readonly #concurrency: number;
  readonly #random: () => number;
  readonly #onFailure: (failure: LookFailure) => void;
  readonly #entries = new Map<string, Entry>();
  readonly #lines: FairLines<Entry>;
  readonly #idleWaiters = new Set<() => void>();
  #look: Look | null = null;
  #stopped = false;
  #running = 0;
  #pumpIsDue = false;
  #wake: { readonly at: number; readonly cancel: () => void } | null = null;

  constructor(options: InProcessQueueOptions) {
    this.#clock = options.clock ?? createClock();
    this.#concurrency = options.concurrency ?? 8;
    this.#random = options.random ?? Math.random;
    this.#onFailure = options.onFailure ?? (() => {});
    const share = Math.max(1, Math.floor(this.#concurrency * 0.75));
    this.#lines = new FairLines(options.perInstallation ?? share);
  }

  async add(key: LookKey, at: number = this.#clock.now()): Promise<void> {
    if (!Number.isFinite(at)) throw new InternalError(`${keyText(key)} was added for no time`);
    if (this.#stopped) return;
    const entry = this.#entry(key);
    entry.key = key;
    if (entry.startedAt === null) this.#wait(entry, Math.min(at, entry.ticket?.at ?? Infinity));
    else entry.wanted = Math.min(at, entry.wanted ?? Infinity);
  }

  async start(look: Look): Promise<void> {
    if (this.#look !== null) throw new InternalError("the queue was started twice");
    this.#look = look;
    this.#pumpSoon();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake?.cancel();
    this.#wake = null;
    await this.idle();
  }

  async idle(): Promise<void> {
    if (!this.#isIdle()) await new Promise<void>((resolve) => this.#idleWaiters.add(resolve));
  }

  async stats(): Promise<QueueStats> {
    const all = [...this.#entries.values()];
    const started = all.flatMap(({ startedAt }) => startedAt ?? []);
    return {
      waiting: all.length - this.#running,
      running: this.#running,
      oldestDueAt: this.#lines.earliestAfter(-Infinity),
      oldestStartedAt: started.length === 0 ? null : Math.min(...started),
      failures: all.filter(({ failures, ticket }) => failures > 0 && ticket !== null).length,
    };
  }

  #entry(key: LookKey): Entry {
    const text = keyText(key);
    const known = this.#entries.get(text);
    if (known !== undefined) return known;
    const entry = { key, ticket: null, startedAt: null, wanted: null, failures: 0, notBefore: 0 };
    this.#entries.set(text, entry);
    return entry;
  }

  /** Lets the entry wait for `at`, or for the end of its back-off, and wakes the queue. */
  #wait(entry: Entry, at: number): void {
    const due = Math.max(at, entry.notBefore);
    const { ticket } = entry;
    if (ticket?.at === due && ticket.line === entry.key.installation) return;
    if (ticket !== null) this.#lines.leave(ticket);
    entry.ticket = this.#lines.put(entry.key.installation, entry, due);
    this.#pumpSoon();
  }

  /** Once at the end of this turn, so that a burst added in one turn is one look and `add` never runs the look itself. */
  #pumpSoon(): void {
    if (this.#pumpIsDue) return;
    this.#pumpIsDue = true;
    queueMicrotask(() => {
      this.#pumpIsDue = false;
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#look !== null && !this.#stopped) {
      this.#startDue(this.#look);
      this.#setWake();
    }
    if (!this.#isIdle()) return;
    for (const resolve of this.#idleWaiters) resolve();
    this.#idleWaiters.clear();
  }

  #startDue(look: Look): void {
    while (this.#running < this.#concurrency) {
      const ticket = this.#lines.take(this.#clock.now());
      if (ticket === null) return;
      this.#running++;
      void this.#run(look, ticket);
    }
  }

  async #run(look: Look, { item: entry, line }: Ticket<Entry>): Promise<void> {
    Object.assign(entry, { ticket: null, wanted: null, startedAt: this.#clock.now() });
    const outcome = await outcomeOf(look, entry.key);
    this.#running--;
    entry.startedAt = null;
    if ("error" in outcome) this.#failed(entry, outcome.error);
    else this.#succeeded(entry, outcome.lookAgainAt);
    this.#lines.done(line);
    this.#pumpSoon();
  }

  #succeeded(entry: Entry, lookAgainAt: number | null): void {
    entry.failures = 0;
    entry.notBefore = 0;
    const asked = lookAgainAt ?? Infinity;
    const own = Math.max(asked, this.#clock.now() + shortestAgainMs);
    this.#waitOrForget(entry, Math.min(own, entry.wanted ?? Infinity));
  }

  #failed(entry: Entry, error: unknown): void {
    const failures = entry.failures + 1;
    const delay = backoffMs(error, failures, this.#random());
    const retryAt = delay === null ? null : this.#clock.now() + delay;
    entry.failures = retryAt === null ? 0 : failures;
    entry.notBefore = retryAt ?? 0;
    this.#waitOrForget(entry, retryAt ?? entry.wanted ?? Infinity);
    this.#onFailure({ key: entry.key, error, failures, retryAt });
  }

  #waitOrForget(entry: Entry, at: number): void {
    if (at === Infinity) this.#entries.delete(keyText(entry.key));
    else this.#wait(entry, at);
  }

  #setWake(): void {
    const now = this.#clock.now();
    const at = this.#lines.earliestAfter(now);
    if (at === this.#wake?.at) return;
    this.#wake?.cancel();
    this.#wake = null;
    if (at === null) return;
    const woken = (): void => {
      this.#wake = null;
      this.#pumpSoon();
    };
    this.#wake = { at, cancel: this.#clock.after(at - now, woken) };
  }

  #isIdle(): boolean {
    if (this.#running > 0) return false;
    if (this.#stopped) return true;
    return (this.#lines.earliestAfter(-Infinity) ?? Infinity) > this.#clock.now();
  }
}
