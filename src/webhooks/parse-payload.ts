import type * as z from "zod";
import { InternalError } from "../incident/errors.ts";

/**
 * The part of a delivery's payload that is used here. Throws InternalError, with the places, where it does not have the shape that GitHub
 * publishes.
 */
export function parsePayload<Shape extends z.ZodType>(
  shape: Shape,
  event: string,
  payload: unknown,
): z.infer<Shape> {
  const { data, error } = shape.safeParse(payload);
  if (error === undefined) return data;
  const where = error.issues.map(({ path }) => path.join(".")).join(", ");
  throw new InternalError(`a delivery of ${event} has another shape than published, at: ${where}`);
}
