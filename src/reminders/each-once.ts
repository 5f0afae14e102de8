import { isSameLogin } from "../incident/actor.ts";

/** Those whom a reminder names: each once, without what is nobody. */
export const eachOnce = (names: readonly (string | null)[]): readonly string[] =>
  names.filter(
    (name, index): name is string =>
      name !== null && names.findIndex((other) => isSameLogin(other, name)) === index,
  );
