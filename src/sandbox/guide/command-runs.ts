import type { IssueView, ReactionView } from "../github/index.ts";

/** A command that somebody wrote, and whether Sitrep says that it did it. */
export interface CommandRun {
  readonly word: string;
  readonly rest: string;
  /** Who wrote it; null once the account is gone. */
  readonly by: string | null;
  readonly isDone: boolean;
  /** Whether Sitrep took it: it is done, or waits for somebody's answer. */
  readonly isTaken: boolean;
}

/** How Sitrep's receipts look: for a command that took effect, and for one that waits for somebody. */
const DONE = "+1";
const SEEN = "eyes";

const has = (reactions: readonly ReactionView[], bot: string, receipt: string): boolean =>
  reactions.some(({ login, content }) => login === bot && content === receipt);

/** The commands in an issue's texts, in order, those of `bot` (the app's login) left out. */
export function findCommandRuns(issue: IssueView, bot: string): readonly CommandRun[] {
  return [issue, ...issue.comments]
    .filter(({ author }) => author !== bot)
    .flatMap(({ author: by, body, reactions }) => {
      const isDone = has(reactions, bot, DONE);
      const isTaken = isDone || has(reactions, bot, SEEN);
      return [...body.matchAll(/^\/(?<word>[a-z-]+)(?<rest>.*)$/gim)].map(({ groups = {} }) => ({
        word: (groups["word"] ?? "").toLowerCase(),
        rest: (groups["rest"] ?? "").trim(),
        by,
        isDone,
        isTaken,
      }));
    });
}
