import { type IncidentKey, type LookKey, keyText } from "../../src/incident/key.ts";
import type { Look, LookResult } from "../../src/queue/queue.ts";

/** A look that the test holds open until it says how it ends. */
export interface OpenLook {
  readonly text: string;
  answer(lookAgainAt?: number | null): void;
  fail(error?: unknown): void;
}

/** Plays the part of the looks, and keeps what happened. */
export interface Looks {
  readonly look: Look;
  /** The keys looked at, in order of their beginning. */
  readonly begun: readonly string[];
  /** When each of `begun` began, in milliseconds UTC. */
  readonly times: readonly number[];
  readonly open: readonly OpenLook[];
  /** Keys of which two looks ran at once; must stay empty. */
  readonly overlaps: readonly string[];
  /** The most looks that ever ran at once. */
  readonly most: () => number;
  /** From now on a look at this key ends at once in this way; without it, it stays open. */
  ends(text: string, end: () => LookResult): void;
}

/** `now` tells the time; `byDefault` ends looks at keys of which `ends` says nothing. */
export function createLooks(now: () => number, byDefault?: () => LookResult): Looks {
  const begun: string[] = [];
  const times: number[] = [];
  const overlaps: string[] = [];
  const open: OpenLook[] = [];
  const ends = new Map<string, () => LookResult>();
  let most = 0;

  function hold(text: string): Promise<LookResult> {
    if (open.some((other) => other.text === text)) overlaps.push(text);
    return new Promise((resolve, reject) => {
      const close = (): void => void open.splice(open.indexOf(held), 1);
      const held: OpenLook = {
        text,
        answer: (lookAgainAt = null) => (close(), resolve({ lookAgainAt })),
        fail: (error = new Error("their side is down")) => (close(), reject(error)),
      };
      open.push(held);
      most = Math.max(most, open.length);
    });
  }

  async function look(key: LookKey): Promise<LookResult> {
    const text = keyText(key);
    begun.push(text);
    times.push(now());
    const end = ends.get(text) ?? byDefault;
    return end === undefined ? hold(text) : end();
  }

  return {
    look,
    begun,
    times,
    open,
    overlaps,
    most: () => most,
    ends: (text, end) => void ends.set(text, end),
  };
}

/** The key of issue `number` in `acme/web`, reached through `installation`. */
export function issue(number: number, installation = 1): IncidentKey {
  return { installation, owner: "acme", repo: "web", number };
}
