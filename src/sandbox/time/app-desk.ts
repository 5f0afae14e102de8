import { z } from "zod";
import { HOME } from "../cast/seed.ts";
import { deadlinesShape } from "./deadlines.ts";
import type { Deadlines } from "./deadlines.ts";

/** What the app answers to a winding. */
export interface Wound {
  /** The next time for which the app wants to look at any issue (ms); null: none. */
  readonly nextLookAt: number | null;
}

/** The app's two addresses for the sandbox. Both answer null when the app does not: it is down, or too slow. */
export interface AppDesk {
  /** Sets the app's clock, and waits until what is due by then is done, within reason. */
  wind(offset: number): Promise<Wound | null>;
  readDeadlines(issue: number): Promise<Deadlines | null>;
}

const PATIENCE = 10_000;

const woundShape = z.object({ nextLookAt: z.number().nullable() });

/** The desk of the app at this URL, which knows the token. */
export function createAppDesk(url: string, token: string): AppDesk {
  async function ask<T>(path: string, shape: z.ZodType<T>, init: RequestInit): Promise<T | null> {
    try {
      const answer = await fetch(url + path, {
        ...init,
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(PATIENCE),
      });
      const text = await answer.text();
      return answer.ok ? (shape.safeParse(JSON.parse(text)).data ?? null) : null;
    } catch {
      // A process that was just killed answers in no other way.
      return null;
    }
  }

  const { owner, name } = HOME;
  return {
    wind: (offset) =>
      ask("/sandbox/clock", woundShape, { method: "PUT", body: JSON.stringify({ offset }) }),
    readDeadlines: (issue) =>
      ask(`/sandbox/deadlines?owner=${owner}&repo=${name}&number=${issue}`, deadlinesShape, {}),
  };
}
