import { RetryLaterError, TerminalError } from "../../incident/errors.ts";

/** What a call was for, in the words of "may not ...". */
export type Doing =
  | "read tickets"
  | "reply to tickets"
  | "add notes to tickets"
  | "change the status of tickets"
  | "read canned responses";

/** A call, as its errors tell of it. */
export interface CallWords {
  readonly doing: Doing;
  /** What it is about: `ticket 125`, `canned response 7`. */
  readonly about: string;
}

const SECOND = 1000;
/** How long to wait where Freshdesk does not say. */
export const PAUSE_MS = 60 * SECOND;

/** Milliseconds to wait by a `Retry-After` (seconds, or a date), a minute where there is none that can be read. */
export function toPause(header: string | null, now: number): number {
  const text = header?.trim() ?? "";
  if (/^\d{1,6}$/.test(text)) return Math.max(Number(text), 1) * SECOND;
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? PAUSE_MS : Math.max(at - now, SECOND);
}

const toDesk = "Open it in Freshdesk, and do by hand what is needed.";

/** What a refusal for good means, and who can do what about it. Never what Freshdesk says: that may quote the ticket. */
function toWords(status: number, { doing, about }: CallWords): string {
  if (status === 401) {
    return "Freshdesk does not accept the API key. Whoever runs Sitrep sets FRESHDESK_API_KEY to one that works.";
  }
  if (status === 403) {
    return `The agent whose API key Sitrep uses may not ${doing}. An administrator of Freshdesk gives this agent the right, or whoever runs Sitrep sets FRESHDESK_API_KEY to the key of one who has it.`;
  }
  if (status === 404) {
    return `There is no ${about} in Freshdesk, or the agent whose API key Sitrep uses may not see it. Correct the number, or let an administrator of Freshdesk widen what this agent sees.`;
  }
  if (status < 400) {
    return `Freshdesk sends Sitrep elsewhere for ${about}. It may be archived; then name another. Or FRESHDESK_URL is not the desk's own address, which ends in freshdesk.com.`;
  }
  return `Freshdesk does not accept this for ${about} (it answers ${status}). A field may have to be filled in first. ${toDesk}`;
}

/**
 * The error for an answer that is none of success: `RetryLaterError` where waiting helps, else `TerminalError` in words. It holds
 * nothing of the answer but its number and how long to wait, and no cause, since that would carry the request with the key.
 */
export function toError(
  { status, headers }: Pick<Response, "status" | "headers">,
  words: CallWords,
  now: number,
): Error {
  if (status === 429) {
    const pause = toPause(headers.get("retry-after"), now);
    return new RetryLaterError("Freshdesk asks for patience.", pause);
  }
  if (status >= 500 || status === 408) {
    const pause = toPause(headers.get("retry-after"), now);
    return new RetryLaterError(`Freshdesk is down (it answers ${status}).`, pause);
  }
  return new TerminalError(toWords(status, words));
}
