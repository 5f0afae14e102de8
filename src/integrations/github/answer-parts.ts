import { z } from "zod";

/** Parts that many answers of GitHub's GraphQL API have. */

/** A time, as ms since the epoch. What is no time is no answer. */
export const time = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) context.addIssue("not a time");
  return at;
});

/** A node by its id. One that is gone, or of another type than was asked for, comes as null or as an empty object: null. */
export const orNone = <Shape extends z.ZodType>(shape: Shape) =>
  shape
    .nullish()
    .or(z.strictObject({}).transform(() => null))
    .transform((node) => node ?? null);
