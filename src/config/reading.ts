/** A setting that was read: its value, or what is wrong with it, for a person at 3 a.m. Never quotes what was set. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

/** One of a few words, in any case. */
export function readChoice<T extends string>(
  name: string,
  text: string | null,
  choices: readonly T[],
  fallback: T,
): Reading<T> {
  if (text === null) return { value: fallback };
  const value = choices.find((choice) => choice === text.toLowerCase());
  if (value !== undefined) return { value };
  return {
    problem: `${name} must be one of ${choices.join(", ")}. Without it, ${fallback} is taken.`,
  };
}

/** A whole number within bounds, both included. */
export function readWhole(
  name: string,
  text: string | null,
  [lowest, highest]: readonly [number, number],
  fallback: number,
): Reading<number> {
  if (text === null) return { value: fallback };
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= lowest && value <= highest) return { value };
  return {
    problem: `${name} must be a whole number from ${lowest} to ${highest}. Without it, ${fallback} is taken.`,
  };
}
