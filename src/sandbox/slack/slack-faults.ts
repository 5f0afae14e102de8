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
  /** All calls fail with 503 until it is brought back. */
  setDown(isDown: boolean): void;
  readonly isDown: boolean;
}

/** No faults yet. `take` answers the one that a call has to fail with. */
export function createSlackFaults(): SlackFaults & {
  take(method: string): SlackFault | null;
} {
  let next: readonly SlackFault[] = [];
  let down = false;
  return {
    failNext: (count, fault) => {
      next = [...next, ...Array.from({ length: count }, () => fault)];
    },
    setDown: (isDown) => {
      down = isDown;
    },
    get isDown() {
      return down;
    },
    take: (method) => {
      if (down) return SLACK_FAULTS.unavailable;
      const found = next.find((fault) => fault.method === undefined || fault.method === method);
      next = next.filter((fault, n) => fault !== found || n !== next.indexOf(found));
      return found ?? null;
    },
  };
}
