import type { Gate, GateName } from "../incident/gates.ts";
import type { CloseGate } from "../incident/policy.ts";
import type { Outcome } from "./index.ts";

/** A closing as completed while something is missing. */
export interface GappyClose {
  /** Login of whoever closes; null: an automation. */
  readonly by: string | null;
  readonly how: "command" | "hand";
  /** Whether they may command: nobody is called at the instance of somebody who may not. */
  readonly may: boolean;
  /** What is missing, never empty but where a rebuild finds otherwise than Sitrep did then. */
  readonly gates: readonly Gate[];
  readonly closeGate: CloseGate;
}

/** Ends of the keys of the comments that tell of it: what the thread alone shows of how a closing was answered. */
export const CLOSING_KEYS = { refused: "close-refused", warned: "closed-anyway" } as const;

const MISSING: Readonly<Record<GateName, string>> = {
  resolved: "not resolved",
  told: "the community was not told",
  agreed: "the community has not agreed",
  report: "no report",
  "action-items": "action items without an issue",
};

/** The part of a timeline entry that tells what was missing, in a few words. */
const toMissing = (gates: readonly Gate[]): { readonly text?: string } =>
  gates.length === 0 ? {} : { text: gates.map(({ name }) => MISSING[name]).join(", ") };

const toPost = (key: string, { by, how, may, gates, closeGate }: GappyClose): Outcome => ({
  kind: "post",
  key,
  message: { name: "close-blocked", data: { by, how, may, gates, closeGate } },
});

/** What follows when it is not closed, or opened again, since something is missing: all of it is listed at once. */
export function toRefusedClose(close: GappyClose): readonly Outcome[] {
  const { by, how, gates } = close;
  const what = how === "command" ? { what: how } : {};
  return [
    { kind: "refuse-close" },
    { kind: "log", entry: { kind: "close-refused", by, ...what, ...toMissing(gates) } },
    toPost(CLOSING_KEYS.refused, close),
  ];
}

/** What follows when it stays closed though something is missing; `warns`: with a comment that says so. */
export function toClosedAnyway(close: GappyClose, warns: boolean): readonly Outcome[] {
  const { by, gates } = close;
  const log: Outcome = {
    kind: "log",
    entry: { kind: "closed-anyway", by, ...toMissing(gates) },
  };
  return warns ? [log, toPost(CLOSING_KEYS.warned, { ...close, closeGate: "warn" })] : [log];
}
