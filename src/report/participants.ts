import type { Instant } from "../incident/instant.ts";
import type { Participant, Tenure } from "./facts.ts";
import type { ReportSources } from "./sources.ts";

interface Seen {
  readonly login: string;
  readonly at: Instant;
  readonly isComment: boolean;
}

/** Everybody of the team who took part, in the order in which they are first seen; an outsider is never named. */
export function toParticipants(
  { incident, snapshot, responders }: ReportSources,
  tenures: readonly Tenure[],
): readonly Participant[] {
  const { declaredAt } = incident;
  const acts = incident.timeline.flatMap(({ by, at }): readonly Seen[] =>
    by === null ? [] : [{ login: by, at, isComment: false }],
  );
  const held = tenures.map(({ who, from }): Seen => ({ login: who, at: from, isComment: false }));
  const comments = snapshot.events.flatMap((event): readonly Seen[] =>
    event.kind === "comment" && event.at >= declaredAt
      ? [{ login: event.actor.login, at: event.at, isComment: true }]
      : [],
  );
  const holders = new Set(tenures.map(({ who }) => who.toLowerCase()));
  const all = [...held, ...acts, ...comments].filter(({ login }) => {
    const name = login.toLowerCase();
    return responders.has(name) || holders.has(name);
  });
  const found = new Map<string, Participant>();
  for (const { login, at, isComment } of all) {
    const before = found.get(login.toLowerCase()) ?? { login, comments: 0, since: at };
    found.set(login.toLowerCase(), {
      ...before,
      since: Math.min(before.since, at),
      comments: before.comments + (isComment ? 1 : 0),
    });
  }
  return [...found.values()].toSorted((one, other) => one.since - other.since);
}
