import { mayCommand, personOf } from "../incident/person.ts";
import { toCorrections } from "../report/index.ts";
import type { Given, Walk } from "./walk.ts";

/** The walk with what people say in the top comment of when something was, as far as they may: the record keeps it for look-backs. */
export function withCorrections(walk: Walk, { snapshot, people, policy }: Given): Walk {
  if (walk.incident === null) return walk;
  const corrections = toCorrections(
    snapshot,
    ({ kind, login }) => kind === "person" && mayCommand(personOf(people, login), policy),
  );
  const { corrections: _, ...others } = walk.incident;
  const isAny = Object.keys(corrections).length > 0;
  return { ...walk, incident: isAny ? { ...others, corrections } : others };
}
