import type { Call, Delivery, EmbeddedGitHub } from "../github/index.ts";
import { redact } from "./redact.ts";
import { toTraffic } from "./traffic.ts";
import type { Beginning, Exchange, Moment, Traffic } from "./traffic.ts";

/** Listens in between the embedded GitHub and the app. */
export interface Wiretap {
  /** The moment just before something is done, at `at` (ms, of the game). */
  mark(at: number): Moment;
  /** Notes what somebody did: whatever went over the wire after that moment counts as its traffic. `wound`: time was. */
  begin(act: string, moment: Moment, wound?: boolean): void;
  traffic(): Traffic;
  /** Both bodies of an exchange as text, without credentials; null when it is unknown or forgotten. */
  bodies(id: string): string | null;
  /** Whether Sitrep seems to be at work: a delivery is unanswered, or something happened a moment ago. */
  isBusy(): boolean;
  close(): void;
}

/** After so many ms without traffic the app is taken to have finished. */
const QUIET = 500;

const show = (value: unknown): string => JSON.stringify(redact(value), null, 2) ?? "(empty)";

function toText(exchange: Exchange): string {
  if (exchange.way === "in") return `Delivered:\n${show(exchange.delivery.payload)}`;
  const { kind, requestBody, responseBody } = exchange.call;
  if (kind === "token") return "Bodies that hold tokens are not shown.";
  return `Asked:\n${toRequest(requestBody)}\n\nAnswered:\n${show(responseBody)}`;
}

function toRequest(body: unknown): string {
  if (typeof body !== "object" || body === null || !("query" in body)) return show(body);
  const { query, ...rest } = body;
  return `${typeof query === "string" ? query.trim() : show(query)}\n\n${show(rest)}`;
}

function createNames() {
  const names = new WeakMap<Call, string>();
  let last = 0;
  return (call: Call): string => {
    const name = names.get(call) ?? `call-${(last += 1)}`;
    names.set(call, name);
    return name;
  };
}

const isUnanswered = ({ status, problem }: Delivery): boolean =>
  status === null && problem === null;

/** Another text once there was traffic. */
const toSign = ({ deliveries: { all }, calls }: EmbeddedGitHub): string =>
  [all.length, all.at(-1)?.id, all.filter(isUnanswered).length, calls.count()].join();

/** A wiretap of this GitHub. `onQuiet` is called when the app seems to have finished. */
export function createWiretap(github: EmbeddedGitHub, onQuiet: () => void): Wiretap {
  const nameOf = createNames();
  let beginning: Beginning = { act: null, since: 0, before: new Set(), wound: false };
  let seen = toSign(github);
  let lastSign = 0;
  let timer: NodeJS.Timeout | undefined;

  const exchanges = (): readonly Exchange[] => [
    ...github.deliveries.all.map((delivery) => ({ id: delivery.id, way: "in", delivery }) as const),
    ...github.calls.all.map((call) => ({ id: nameOf(call), way: "out", call }) as const),
  ];

  const isWaiting = (): boolean => github.deliveries.all.some(isUnanswered);

  const unsubscribe = github.subscribe(() => {
    const sign = toSign(github);
    if (sign === seen) return;
    seen = sign;
    lastSign = Date.now();
    clearTimeout(timer);
    timer = setTimeout(onQuiet, QUIET + 20);
  });

  return {
    mark: (since) => ({ since, before: new Set(exchanges().map(({ id }) => id)) }),
    begin: (act, moment, wound = false) => {
      beginning = { act, ...moment, wound };
    },
    traffic: () => toTraffic(beginning, exchanges()),
    bodies: (id) => {
      const found = exchanges().find((exchange) => exchange.id === id);
      return found === undefined ? null : toText(found);
    },
    isBusy: () => isWaiting() || Date.now() - lastSign < QUIET,
    close: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
