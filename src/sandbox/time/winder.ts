import { setTimeout as sleep } from "node:timers/promises";
import type { EmbeddedGitHub } from "../github/index.ts";
import type { AppDesk } from "./app-desk.ts";
import type { GameClock } from "./game-clock.ts";

/** Winds the game's clock, and with it everybody's. */
export interface Winder {
  /** Where it is winding to now (ms); null: nowhere. */
  target(): number | null;
  /** Winds to an instant, from one thing that is due to the next, each done before time goes on. Not while it winds already. */
  windTo(at: number): Promise<void>;
}

export interface WinderOptions {
  readonly clock: GameClock;
  readonly desk: AppDesk;
  readonly github: EmbeddedGitHub;
  readonly isRunning: () => boolean;
  /** Told of every step. */
  readonly onStep: () => void;
}

/** How long the app may take to come back, in ms. */
const COMEBACK = 6_000;
/** After so many steps the rest of the way is one. */
const MOST_STEPS = 400;
/** How often it is asked whether all is quiet. */
const ROUNDS = 20;
const MOMENT = 100;
const SECOND = 1000;

/** A winder of this clock. */
export function createWinder({ clock, desk, github, isRunning, onStep }: WinderOptions): Winder {
  let target: number | null = null;

  async function comeback(): Promise<void> {
    const until = Date.now() + COMEBACK;
    while (!isRunning() && Date.now() < until) await sleep(MOMENT);
  }

  /** Waits until GitHub and the app have nothing more to do now, within reason; tells when the app looks next. */
  async function rest(): Promise<number | null> {
    let next: number | null = null;
    for (let round = 0, before = -1; round < ROUNDS && before !== github.snapshot(); round++) {
      before = github.snapshot();
      if (!isRunning()) await comeback();
      // Time goes on without it, as it would anywhere.
      if (!isRunning()) return null;
      const wound = await desk.wind(clock.offset());
      if (wound === null) await sleep(MOMENT);
      await github.idle();
      next = wound?.nextLookAt ?? null;
      if (wound === null) before = -1;
    }
    return next;
  }

  async function goOn(at: number): Promise<void> {
    let next = await rest();
    for (let steps = 1; clock.now() < at; steps++) {
      const isFar = next === null || steps > MOST_STEPS;
      // Something that could not be done, and is tried again at once, must not hold time up.
      const stop = isFar ? at : Math.max(next ?? at, clock.now() + SECOND);
      clock.windTo(Math.min(stop, at));
      next = await rest();
      onStep();
    }
  }

  return {
    target: () => target,
    windTo: async (at) => {
      target = at;
      onStep();
      try {
        await goOn(at);
      } finally {
        target = null;
        onStep();
      }
    },
  };
}
