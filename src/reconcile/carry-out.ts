import type { IssueEffect, PostEffect } from "../effects/index.ts";
import { COMMENT_LIMIT } from "../incident/comment-budget.ts";
import { RetryLaterError, TerminalError } from "../incident/errors.ts";
import type { Policy } from "../incident/policy.ts";
import type { Instant } from "../incident/instant.ts";
import type { MachineRecord } from "../incident/record.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import {
  notWritable,
  toPostMark,
  type Applied,
  type Ids,
  type ReadIssue,
  type RenderedEffect,
} from "../integrations/github/index.ts";
import { render } from "../messages/index.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { owesMuch, toLastRecord } from "./last-record.ts";
import type { Remembered } from "./memory.ts";
import { refusalId, refuse } from "./refusals.ts";
import { toStatusText } from "./status-text.ts";

const RETRY_MS = 2000;
const REMEMBERED_POSTS = 200;
// GitHub ends a request after ten seconds; so many mutations are far from it.
const EFFECTS_AT_ONCE = 20;

interface Rendering extends Pick<LookOptions, "server" | "github"> {
  readonly policy: Policy;
  /** Node id of the issue. */
  readonly issue: string;
}

/** The comment as people see it, with the mark of its cause, and what programs read back of it where that has room. */
function toCommentBody({ key, message }: PostEffect, rendering: Rendering): string {
  const { policy, server, github, issue } = rendering;
  const body = render(message, policy, { server }) + toPostMark(key);
  if (message.name !== "timeline-archive") return body;
  return body + github.toArchiveText(message.data, issue, COMMENT_LIMIT - body.length);
}

function toRendered(effect: IssueEffect, rendering: Rendering): RenderedEffect {
  const { policy, server } = rendering;
  if (effect.kind === "file-action") {
    const { action, label, message } = effect;
    return { kind: "file-action", action, label, body: render(message, policy, { server }) };
  }
  if (effect.kind !== "post") return effect;
  return { kind: "post", key: effect.key, body: toCommentBody(effect, rendering) };
}

function toIds(read: ReadIssue, { given }: Sight): Ids {
  const people = [...given.people].flatMap(([login, person]): readonly [string, string][] =>
    person?.nodeId ? [[login, person.nodeId]] : [],
  );
  return {
    issue: read.snapshot.nodeId,
    repository: read.repositoryId,
    labels: read.labelIds,
    people: new Map([...read.assigneeIds, ...people]),
  };
}

/** An effect is written only when the ids that it needs are known; the others come with a later look. */
function isPossible(effect: IssueEffect, ids: Ids): boolean {
  if (effect.kind === "file-action") return ids.labels.has(effect.label.name.toLowerCase());
  if (effect.kind === "add-label") return ids.labels.has(effect.label.name.toLowerCase());
  if (effect.kind === "remove-label") return ids.labels.has(effect.name.toLowerCase());
  if (effect.kind === "assign") {
    return effect.logins.some((login) => ids.people.has(login.toLowerCase()));
  }
  return true;
}

/** Adds to a set of which only the newest are of use. */
function addTo(set: Set<string>, items: readonly string[]): void {
  for (const item of items) set.add(item);
  const surplus = Math.max(set.size - REMEMBERED_POSTS, 0);
  for (const item of [...set].slice(0, surplus)) set.delete(item);
}

function remember({ posted, hidden, filed }: Remembered, applied: Applied): void {
  addTo(filed, applied.filed);
  addTo(posted, applied.posted);
  addTo(hidden, applied.hidden);
}

/** Notes what GitHub took, which it answers, and what it refused; throws when something failed that may go another time. */
function settle(
  applied: Applied,
  effects: readonly IssueEffect[],
  rendered: readonly RenderedEffect[],
  remembered: Remembered,
  snapshot: Snapshot,
  now: Instant,
): readonly IssueEffect[] {
  remember(remembered, applied);
  const unwritten = applied.failures.find(
    ({ effect, final, gone }) => effect.kind === "status" && final && !gone,
  );
  // An archived repository, or rights that were taken away: only a person can mend that. After a second try the next sweep
  // tries all of it again.
  const before = remembered.statusRefused;
  remembered.statusRefused = unwritten !== undefined;
  if (unwritten !== undefined) {
    const says = notWritable(snapshot.key, unwritten.message);
    throw before ? new TerminalError(says) : new RetryLaterError(says, RETRY_MS);
  }
  for (const { effect, final, message } of applied.failures) {
    const original = effects[rendered.indexOf(effect as RenderedEffect)];
    if (final && original !== undefined) {
      refuse(remembered, refusalId(original, snapshot), message, now);
    }
  }
  const failed = new Set(applied.failures.map(({ effect }) => effect));
  const taken = effects.filter((_, index) => !failed.has(rendered[index] as RenderedEffect));
  const passing = applied.failures.find((failure) => !failure.final);
  if (passing !== undefined) {
    throw new RetryLaterError(`GitHub failed: ${passing.message}`, RETRY_MS);
  }
  return taken;
}

/** Effects in parts that GitHub carries out within its time limit; the record goes with the last one, which may be empty. */
function inParts(
  effects: readonly IssueEffect[],
  record: MachineRecord | null,
): readonly (readonly IssueEffect[])[] {
  const count = Math.ceil(effects.length / EFFECTS_AT_ONCE);
  const parts = Array.from({ length: count }, (_, index) =>
    effects.slice(index * EFFECTS_AT_ONCE, (index + 1) * EFFECTS_AT_ONCE),
  );
  const isAlone = count === 0 || (record !== null && owesMuch(record));
  return isAlone ? [...parts, []] : parts;
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
  { github, server, now }: LookOptions,
): Promise<{ readonly failures: readonly string[]; readonly again: boolean }> {
  const { read, given, decision } = sight;
  const { snapshot, policy } = given;
  const { record } = decision;
  const ids = toIds(read, sight);
  const parts = inParts(
    effects.filter((effect) => isPossible(effect, ids)),
    record,
  );
  const results: Applied[] = [];
  let taken: readonly IssueEffect[] = [];
  const rendering = { policy, server, github, issue: snapshot.nodeId };
  for (const [index, part] of parts.entries()) {
    const rendered = part.map((effect) => toRendered(effect, rendering));
    const status =
      index < parts.length - 1 || record === null || snapshot.status === null
        ? null
        : {
            nodeId: snapshot.status.nodeId,
            text: toStatusText(sight, record, server),
            record: toLastRecord(record, taken),
          };
    const applied = await github.apply(snapshot.key, read, rendered, status, ids);
    taken = [...taken, ...settle(applied, part, rendered, remembered, snapshot, now())];
    results.push(applied);
  }
  const lacksLabel = effects.some(
    (effect) =>
      (effect.kind === "add-label" || effect.kind === "file-action") && !isPossible(effect, ids),
  );
  // GitHub had refused it for good before: the status comment need not say so any more.
  const lifted = taken.filter((effect) => remembered.refused.delete(refusalId(effect, snapshot)));
  const failures = results.flatMap((applied) => applied.failures);
  return {
    failures: failures.map(({ effect, message }) => `${effect.kind}: ${message}`),
    again:
      failures.length > 0 ||
      lacksLabel ||
      lifted.length > 0 ||
      // Its issue is told of in the status comment.
      taken.some((effect) => effect.kind === "file-action") ||
      results.some((applied) => applied.overtaken),
  };
}
