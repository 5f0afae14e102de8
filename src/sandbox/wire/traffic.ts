import type { Call, Delivery } from "../github/index.ts";

/** A delivery or a call with a name to ask for its bodies by. */
export type Exchange =
  | { readonly id: string; readonly way: "in"; readonly delivery: Delivery }
  | { readonly id: string; readonly way: "out"; readonly call: Call };

/** What went between GitHub and Sitrep since the last act. */
export interface Traffic {
  /** What was done, in a few words; null before the first act. */
  readonly act: string | null;
  /** In the order in which they happened. */
  readonly exchanges: readonly Exchange[];
  readonly deliveries: number;
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
  /** From the act to the last of them, in ms; null when nothing went over the wire. */
  readonly took: number | null;
}

const instantOf = (exchange: Exchange): number =>
  exchange.way === "in" ? exchange.delivery.at.getTime() : exchange.call.at.getTime();

/** Puts together what happened since an act. */
export function toTraffic(act: string | null, since: number, all: readonly Exchange[]): Traffic {
  const exchanges = all
    .filter((exchange) => instantOf(exchange) >= since)
    .toSorted((a, b) => instantOf(a) - instantOf(b));
  const calls = exchanges.flatMap((exchange) => (exchange.way === "out" ? [exchange.call] : []));
  const count = (kind: Call["kind"]): number => calls.filter((call) => call.kind === kind).length;
  const last = exchanges.at(-1);
  return {
    act,
    exchanges,
    deliveries: exchanges.length - calls.length,
    reads: count("read"),
    writes: count("write"),
    tokens: count("token"),
    took: last === undefined ? null : instantOf(last) - since,
  };
}
