import type { Given } from "./credentials.ts";
import type { Reading } from "./reading.ts";

/** What the sandbox sets for the app that it runs, and nobody else does. */
export interface SandboxSettings {
  /** Opens the routes by which the sandbox winds the app's clock. A secret. */
  readonly token: string;
  /** How far the app's clock is ahead of the system's when it starts, ms; less than 0: behind it. */
  readonly clockOffset: number;
}

const SHORTEST = 16;
const OFFSET = /^-?\d{1,13}$/;

/** Reads SANDBOX_TOKEN and SANDBOX_CLOCK_OFFSET; null: this is no sandbox's app, and its clock is the system's. */
export function readSandbox(given: Given): Reading<SandboxSettings | null> {
  const token = given("SANDBOX_TOKEN");
  const offset = given("SANDBOX_CLOCK_OFFSET") ?? "0";
  if (token === null) return { value: null };
  if (token.length < SHORTEST) {
    return {
      problem: `SANDBOX_TOKEN must have ${SHORTEST} characters at least. Only the sandbox sets it: on a server, unset it.`,
    };
  }
  if (OFFSET.test(offset)) return { value: { token, clockOffset: Number(offset) } };
  return {
    problem:
      "SANDBOX_CLOCK_OFFSET must be a whole number of milliseconds. Only the sandbox sets it: on a server, unset it.",
  };
}
