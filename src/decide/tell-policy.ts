import type { PostEffect } from "../effects/index.ts";
import type { Incident, Reminded } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { toReminderKey } from "../reminders/index.ts";
import type { Given } from "./walk.ts";

// More in one comment do not help: whoever mends these pushes, and is told the others.
const TOLD_PROBLEMS = 5;
// So much of git's id of the file's text tells it from any other version.
const VERSION_LENGTH = 16;

/** What is said of a broken policy file: a comment, or none; and the one that is waited for still, said or to be said. */
export interface Telling {
  readonly posts: readonly PostEffect[];
  readonly live: readonly Reminded[];
}

/**
 * Says once in an open incident, for each broken version of the policy file, what is wrong with it. What was said is not
 * live any more when the file is mended: then it is hidden, as a reminder is that nobody has to act on.
 */
export function tellPolicy(
  { active, closed, reminded }: Incident,
  { policyTrouble: trouble = null }: Given,
  now: Instant,
): Telling {
  if (trouble === null) return { posts: [], live: [] };
  const name = "policy-broken";
  const subject = trouble.version.slice(0, VERSION_LENGTH);
  const before = reminded.find((one) => one.name === name && one.subject === subject);
  if (before !== undefined) return { posts: [], live: [before] };
  if (!active || closed !== null) return { posts: [], live: [] };
  const sent = { name, subject, step: 0, at: now, nodeId: null, outdated: false } as const;
  const { repository, serves, problems } = trouble;
  const told = problems.slice(0, TOLD_PROBLEMS);
  const more = problems.length - told.length;
  const data = { file: repository, serves, problems: told, more };
  const post = { kind: "post", key: toReminderKey(sent), message: { name, data } } as const;
  return { posts: [post], live: [sent] };
}
