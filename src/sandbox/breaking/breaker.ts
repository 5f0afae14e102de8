import type { Delivery, EmbeddedGitHub } from "../github/index.ts";
import { FAILURES } from "../github/index.ts";
import { isDoubled, isLost } from "../wire/traffic.ts";
import type { GameClock } from "../time/game-clock.ts";

/** What the player may break. */
export const BREAKAGES = ["drop", "double", "fail", "kill"] as const;

/** One of {@link BREAKAGES}. */
export type Breakage = (typeof BREAKAGES)[number];

/** How the last order of one kind stands. */
export interface BreakageState {
  /** Whether it is still to come, or going on. */
  readonly isOn: boolean;
  /** What was ordered, and when it is over, in a line. Null: nothing was ordered. */
  readonly line: string | null;
}

/** Breaks what the player wants broken, and tells how that stands. */
export interface Breaker {
  order(breakage: Breakage): void;
  /** To be told before the player does something: what comes of that is broken, and not what Sitrep itself causes. */
  beforeAct(): void;
  state(breakage: Breakage): BreakageState;
}

export interface BreakerOptions {
  readonly github: EmbeddedGitHub;
  readonly clock: GameClock;
  /** Ends the app at once, as `kill -9` does. */
  readonly kill: () => void;
  readonly isRunning: () => boolean;
  /** Told when something is over by itself. */
  readonly onOver: () => void;
}

/** An order for one delivery that is to come. */
interface NextOrder {
  readonly kind: "drop" | "double";
  /** Whether another such order comes first. */
  readonly behind: boolean;
  /** The deliveries before it was given to GitHub; null: it waits for the player's next act. */
  known: ReadonlySet<string> | null;
  /** The delivery that it was for; null: not yet. */
  hit: Delivery | null;
}

type Order =
  | NextOrder
  | { readonly kind: "fail"; readonly from: number; readonly until: number }
  | { readonly kind: "kill"; readonly at: number };

const MINUTE = 60_000;
const FAILURE = FAILURES.badGateway;

/** `14:05:09` */
const clockTime = (at: number): string => new Date(at).toISOString().slice(11, 19);

const tellDelivery = ({ event, action, issue, at }: Delivery): string =>
  `${action === null ? event : `${event}.${action}`}${issue === null ? "" : ` of #${issue}`} at ${clockTime(at.getTime())}`;

/** Nothing is broken yet. */
export function createBreaker({ github, clock, kill, isRunning, onOver }: BreakerOptions): Breaker {
  const orders = new Map<Breakage, Order>();

  /** The delivery that an order hit; it is kept, since GitHub forgets old ones. */
  function findHit(order: NextOrder): Delivery | null {
    const { kind, known } = order;
    const isBroken = kind === "drop" ? isLost : isDoubled;
    order.hit ??=
      known === null
        ? null
        : (github.deliveries.all.find((each) => !known.has(each.id) && isBroken(each)) ?? null);
    return order.hit;
  }

  const pending = (): readonly NextOrder[] =>
    [...orders.values()].filter(
      (order): order is NextOrder => "hit" in order && findHit(order) === null,
    );

  function giveToGitHub(order: NextOrder): void {
    const { faults, deliveries } = github;
    order.known = new Set(deliveries.all.map(({ id }) => id));
    if (order.kind === "drop") faults.dropNextDelivery();
    else faults.doubleNextDelivery();
  }

  function tellNext(order: NextOrder): BreakageState {
    const hit = findHit(order);
    const isDrop = order.kind === "drop";
    if (hit === null) {
      const which = order.behind ? "The delivery after that" : "The next delivery";
      return { isOn: true, line: `${which} ${isDrop ? "will be lost" : "will come twice"}.` };
    }
    const line = isDrop
      ? `Lost: ${tellDelivery(hit)}. Sitrep finds out at its next sweep, within 10 minutes.`
      : `Sent twice: ${tellDelivery(hit)}. Nothing may happen twice.`;
    return { isOn: false, line };
  }

  function tell(order: Order): BreakageState {
    switch (order.kind) {
      case "drop":
      case "double":
        return tellNext(order);
      case "fail": {
        const isOn = clock.now() < order.until;
        const line = isOn
          ? `GitHub answers ${FAILURE.status} to everything until ${clockTime(order.until)} UTC.`
          : `GitHub answered ${FAILURE.status} from ${clockTime(order.from)} to ${clockTime(order.until)}. It is well again.`;
        return { isOn, line };
      }
      case "kill": {
        const isOn = !isRunning();
        const line = `Killed at ${clockTime(order.at)}. ${isOn ? "It is started again …" : "It is back, and has looked at everything."}`;
        return { isOn, line };
      }
      default:
        return order satisfies never;
    }
  }

  function start(breakage: Breakage): Order {
    const at = clock.now();
    switch (breakage) {
      case "drop":
      case "double":
        return { kind: breakage, behind: pending().length > 0, known: null, hit: null };
      case "fail":
        github.faults.failFor(MINUTE, FAILURE);
        setTimeout(onOver, MINUTE).unref();
        return { kind: breakage, from: at, until: at + MINUTE };
      case "kill":
        kill();
        return { kind: breakage, at };
      default:
        return breakage satisfies never;
    }
  }

  return {
    order: (breakage) => {
      const order = start(breakage);
      // The newest stands last.
      orders.delete(breakage);
      orders.set(breakage, order);
    },
    beforeAct: () => {
      const [first] = pending();
      if (first?.known === null) giveToGitHub(first);
    },
    state: (breakage) => {
      const order = orders.get(breakage);
      return order === undefined ? { isOn: false, line: null } : tell(order);
    },
  };
}
