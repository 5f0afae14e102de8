import { type IncidentKey, keyText } from "../incident/key.ts";
import type { Queue, WoundClock } from "../queue/index.ts";
import type { SandboxDesk } from "./sandbox-routes.ts";

/** What a look found that is to come. */
interface Ahead {
  readonly key: IncidentKey;
  /** Soonest first, with their words. */
  readonly agenda: readonly object[];
  /** When the passing of time alone means something in the incident; null: never. */
  readonly lookAgainAt: number | null;
}

export interface SandboxDeskOptions {
  readonly clock: WoundClock;
  readonly queue: Queue;
  readonly sweeper: { idle(): Promise<void> };
}

/** The desk, and what it has to be told of each look. */
export interface NotedDesk extends SandboxDesk {
  note(ahead: Ahead): void;
}

// A timer that is due by the wound clock fires within a millisecond or two.
const TURN_MS = 5;
const PATIENCE_MS = 5_000;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for it, but not for ever. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, late]);
  clearTimeout(timer);
}

/** The sandbox's desk of this process: it remembers what the looks found, of as many issues as a game has. */
export function createSandboxDesk({ clock, queue, sweeper }: SandboxDeskOptions): NotedDesk {
  const found = new Map<string, Ahead>();

  async function rest(): Promise<void> {
    await after(TURN_MS);
    await sweeper.idle();
    await queue.idle();
  }

  return {
    note: (ahead) => void found.set(keyText(ahead.key), ahead),
    wind: async (offset) => {
      clock.windTo(offset);
      await atMost(PATIENCE_MS, rest());
      const { oldestDueAt } = await queue.stats();
      return { now: clock.now(), nextLookAt: oldestDueAt };
    },
    deadlines: (key) => {
      const { agenda = [], lookAgainAt = null } =
        found.get(keyText({ ...key, installation: 0 })) ?? {};
      return { agenda, lookAgainAt };
    },
  };
}
