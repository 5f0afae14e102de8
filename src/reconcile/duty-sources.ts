import { LRUCache } from "lru-cache";
import type { DutySource, KeptDuty, SourceTold } from "../incident/duty.ts";
import type { Instant } from "../incident/instant.ts";
import type { IncidentKey } from "../incident/key.ts";

/** Who is in a source, as far as it can be told. */
export interface SourceAnswer {
  /** As the source names them, in its order; null: not known. */
  readonly members: readonly string[] | null;
  /** Why it could not be read, in sentences; null: it was. */
  readonly why: string | null;
  /** When that was so, where it could not be read since; else null. */
  readonly asOf: Instant | null;
}

/** Who had a duty when a record was written that this process read. */
export interface KeptAnswer {
  readonly who: string;
  readonly at: Instant;
}

/** Asks who is in teams and groups, and remembers it for a few minutes. */
export interface DutySources {
  /** Never rejects: who is in a source is not worth stopping an incident for. */
  read(key: IncidentKey, source: DutySource): Promise<SourceAnswer>;
  /** What records of this owner's incidents tell of sources, the newest of each: it outlives a restart. */
  keep(key: IncidentKey, kept: readonly KeptDuty[]): void;
  keptOf(key: IncidentKey, source: DutySource): KeptAnswer | null;
}

const REMEMBER_MS = 5 * 60_000;
const RETRY_MS = 60_000;
const REMEMBER_SOURCES = 1000;

const placeOf = ({ installation, owner }: IncidentKey, { kind, name }: DutySource): string =>
  `${installation} ${owner} ${kind} ${name}`.toLowerCase();

/** `ask` asks anew each time, and does not reject. `now` in ms; what is remembered grows old by it. */
export function createDutySources(
  ask: (key: IncidentKey, source: DutySource) => Promise<SourceTold>,
  now: () => Instant,
): DutySources {
  const settings = { max: REMEMBER_SOURCES, perf: { now }, ttlResolution: 0 };
  const recent = new LRUCache<string, SourceAnswer>({ ...settings, ttl: REMEMBER_MS });
  const last = new LRUCache<string, { readonly members: readonly string[]; readonly at: Instant }>({
    max: REMEMBER_SOURCES,
  });
  const recorded = new LRUCache<string, KeptAnswer>({ max: REMEMBER_SOURCES });
  return {
    read: async (key, source) => {
      const place = placeOf(key, source);
      const known = recent.get(place);
      if (known !== undefined) return known;
      const told = await ask(key, source);
      if (told.kind === "members") {
        last.set(place, { members: told.members, at: now() });
        const answer = { members: told.members, why: null, asOf: null };
        recent.set(place, answer);
        return answer;
      }
      if (told.kind === "gone") {
        last.delete(place);
        recorded.delete(place);
      }
      const before = last.get(place);
      const old = { members: before?.members ?? null, asOf: before?.at ?? null };
      const answer = { ...old, why: told.why };
      recent.set(place, answer, { ttl: RETRY_MS });
      return answer;
    },
    keep: (key, kept) => {
      for (const { who, at, ...source } of kept) {
        const place = placeOf(key, source);
        if (at > (recorded.get(place)?.at ?? -Infinity)) recorded.set(place, { who, at });
      }
    },
    keptOf: (key, source) => recorded.get(placeOf(key, source)) ?? null,
  };
}
