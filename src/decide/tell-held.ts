import { lintOutgoing } from "../incident/outgoing/index.ts";
import type { Incident, Reminded } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { eachOnce, toReminderKey } from "../reminders/index.ts";
import { surroundingsOf } from "./tell-desk.ts";
import type { Telling } from "./tell-policy.ts";
import type { Given } from "./walk.ts";

// More in one comment do not help.
const TOLD_FINDINGS = 8;

/**
 * Shows a text for the community that waits, as it will be sent, and says whose word it waits for. The comment is hidden when it does
 * not wait any more, as a reminder is that nobody has to act on.
 */
export function tellHeld(incident: Incident, given: Given, now: Instant): Telling {
  const { held, closed, active, liaison, commander, reminded } = incident;
  if (held === undefined || held === null || closed !== null || !active) {
    return { posts: [], live: [] };
  }
  const name = "text-waits";
  const subject = `${held.count}`;
  const before = reminded.find((one) => one.name === name && one.subject === subject);
  if (before !== undefined) return { posts: [], live: [before] };
  const sent: Reminded = { name, subject, step: 0, at: now, nodeId: null, outdated: false };
  const around = surroundingsOf(incident, given);
  const findings = lintOutgoing(held.text.words ?? "", around);
  const told = findings.slice(0, TOLD_FINDINGS);
  const data = {
    text: held.text,
    mayBeSent: held.mayBeSent,
    speakers: eachOnce([liaison, commander]),
    findings: told,
    more: findings.length - told.length,
    canned: given.policy.ticket.canned[held.text.name] ?? null,
    around,
  };
  const post = { kind: "post", key: toReminderKey(sent), message: { name, data } } as const;
  return { posts: [post], live: [sent] };
}
