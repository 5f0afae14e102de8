import { afterEach, beforeEach } from "@jest/globals";
import type { Tickets } from "../../src/effects/tickets.ts";
import { createFreshdesk } from "../../src/integrations/freshdesk/index.ts";
import {
  createEmbeddedFreshdesk,
  type EmbeddedFreshdesk,
} from "../../src/sandbox/freshdesk/index.ts";

/** The time at which every test with a desk begins: Monday 2026-05-04, 09:30 UTC. */
export const DESK_START = Date.UTC(2026, 4, 4, 9, 30);

/** A support desk and Sitrep's way to it, anew for each test of a file. */
export interface DeskScene {
  readonly desk: EmbeddedFreshdesk;
  readonly tickets: Tickets;
  /** Moves the desk's clock and Sitrep's, ms. */
  readonly wind: (ms: number) => void;
  /** What writes was asked of the desk, as `POST /tickets/101/reply`. */
  readonly writes: () => readonly string[];
}

/** Starts a desk before each test and ends it after; calls give up after `timeoutMs`. */
export function useFreshdesk({ timeoutMs }: { timeoutMs?: number } = {}): () => DeskScene {
  let scene: DeskScene | null = null;
  beforeEach(async () => {
    let at = DESK_START;
    const now = (): number => at;
    const desk = await createEmbeddedFreshdesk({ now });
    const { url, apiKey } = desk;
    scene = {
      desk,
      tickets: createFreshdesk({ url, apiKey, now, ...(timeoutMs !== undefined && { timeoutMs }) }),
      wind: (ms) => void (at += ms),
      writes: () =>
        desk.calls().flatMap(({ method, path }) => (method === "GET" ? [] : `${method} ${path}`)),
    };
  });
  afterEach(async () => {
    await scene?.desk.stop();
  });
  return () => {
    if (scene === null) throw new Error("There is no desk outside of a test");
    return scene;
  };
}
