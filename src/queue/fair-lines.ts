import { Heap } from "./heap.ts";

/** An item's place in its line. `left`: it was taken out. */
export interface Ticket<T> {
  readonly item: T;
  readonly line: number;
  /** When it is due, in milliseconds UTC. */
  readonly at: number;
  readonly order: number;
  left: boolean;
}

interface Turn {
  running: number;
  /** Counts up with every item taken from any line: small means served longest ago. */
  served: number;
}

interface Line<T> extends Turn {
  readonly waiting: Heap<Ticket<T>>;
  /** How many of those that wait have left. */
  left: number;
}

// Fewer of those who left are no burden.
const FEW = 64;

/**
 * One line per installation, each in the order of due times, and a fair choice among them: the line with the fewest
 * running items, then the one served longest ago. No line has more than `perLine` running.
 */
export class FairLines<T> {
  readonly #lines = new Map<number, Line<T>>();
  readonly #perLine: number;
  #counter = 0;

  constructor(perLine: number) {
    this.#perLine = perLine;
  }

  /** Lets `item` wait in `line` until `at`. */
  put(line: number, item: T, at: number): Ticket<T> {
    const ticket = { item, line, at, order: ++this.#counter, left: false };
    this.#line(line).waiting.push(ticket);
    return ticket;
  }

  /**
   * Takes a ticket that waits out of its line. Those who left are forgotten when they are the most: a deadline may be months
   * away, and is set anew with every look until then.
   */
  leave(ticket: Ticket<T>): void {
    if (ticket.left) return;
    ticket.left = true;
    const line = this.#line(ticket.line);
    line.left++;
    if (line.left <= FEW || line.left * 2 <= line.waiting.size) return;
    line.waiting.keep(({ left }) => !left);
    line.left = 0;
  }

  /** How many tickets are kept, those included that left and are not forgotten yet. */
  get size(): number {
    return [...this.#lines.values()].reduce((sum, { waiting }) => sum + waiting.size, 0);
  }

  /** The next item that is due at `now` and may run, or null. It counts as running until `done(ticket.line)`. */
  take(now: number): Ticket<T> | null {
    let chosen: Line<T> | null = null;
    for (const line of this.#lines.values()) {
      const isDue = (head(line)?.at ?? Infinity) <= now;
      if (!isDue || line.running >= this.#perLine) continue;
      if (chosen === null || goesFirst(line, chosen)) chosen = line;
    }
    if (chosen === null) return null;
    chosen.running++;
    chosen.served = ++this.#counter;
    return chosen.waiting.pop() ?? null;
  }

  /** Says that one item taken from `line` runs no more. */
  done(line: number): void {
    const found = this.#line(line);
    found.running--;
    if (found.running === 0 && head(found) === undefined) this.#lines.delete(line);
  }

  /** The earliest time after `now` (-Infinity: at all) for which the head of a line waits, or null. */
  earliestAfter(now: number): number | null {
    let earliest: number | null = null;
    for (const line of this.#lines.values()) {
      const at = head(line)?.at ?? -Infinity;
      if (at > now && (earliest === null || at < earliest)) earliest = at;
    }
    return earliest;
  }

  #line(id: number): Line<T> {
    const found = this.#lines.get(id);
    if (found !== undefined) return found;
    const waiting = new Heap<Ticket<T>>(isEarlier);
    const line: Line<T> = { waiting, running: 0, served: 0, left: 0 };
    this.#lines.set(id, line);
    return line;
  }
}

function isEarlier(a: Ticket<unknown>, b: Ticket<unknown>): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function goesFirst(a: Turn, b: Turn): boolean {
  return a.running < b.running || (a.running === b.running && a.served < b.served);
}

/** The first one who has not left; those who have are dropped on the way. */
function head<T>(line: Line<T>): Ticket<T> | undefined {
  while (line.waiting.top?.left === true) {
    line.waiting.pop();
    line.left--;
  }
  return line.waiting.top;
}
