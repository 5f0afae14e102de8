import { createDowntimeBook } from "../breaking/downtime.ts";

/** A way to fail; `after`: what was asked for took effect, and its answer is lost. */
export type DeskFault =
  | {
      readonly kind: "answer";
      readonly status: number;
      /** Seconds, or a date, for `Retry-After`. */
      readonly retryAfter?: string;
      readonly when?: "before" | "after";
      /** Instead of an empty one. */
      readonly body?: string;
    }
  | { readonly kind: "drop"; readonly when: "before" | "after" }
  /** No answer ever comes; the caller has to give up. */
  | { readonly kind: "hang" };

/** Which calls a fault is for: all, or those with this method. */
export interface FaultTarget {
  readonly method?: string;
  /** How many calls; 1 where it is left out. */
  readonly count?: number;
}

/** What is to fail, in the order in which it was asked for. */
export function createDeskFaults(now: () => number) {
  let ordered: { fault: DeskFault; method: string | null; left: number }[] = [];
  const downtime = createDowntimeBook(now);
  return {
    /** The next calls fail so. */
    failNext(fault: DeskFault, { method, count = 1 }: FaultTarget = {}): void {
      ordered = [...ordered, { fault, method: method ?? null, left: count }];
    },
    /** Takes the whole desk down, or brings it back: every call is answered with 503. */
    setDown: downtime.setDown,
    /** Whether it is down, and what was refused meanwhile. */
    downtime,
    /** The fault for this call, used up by it; null: none. */
    take(method: string): DeskFault | null {
      if (downtime.refuses()) return { kind: "answer", status: 503 };
      const next = ordered.find((one) => one.method === null || one.method === method);
      if (next === undefined) return null;
      ordered = ordered.flatMap((one) => {
        if (one !== next) return one;
        return one.left > 1 ? { ...one, left: one.left - 1 } : [];
      });
      return next.fault;
    },
  };
}

/** What {@link createDeskFaults} makes. */
export type DeskFaults = ReturnType<typeof createDeskFaults>;
