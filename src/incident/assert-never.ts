import { InternalError } from "./errors.ts";

/** Closes a switch over a union: the compiler refuses a case that is missing; throws `InternalError` if one gets here. */
export function assertNever(value: never): never {
  throw new InternalError(`no case for ${JSON.stringify(value)}`);
}
