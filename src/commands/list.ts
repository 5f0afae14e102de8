import { accept } from "./accept.ts";
import { action } from "./action.ts";
import { actions } from "./actions.ts";
import { approve } from "./approve.ts";
import { backlog } from "./backlog.ts";
import { cancel } from "./cancel.ts";
import { close } from "./close.ts";
import type { Command } from "./command.ts";
import { commander } from "./commander.ts";
import { confirm } from "./confirm.ts";
import { decline } from "./decline.ts";
import { done } from "./done.ts";
import { escalate } from "./escalate.ts";
import { handoff } from "./handoff.ts";
import { help } from "./help.ts";
import { impact } from "./impact.ts";
import { incident } from "./incident.ts";
import { liaison } from "./liaison.ts";
import { mitigated } from "./mitigated.ts";
import { isNearWord, wordDistance } from "./near-words.ts";
import { note } from "./note.ts";
import { release } from "./release.ts";
import { reopen } from "./reopen.ts";
import { report } from "./report.ts";
import { resolve } from "./resolve.ts";
import { severity } from "./severity.ts";
import { sme } from "./sme.ts";
import { snooze } from "./snooze.ts";
import { status } from "./status.ts";
import { ticket } from "./ticket.ts";
import { update } from "./update.ts";
import { why } from "./why.ts";

/** Every command, in the order in which help shows them: as an incident needs them. A test holds it against the folder. */
export const COMMANDS: readonly Command[] = [
  incident,
  commander,
  liaison,
  sme,
  release,
  handoff,
  accept,
  decline,
  escalate,
  backlog,
  severity,
  impact,
  note,
  update,
  approve,
  mitigated,
  resolve,
  reopen,
  confirm,
  action,
  actions,
  report,
  done,
  close,
  ticket,
  cancel,
  status,
  why,
  snooze,
  help,
];

const BY_WORD: ReadonlyMap<string, Command> = new Map(
  COMMANDS.flatMap((command) =>
    [command.name, ...command.aliases].map((word) => [word, command] as const),
  ),
);

/** The command that a word (lower case, without its slash) names, by name or alias; null: none. */
export const findCommand = (word: string): Command | null => BY_WORD.get(word) ?? null;

/**
 * The command word, without its slash, that an unknown word was most likely meant to be; null when it is a path or
 * anybody's word. For words that stand alone as `readCommandLines` gives them.
 */
export function nearCommand(word: string): string | null {
  if (BY_WORD.has(word)) return null;
  const near = [...BY_WORD.keys()].filter((name) => isNearWord(word, name));
  const nearest = near.toSorted(
    (one, other) => wordDistance(word, one) - wordDistance(word, other),
  );
  return nearest[0] ?? null;
}
