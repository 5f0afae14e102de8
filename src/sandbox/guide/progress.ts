import type { IssueView } from "../github/index.ts";
import { findCommandRuns } from "./command-runs.ts";
import type { CommandRun } from "./command-runs.ts";

/** How far the first incident has come in one issue. */
export interface Progress {
  readonly isDeclared: boolean;
  readonly isCommanded: boolean;
  readonly hasExpert: boolean;
  readonly isHandoffAsked: boolean;
  readonly isHandedOver: boolean;
  readonly isResolved: boolean;
  readonly isClosed: boolean;
  /** Who leads, as the top comment says it; null for nobody. */
  readonly commander: string | null;
}

const INCIDENT = "incident";
const RESOLVED = "incident: resolved";

const COMMANDING = ["commander", "ic", "responder", "lead"];
const CALLING = ["sme", "expert"];

const COMMANDER = /^- \*\*Incident Commander:\*\*[ \t]*@([\w-]+)/m;

const ran = (runs: readonly CommandRun[], words: readonly string[]): boolean =>
  runs.some(({ word, isDone }) => isDone && words.includes(word));

/** Reads from the issue as it stands how far it has come, whoever did it; `bot` is the app's login. */
export function readProgress(issue: IssueView, bot: string): Progress {
  const runs = findCommandRuns(issue, bot);
  const has = (name: string): boolean => issue.labels.some((label) => label.toLowerCase() === name);
  const isDeclared = has(INCIDENT);
  const asked = runs.findIndex(({ word, isTaken }) => isTaken && word === "handoff");
  const isClosed = issue.state === "closed";
  return {
    isDeclared,
    isCommanded: ran(runs, COMMANDING),
    hasExpert: ran(runs, CALLING),
    isHandoffAsked: asked >= 0,
    isHandedOver: asked >= 0 && ran(runs.slice(asked + 1), ["accept"]),
    isResolved: has(RESOLVED) || ran(runs, ["resolve"]),
    isClosed: isDeclared && isClosed,
    commander: COMMANDER.exec(issue.body)?.[1] ?? null,
  };
}
