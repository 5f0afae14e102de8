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
  /** Words for the community were written, whether they went out or wait for somebody's approval. */
  readonly isUpdateWritten: boolean;
  /** The community was told where things stand. */
  readonly isUpdated: boolean;
  readonly isResolved: boolean;
  /** The community was told that it is over. */
  readonly isTold: boolean;
  /** After that they answered in the ticket, and Sitrep saw it. */
  readonly isHeard: boolean;
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
const AGREEING = ["confirm"];
const STEP_DONE = ["done", "tick"];

const COMMANDER = /^- \*\*Incident Commander:\*\*[ \t]*@([\w-]+)/m;
const HELP_CALLED = /^\*\*Help is needed/;
const HEARD = /the community answered in [^]*If it says that it works/;
const UPDATED = /^- \[x\] Send the Community Representative regular status updates/im;
const TOLD = /^- \[x\] Tell the Community Representative that it is resolved/im;

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
  const hasSaid = (words: RegExp): boolean =>
    issue.comments.some(({ author, body }) => author === bot && words.test(body));
  return {
    isDeclared,
    isCommanded: ran(runs, COMMANDING),
    hasExpert: ran(runs, CALLING),
    isHelpCalled: hasSaid(HELP_CALLED),
    isHandoffAsked: runs.some(({ word, isTaken }) => isTaken && word === "handoff"),
    isHandedOver: ran(since(runs, ["handoff"]), ["accept"]),
    isUpdateWritten: runs.some(({ word, isTaken }) => isTaken && TELLING.includes(word)),
    isUpdated: UPDATED.test(issue.body),
    isResolved: has(RESOLVED) || ran(runs, RESOLVING),
    isTold: TOLD.test(issue.body) || ran(after, TELLING) || ran(runs, STEP_DONE, /announce|told/i),
    isHeard: hasSaid(HEARD) || ran(runs, AGREEING),
    isReported: ran(runs, STEP_DONE, /report/i),
    isClosed: isDeclared && issue.state === "closed",
    commander: COMMANDER.exec(issue.body)?.[1] ?? null,
  };
}
