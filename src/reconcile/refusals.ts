import type { IssueEffect, StatusNotice } from "../effects/index.ts";
import { assertNever } from "../incident/assert-never.ts";
import type { Instant } from "../incident/instant.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import type { Remembered } from "./memory.ts";

/** Names an effect, so that what GitHub refused for good is not tried again; another version of the body is another effect. */
export function refusalId(effect: IssueEffect, snapshot: Snapshot): string {
  switch (effect.kind) {
    case "post":
      return `post ${effect.key}`;
    case "write-body":
      return `write-body ${(snapshot.versions.at(-1) ?? snapshot.before)?.id ?? ""}`;
    case "add-label":
      return `add-label ${effect.label.name}`;
    case "file-action":
      return `file-action ${effect.action.title}`;
    case "remove-label":
      return `remove-label ${effect.name}`;
    case "assign":
    case "unassign":
      return `${effect.kind} ${effect.logins.join()}`;
    case "react":
      return `react ${effect.subject} ${effect.receipt}`;
    case "minimize":
      return `minimize ${effect.nodeId}`;
    case "close":
    case "reopen":
      return effect.kind;
    default:
      return assertNever(effect);
  }
}

const RETRY_MS = 30 * 60_000;

/**
 * Remembers that GitHub refused an effect: for good when it does so for the second time, since the first may come of what changed
 * between the read and the write. What is refused for good is tried again after half an hour: rights come back unheard.
 */
export function refuse(remembered: Remembered, id: string, why: string, now: Instant): void {
  const { doubted, refused } = remembered;
  if (doubted.delete(id) || refused.has(id)) refused.set(id, { why, retryAt: now + RETRY_MS });
  else doubted.add(id);
}

/** Is this not to be tried now, since GitHub refused it for good? */
export function isRefused({ refused }: Remembered, id: string, now: Instant): boolean {
  const retryAt = refused.get(id)?.retryAt ?? -Infinity;
  return now < retryAt;
}

/** Forgets what was refused when the issue is unlocked: what was not possible then is now. */
export function forgetRefusals(remembered: Remembered, { locked }: Snapshot): void {
  if (remembered.locked && !locked) remembered.refused.clear();
  remembered.locked = locked;
}

const WORDS: Readonly<Record<IssueEffect["kind"], string>> = {
  post: "post a comment",
  "write-body": "write the roles into the top comment",
  "add-label": "put a label on",
  "file-action": "make an issue for an action item",
  "remove-label": "take a label off",
  assign: "assign the people who hold a role",
  unassign: "take somebody off the assignees",
  react: "react to a comment",
  minimize: "hide an outdated comment",
  close: "close the issue",
  reopen: "reopen the issue",
};

/** What the status comment says of refusals that still matter; reactions are too small to be worth a line. */
export function refusalNotices(
  { refused }: Remembered,
  effects: readonly IssueEffect[],
  snapshot: Snapshot,
): readonly StatusNotice[] {
  const kinds = new Map(
    effects.flatMap((effect) => {
      const why = refused.get(refusalId(effect, snapshot))?.why;
      return why === undefined ? [] : [[effect.kind, why] as const];
    }),
  );
  return [...kinds].flatMap(([kind, why]): readonly StatusNotice[] =>
    kind === "react" ? [] : [{ kind: "refused-by-github", what: WORDS[kind], why }],
  );
}
