import { parseEnv } from "node:util";

/** The names and values that the operator set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with what a `.env` file says beneath it: what the real environment sets wins, except for an empty value. `file`
 * is the file's text, null where there is none.
 */
export function toEnvironment(real: Environment, file: string | null): Environment {
  if (file === null) return real;
  const set = Object.entries(real).filter(([, value]) => value !== "");
  return { ...parseEnv(file), ...Object.fromEntries(set) };
}
