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
  /** Of these: never sent, and sent twice, as was ordered. */
  readonly lost: number;
  readonly doubled: number;
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
  /** From the act to the last of them, in ms; null when nothing went over the wire, or time was wound. */
  readonly took: number | null;
}

const instantOf = (exchange: Exchange): number =>
  exchange.way === "in" ? exchange.delivery.at.getTime() : exchange.call.at.getTime();

/** Whether a delivery was lost, as was ordered. */
export const isLost = ({ problem }: Delivery): boolean => problem === "dropped";

/** Whether a delivery was sent more than once. */
export const isDoubled = ({ attempts }: Delivery): boolean => attempts > 1;

const isEcho = (exchange: Exchange): boolean =>
  exchange.way === "in" && exchange.delivery.sender?.endsWith("[bot]") === true;

/** A call is noted when it is answered, and what it causes is sent before that: such a delivery goes behind its call. */
function inOrder(all: readonly Exchange[]): readonly Exchange[] {
  const writes = all
    .filter((exchange) => exchange.way === "out" && exchange.call.kind === "write")
    .map(instantOf)
    .toSorted((a, b) => a - b);
  const placeOf = (exchange: Exchange): number => {
    const at = instantOf(exchange);
    return isEcho(exchange) ? (writes.find((write) => write >= at) ?? at) : at;
  };
  const rankOf = (exchange: Exchange): number =>
    isEcho(exchange) ? 2 : exchange.way === "out" ? 1 : 0;
  return all.toSorted((a, b) => placeOf(a) - placeOf(b) || rankOf(a) - rankOf(b));
}

/** A moment on the wire: its time (ms, of the game), and the exchanges that were there already. Two acts can fall into one millisecond. */
export interface Moment {
  readonly since: number;
  readonly before: ReadonlySet<string>;
}

/** What is counted as one act's traffic: what came after that moment. */
export interface Beginning extends Moment {
  readonly act: string | null;
  /** The act wound the clock: how long things took cannot be told. */
  readonly wound: boolean;
}

/** Puts together what happened since an act. */
export function toTraffic(beginning: Beginning, all: readonly Exchange[]): Traffic {
  const { act, since, before, wound } = beginning;
  const exchanges = inOrder(all.filter(({ id }) => !before.has(id)));
  const calls = exchanges.flatMap((exchange) => (exchange.way === "out" ? [exchange.call] : []));
  const deliveries = exchanges.flatMap((each) => (each.way === "in" ? [each.delivery] : []));
  const count = (kind: Call["kind"]): number => calls.filter((call) => call.kind === kind).length;
  return {
    act,
    exchanges,
    deliveries: deliveries.length,
    lost: deliveries.filter(isLost).length,
    doubled: deliveries.filter(isDoubled).length,
    reads: count("read"),
    writes: count("write"),
    tokens: count("token"),
    took: wound || exchanges.length === 0 ? null : Math.max(...exchanges.map(instantOf)) - since,
  };
}
