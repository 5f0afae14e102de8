import { setTimeout as pause } from "node:timers/promises";

/** Resolves as soon as this is so; rejects, with `problem`, when it is not after `ms` of real time. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  { ms = 10_000, problem = () => "it did not come to be" }: UntilOptions = {},
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(problem());
    await pause(10);
  }
}

export interface UntilOptions {
  readonly ms?: number;
  readonly problem?: () => string;
}
