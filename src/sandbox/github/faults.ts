import type { Call } from "./call-log.ts";

/** Which calls a fault is for. Default: every call. */
export type CallMatcher = (
  call: Pick<
    Call,
    "kind" | "protocol" | "method" | "path" | "operationId" | "operationName" | "fields"
  >,
) => boolean;

/** How a failing call fails. */
export interface Failure {
  /** The HTTP status of the answer, or `drop`: the connection ends without one. */
  readonly status: number | "drop";
  readonly headers?: Readonly<Record<string, string>>;
  /** `before`: nothing took place. `after`: all took place, and only the answer is lost. Default `before`. */
  readonly when?: "before" | "after";
  readonly match?: CallMatcher;
}

/** Faults that tests order in advance. Counts are used up by the calls or deliveries that they hit. */
export interface Faults {
  /** The next deliveries are lost: logged, never sent. */
  dropNextDelivery(count?: number): void;
  /** The next deliveries are sent twice, with the same id. */
  doubleNextDelivery(count?: number): void;
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
  /** Takes back all that was ordered. */
  reset(): void;
}

/** The faults, and what the server asks them. */
export interface FaultState extends Faults {
  readonly answerDelay: number;
  takeDeliveryFault(): "drop" | "double" | null;
  /** Lets happen what was ordered to happen before this call. */
  interrupt(call: Parameters<CallMatcher>[0]): void;
  takeFailure(call: Parameters<CallMatcher>[0]): Failure | null;
  takeFieldFault(field: string): "FORBIDDEN" | "NOT_FOUND" | "UNPROCESSABLE" | null;
}

/** No faults yet. `now` is the clock of `failFor`. */
export function createFaults(now: () => Date, expireTokens: () => void): FaultState {
  let delay = 0;
  let deliveries: ("drop" | "double")[] = [];
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
    dropNextDelivery: (count = 1) => void deliveries.push(...Array(count).fill("drop")),
    doubleNextDelivery: (count = 1) => void deliveries.push(...Array(count).fill("double")),
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
      [deliveries, counted, timed, fields, interruptions] = [[], [], [], [], []];
    },
    takeDeliveryFault: () => deliveries.shift() ?? null,
    interrupt: (call) => {
      const due = interruptions.filter(({ match }) => match(call));
      interruptions = interruptions.filter((each) => !due.includes(each));
      for (const { act } of due) act();
    },
    takeFailure: (call) => {
      timed = timed.filter((each) => each.until > now().getTime());
      const entry = counted.find((each) => each.left > 0 && hits(each.failure, call));
      if (entry !== undefined) entry.left -= 1;
      return entry?.failure ?? timed.find((each) => hits(each.failure, call))?.failure ?? null;
    },
    takeFieldFault: (field) => {
      const index = fields.findIndex((each) => each.field === field);
      return index === -1 ? null : (fields.splice(index, 1)[0]?.type ?? null);
    },
  };
}
