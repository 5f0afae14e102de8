import { z } from "zod";

const instant = z.number();

const deadline = z.object({
  reminder: z.string(),
  subject: z.string(),
  /** What it is about, in a few words. */
  title: z.string(),
  /** Logins whom it names; empty: whoever can. */
  names: z.array(z.string()),
  dueAt: instant,
  /** How that came about. Markdown. */
  why: z.string(),
  /** What would move it or make it needless. Markdown. */
  moves: z.string(),
});

/** What the app's last look at an issue found that is to come. */
export const deadlinesShape = z.object({
  agenda: z.array(deadline),
  lookAgainAt: instant.nullable(),
});

/** A reminder that is to come, as the app tells of it. */
export type Deadline = z.infer<typeof deadline>;

/** Soonest first. `lookAgainAt`: when the app looks again if nothing happens. */
export type Deadlines = z.infer<typeof deadlinesShape>;

/** When the next thing happens by the passing of time alone; null: nothing is to come. */
export function nextOf({ agenda, lookAgainAt }: Deadlines, now: number): number | null {
  const times = [
    ...agenda.map(({ dueAt }) => dueAt),
    ...(lookAgainAt === null ? [] : [lookAgainAt]),
  ];
  const ahead = times.filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
