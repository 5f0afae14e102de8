import type { IssueEffect } from "../effects/index.ts";
import { RetryLaterError, TerminalError } from "../incident/errors.ts";
import type { Policy } from "../incident/policy.ts";
import type { MachineRecord } from "../incident/record.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import {
  toPostMark,
  type Applied,
  type Ids,
  type ReadIssue,
  type RenderedEffect,
} from "../integrations/github/index.ts";
import { render } from "../messages/index.ts";
import type { LookOptions, Sight } from "./sight.ts";
import type { Remembered } from "./memory.ts";
import { refusalId, refuse } from "./refusals.ts";
import { toStatusText } from "./status-text.ts";

const RETRY_MS = 2000;
const REMEMBERED_POSTS = 200;
// GitHub ends a request after ten seconds; so many mutations are far from it.
const EFFECTS_AT_ONCE = 20;

function toRendered(effect: IssueEffect, policy: Policy, server: string): RenderedEffect {
  if (effect.kind !== "post") return effect;
  const { key, message } = effect;
  return { kind: "post", key, body: render(message, policy, { server }) + toPostMark(key) };
}

function toIds(read: ReadIssue, { given }: Sight): Ids {
  const people = [...given.people].flatMap(([login, person]): readonly [string, string][] =>
    person?.nodeId ? [[login, person.nodeId]] : [],
  );
  return {
    issue: read.snapshot.nodeId,
    labels: read.labelIds,
    people: new Map([...read.assigneeIds, ...people]),
  };
}

/** An effect is written only when the ids that it needs are known; the others come with a later look. */
function isPossible(effect: IssueEffect, ids: Ids): boolean {
  if (effect.kind === "add-label") return ids.labels.has(effect.label.name.toLowerCase());
  if (effect.kind === "remove-label") return ids.labels.has(effect.name.toLowerCase());
  if (effect.kind === "assign") {
    return effect.logins.some((login) => ids.people.has(login.toLowerCase()));
  }
  return true;
}

function remember(remembered: Remembered, applied: Applied): void {
  for (const key of applied.posted) remembered.posted.add(key);
  const surplus = remembered.posted.size - REMEMBERED_POSTS;
  for (const key of [...remembered.posted].slice(0, Math.max(surplus, 0))) {
    remembered.posted.delete(key);
  }
}

/** Notes what GitHub took and what it refused; throws when something failed that may go another time. */
function settle(
  applied: Applied,
  effects: readonly IssueEffect[],
  rendered: readonly RenderedEffect[],
  remembered: Remembered,
  snapshot: Snapshot,
): void {
  remember(remembered, applied);
  const unwritten = applied.failures.find(
    ({ effect, final, gone }) => effect.kind === "status" && final && !gone,
  );
  // An archived repository, or rights that were taken away: only a person can mend that. After a second try the next sweep
  // tries all of it again.
  const before = remembered.statusRefused;
  remembered.statusRefused = unwritten !== undefined;
  if (unwritten !== undefined) {
    const says = `GitHub does not take the status comment: ${unwritten.message}`;
    throw before ? new TerminalError(says) : new RetryLaterError(says, RETRY_MS);
  }
  for (const { effect, final, message } of applied.failures) {
    const original = effects[rendered.indexOf(effect as RenderedEffect)];
    if (final && original !== undefined) {
      refuse(remembered, refusalId(original, snapshot), message);
    }
  }
  const passing = applied.failures.find((failure) => !failure.final);
  if (passing !== undefined) {
    throw new RetryLaterError(`GitHub failed: ${passing.message}`, RETRY_MS);
  }
}

/** Effects in parts that GitHub carries out within its time limit; at least one part, which may be empty. */
function inParts(effects: readonly IssueEffect[]): readonly (readonly IssueEffect[])[] {
  const count = Math.max(1, Math.ceil(effects.length / EFFECTS_AT_ONCE));
  return Array.from({ length: count }, (_, index) =>
    effects.slice(index * EFFECTS_AT_ONCE, (index + 1) * EFFECTS_AT_ONCE),
  );
}

/** The record that travels with the last part: what the parts before it posted stands in the thread. */
function toLastRecord(record: MachineRecord, before: readonly Applied[]): MachineRecord {
  const posted = new Set(before.flatMap((applied) => applied.posted));
  return { ...record, outbox: record.outbox.filter((entry) => !posted.has(entry.key)) };
}

/**
 * Writes the effects, and with the last of them the record, in one document; a burst of very many in several. What GitHub
 * refused for good is remembered and told in the status comment; what merely failed is tried again by the next look,
 * which sees what went through.
 */
export async function carryOut(
  sight: Sight,
  effects: readonly IssueEffect[],
  remembered: Remembered,
  { github, server }: LookOptions,
): Promise<{ readonly failures: readonly string[]; readonly again: boolean }> {
  const { read, given, decision } = sight;
  const { snapshot, policy } = given;
  const { record } = decision;
  const ids = toIds(read, sight);
  const parts = inParts(effects.filter((effect) => isPossible(effect, ids)));
  const results: Applied[] = [];
  for (const [index, part] of parts.entries()) {
    const rendered = part.map((effect) => toRendered(effect, policy, server));
    const status =
      index < parts.length - 1 || record === null || snapshot.status === null
        ? null
        : {
            nodeId: snapshot.status.nodeId,
            text: toStatusText(sight, record, server),
            record: toLastRecord(record, results),
          };
    const applied = await github.apply(snapshot.key, read, rendered, status, ids);
    settle(applied, part, rendered, remembered, snapshot);
    results.push(applied);
  }
  const lacksLabel = effects.some(
    (effect) => effect.kind === "add-label" && !isPossible(effect, ids),
  );
  const failures = results.flatMap((applied) => applied.failures);
  return {
    failures: failures.map(({ effect, message }) => `${effect.kind}: ${message}`),
    again: failures.length > 0 || lacksLabel || results.some((applied) => applied.overtaken),
  };
}
