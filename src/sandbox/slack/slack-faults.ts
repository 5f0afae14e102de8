import { createDowntimeBook, type DowntimeBook } from "../breaking/downtime.ts";
import type { Answer } from "./methods.ts";

/** How a call fails. */
export interface SlackFault {
  /** The status of the answer; `drop`: the connection ends without one; `hang`: nothing ever comes. */
  readonly status: number | "drop" | "hang";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Answer;
  /** `before`: nothing took place. `after`: all took place, and only the answer is lost. Default `before`. */
  readonly when?: "before" | "after";
  /** The method that it is for. Default: any. */
  readonly method?: string;
}

/** The ways in which Slack fails (https://docs.slack.dev/apis/web-api). */
export const SLACK_FAULTS = {
  unavailable: { status: 503 },
  dropped: { status: "drop" },
  answerLost: { status: "drop", when: "after" },
  silent: { status: "hang" },
  tooMany: { status: 429, headers: { "retry-after": "30" } },
  tooManyUntold: { status: 429 },
  internalError: { status: 200, body: { ok: false, error: "internal_error" } },
} as const satisfies Readonly<Record<string, SlackFault>>;

/** Faults that are ordered in advance. */
export interface SlackFaults {
  /** The next calls fail. */
  failNext(count: number, fault: SlackFault): void;
  /** While it is down, all calls fail with 503. */
  readonly downtime: DowntimeBook;
  /** All calls fail with 503 until it is brought back. */
  setDown(isDown: boolean): void;
}

/** No faults yet. `take` answers the one that a call has to fail with. */
export function createSlackFaults(now: () => number): SlackFaults & {
  take(method: string): SlackFault | null;
} {
  let next: readonly SlackFault[] = [];
  const downtime = createDowntimeBook(now);
  return {
    failNext: (count, fault) => {
      next = [...next, ...Array.from({ length: count }, () => fault)];
    },
    downtime,
    setDown: downtime.setDown,
    take: (method) => {
      if (downtime.refuses()) return SLACK_FAULTS.unavailable;
      const found = next.find((fault) => fault.method === undefined || fault.method === method);
      next = next.filter((fault, n) => fault !== found || n !== next.indexOf(found));
      return found ?? null;
    },
  };
}
