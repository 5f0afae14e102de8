import type { Call } from "./call-log.ts";
import { createDeliveryFaults } from "./delivery-faults.ts";
import type { DeliveryFaults, DeliveryFaultState } from "./delivery-faults.ts";

/** Which calls a fault is for. Default: every call. */
export type CallMatcher = (
  call: Pick<
    Call,
    "kind" | "protocol" | "method" | "path" | "operationId" | "operationName" | "fields"
  >,
) => boolean;

/** How long a failing call's caller has to wait: until `failFor` ends; with `failNext`, the minute that GitHub asks for. */
export interface Wait {
  readonly seconds: number;
  /** When that is over, in seconds since 1970 by the embedded GitHub's clock. */
  readonly reset: number;
}

/** How a failing call fails. `FAILURES` has those that GitHub is known for. */
export interface Failure {
  /** The HTTP status of the answer, or `drop`: the connection ends without one. */
  readonly status: number | "drop";
  readonly headers?: Readonly<Record<string, string>> | ((wait: Wait) => Record<string, string>);
  /** The answer's body; default: one that says that it was made to fail. */
  readonly body?: unknown;
  /** `before`: nothing took place. `after`: all took place, and only the answer is lost. Default `before`. */
  readonly when?: "before" | "after";
  readonly match?: CallMatcher;
}

/** Faults that tests order in advance. Counts are used up by the calls or deliveries that they hit. */
export interface Faults extends DeliveryFaults {
  /** The next matching calls fail. */
  failNext(count: number, failure: Failure): void;
  /** All matching calls fail for so many ms by the embedded GitHub's clock. */
  failFor(ms: number, failure: Failure): void;
  /** The next times that this GraphQL mutation's root field is asked for, it alone fails, and does nothing. */
  failNextField(
    field: string,
    type: "FORBIDDEN" | "NOT_FOUND" | "UNPROCESSABLE",
    count?: number,
  ): void;
  /** Just before the next matching call takes place, this happens: a person who comes in between. */
  beforeNext(match: CallMatcher, act: () => void): void;
  /** Every answer of the API is held back for so many ms of real time. */
  delayAnswers(ms: number): void;
  /** All installation tokens stop working at once. */
  expireTokens(): void;
  /** Takes back all that was ordered. Deliveries that are kept back already stay so, until `deliverDue` or `deliverHeld`. */
  reset(): void;
}

/** A failure at the time when it happens. */
export type DueFailure = Failure & { readonly headers: Readonly<Record<string, string>> };

/** The faults, and what the server asks them. */
export interface FaultState extends Faults, DeliveryFaultState {
  readonly answerDelay: number;
  /** Lets happen what was ordered to happen before this call. */
  interrupt(call: Parameters<CallMatcher>[0]): void;
  takeFailure(call: Parameters<CallMatcher>[0]): DueFailure | null;
  takeFieldFault(field: string): "FORBIDDEN" | "NOT_FOUND" | "UNPROCESSABLE" | null;
}

/** How long GitHub asks to wait at least, in ms, where it says nothing more. */
const LEAST_WAIT = 60_000;

function toDueFailure(failure: Failure, now: number, until = now + LEAST_WAIT): DueFailure {
  const { headers = {} } = failure;
  const wait = { seconds: Math.ceil((until - now) / 1000), reset: Math.ceil(until / 1000) };
  return { ...failure, headers: typeof headers === "function" ? headers(wait) : headers };
}

/** No faults yet. `now` is the clock of `failFor`. */
export function createFaults(now: () => Date, expireTokens: () => void): FaultState {
  let delay = 0;
  const deliveries = createDeliveryFaults();
  let counted: { failure: Failure; left: number }[] = [];
  let timed: { failure: Failure; until: number }[] = [];
  let interruptions: { match: CallMatcher; act: () => void }[] = [];
  let fields: { field: string; type: "FORBIDDEN" | "NOT_FOUND" | "UNPROCESSABLE" }[] = [];
  const hits = (failure: Failure, call: Parameters<CallMatcher>[0]): boolean =>
    failure.match?.(call) ?? true;
  return {
    get answerDelay() {
      return delay;
    },
    ...deliveries,
    failNext: (left, failure) => void counted.push({ failure, left }),
    failFor: (ms, failure) => void timed.push({ failure, until: now().getTime() + ms }),
    failNextField: (field, type, count = 1) =>
      void fields.push(...Array.from({ length: count }, () => ({ field, type }))),
    beforeNext: (match, act) => void interruptions.push({ match, act }),
    delayAnswers: (ms) => {
      delay = ms;
    },
    expireTokens,
    reset: () => {
      delay = 0;
      [counted, timed, fields, interruptions] = [[], [], [], []];
      deliveries.resetDeliveries();
    },
    interrupt: (call) => {
      const due = interruptions.filter(({ match }) => match(call));
      interruptions = interruptions.filter((each) => !due.includes(each));
      for (const { act } of due) act();
    },
    takeFailure: (call) => {
      const at = now().getTime();
      timed = timed.filter((each) => each.until > at);
      const entry = counted.find((each) => each.left > 0 && hits(each.failure, call));
      if (entry !== undefined) {
        entry.left -= 1;
        return toDueFailure(entry.failure, at);
      }
      const lasting = timed.find((each) => hits(each.failure, call));
      return lasting === undefined ? null : toDueFailure(lasting.failure, at, lasting.until);
    },
    takeFieldFault: (field) => {
      const index = fields.findIndex((each) => each.field === field);
      return index === -1 ? null : (fields.splice(index, 1)[0]?.type ?? null);
    },
  };
}
