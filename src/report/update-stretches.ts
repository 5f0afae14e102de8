import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { addDuration } from "../incident/time/index.ts";
import type { TimelineEntry } from "../incident/timeline.ts";
import type { UpdateStretch } from "./facts.ts";

/** What status updates are measured by: the process, and the team's calendar. */
export type UpdatePolicy = Pick<Policy, "calendar" | "reminders">;

interface Open {
  readonly from: Instant;
  /** What whoever gave the update promised; null: nothing, and then the process says it. */
  readonly promisedAt: Instant | null;
}

interface Walked {
  readonly ended: readonly (Open & { readonly to: Instant })[];
  /** Null: it is not being responded to. */
  readonly open: Open | null;
}

/** An update ends a stretch and begins one; a resolution ends one, and one that did not hold begins another when it goes on. */
function step({ ended, open }: Walked, { kind, what, at, promisedAt }: TimelineEntry): Walked {
  const closed = open === null ? ended : [...ended, { ...open, to: at }];
  if (kind === "update" && open !== null) {
    return { ended: closed, open: { from: at, promisedAt: promisedAt ?? null } };
  }
  if (kind === "phase" && what === "resolved") return { ended: closed, open: null };
  if (open !== null || (kind !== "reopened" && kind !== "phase")) return { ended, open };
  return { ended, open: { from: at, promisedAt: null } };
}

/**
 * The stretches between status updates of a response: from its declaration over each update to its resolution. One is kept where it
 * ended when whoever gave the last update had promised the next one, or else within the policy's time for updates; as the reminder
 * counts it. `over`: when the response ended; null: it goes on, and then the last stretch counts once it is overdue at `now`, or
 * not at all where that is null. None where the policy asks for no updates, or where the oldest part of the timeline is not known.
 */
export function toUpdateStretches(
  { timeline, declaredAt, archived }: Incident,
  { over, now }: { readonly over: Instant | null; readonly now: Instant | null },
  { calendar, reminders }: UpdatePolicy,
): readonly UpdateStretch[] {
  const every = reminders["update-due"]?.every;
  if (every === undefined || archived > 0) return [];
  const until = over ?? now ?? Infinity;
  const start: Walked = { ended: [], open: { from: declaredAt, promisedAt: null } };
  const { ended, open } = timeline.filter(({ at }) => at < until).reduce(step, start);
  const isKept = ({ from, promisedAt }: Open, to: Instant): boolean => {
    const due = promisedAt ?? addDuration(calendar, from, every);
    return due === null || to <= due;
  };
  const past = ended.map((one) => ({ from: one.from, to: one.to, isKept: isKept(one, one.to) }));
  if (open === null || until === Infinity) return past;
  const last = { from: open.from, to: until, isKept: isKept(open, until) };
  return over === null && last.isKept ? past : [...past, last];
}
