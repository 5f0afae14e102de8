import type { IssueEffect } from "../effects/index.ts";
import { RetryLaterError } from "../incident/errors.ts";
import type { Policy } from "../incident/policy.ts";
import {
  toPostMark,
  type Applied,
  type Ids,
  type ReadIssue,
  type RenderedEffect,
} from "../integrations/github/index.ts";
import { render } from "../messages/index.ts";
import type { LookOptions, Sight } from "./look.ts";
import type { Remembered } from "./memory.ts";
import { refusalId } from "./refusals.ts";
import { toStatusText } from "./status-text.ts";

const RETRY_MS = 2000;
const REMEMBERED_POSTS = 200;

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

/**
 * Writes the effects and the record in one document. What GitHub refused for good is remembered and told in the status
 * comment; what merely failed is tried again by the next look, which sees what went through.
 */
export async function carryOut(
  sight: Sight,
  effects: readonly IssueEffect[],
  remembered: Remembered,
  { github, server }: LookOptions,
): Promise<{ readonly failures: readonly string[]; readonly again: boolean }> {
  const { read, given, decision } = sight;
  const { snapshot, policy } = given;
  const ids = toIds(read, sight);
  const possible = effects.filter((effect) => isPossible(effect, ids));
  const rendered = possible.map((effect) => toRendered(effect, policy, server));
  const { record } = decision;
  const status =
    record === null || snapshot.status === null
      ? null
      : { nodeId: snapshot.status.nodeId, text: toStatusText(sight, record, server), record };
  const applied = await github.apply(snapshot.key, read, rendered, status, ids);
  remember(remembered, applied);
  for (const { effect, final, message } of applied.failures) {
    const original = possible[rendered.indexOf(effect as RenderedEffect)];
    if (final && original !== undefined) {
      remembered.refused.set(refusalId(original, snapshot), message);
    }
  }
  const passing = applied.failures.find((failure) => !failure.final);
  if (passing !== undefined)
    throw new RetryLaterError(`GitHub failed: ${passing.message}`, RETRY_MS);
  return {
    failures: applied.failures.map(({ effect, message }) => `${effect.kind}: ${message}`),
    again: applied.overtaken || applied.failures.length > 0,
  };
}
