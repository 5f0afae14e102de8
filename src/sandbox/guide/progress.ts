import type { IssueView } from "../github/index.ts";
import { findCommandRuns } from "./command-runs.ts";
import type { CommandRun } from "./command-runs.ts";

/** How far the first incident has come in one issue. */
export interface Progress {
  readonly isDeclared: boolean;
  readonly isCommanded: boolean;
  readonly hasExpert: boolean;
  /** Time ran out, or somebody called for help. */
  readonly isHelpCalled: boolean;
  readonly isHandoffAsked: boolean;
  readonly isHandedOver: boolean;
  readonly isResolved: boolean;
  /** The community was told that it is over. */
  readonly isTold: boolean;
  readonly isReported: boolean;
  readonly isClosed: boolean;
  /** Who leads, as the top comment says it; null for nobody. */
  readonly commander: string | null;
}

const INCIDENT = "incident";
const RESOLVED = "incident: resolved";

const COMMANDING = ["commander", "ic", "responder", "lead"];
const CALLING = ["sme", "expert"];
const RESOLVING = ["resolve", "resolved"];
const TELLING = ["update"];
const STEP_DONE = ["done", "tick"];

const COMMANDER = /^- \*\*Incident Commander:\*\*[ \t]*@([\w-]+)/m;
const HELP_CALLED = /^\*\*Help is needed/;

const ran = (runs: readonly CommandRun[], words: readonly string[], rest = /^/): boolean =>
  runs.some((run) => run.isDone && words.includes(run.word) && rest.test(run.rest));

/** What was written after the first command of these; nothing where there is none. */
function since(runs: readonly CommandRun[], words: readonly string[]): readonly CommandRun[] {
  const at = runs.findIndex(({ word, isTaken }) => isTaken && words.includes(word));
  return at < 0 ? [] : runs.slice(at + 1);
}

/** Reads from the issue as it stands how far it has come, whoever did it; `bot` is the app's login. */
export function readProgress(issue: IssueView, bot: string): Progress {
  const runs = findCommandRuns(issue, bot);
  const has = (name: string): boolean => issue.labels.some((label) => label.toLowerCase() === name);
  const isDeclared = has(INCIDENT);
  const after = since(runs, RESOLVING);
  return {
    isDeclared,
    isCommanded: ran(runs, COMMANDING),
    hasExpert: ran(runs, CALLING),
    isHelpCalled: issue.comments.some(
      ({ author, body }) => author === bot && HELP_CALLED.test(body),
    ),
    isHandoffAsked: runs.some(({ word, isTaken }) => isTaken && word === "handoff"),
    isHandedOver: ran(since(runs, ["handoff"]), ["accept"]),
    isResolved: has(RESOLVED) || ran(runs, RESOLVING),
    isTold: ran(after, TELLING) || ran(runs, STEP_DONE, /announce|told/i),
    isReported: ran(runs, STEP_DONE, /report/i),
    isClosed: isDeclared && issue.state === "closed",
    commander: COMMANDER.exec(issue.body)?.[1] ?? null,
  };
}
