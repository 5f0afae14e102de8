import type { Fact, Message, Reminding } from "../effects/index.ts";
import type { Deadline } from "../incident/agenda.ts";
import type { Instant } from "../incident/instant.ts";
import type { ReminderName } from "../incident/reminder-settings.ts";
import type { Situation } from "../incident/situation.ts";

/**
 * Something that somebody is waited for. `subject` tells it from others of its kind, before and after: letters, digits
 * and `-` only, since it is part of the comment's key.
 */
export interface Waiting {
  readonly subject: string;
  readonly since: Instant;
}

/** When a reminder is due, and the logins that it names; nobody where nobody is known: then it asks whoever can. */
export interface Due {
  readonly deadline: Deadline;
  readonly names: readonly string[];
}

/** One reminder; `README.md` of this folder says how to add one. */
export interface Reminder {
  readonly name: ReminderName;
  /**
   * What is waited for now, each from when on; nothing when nobody has to be reminded. It stays while the reminder is live:
   * what is not waited for any more has its comment hidden.
   */
  readonly since: (situation: Situation) => readonly Waiting[];
  /**
   * When the reminder is due for the `step`-th time (from 0); null: no more, or not yet known. `previous` is when the
   * one before was sent, or was due where it was missed; for the first, since when somebody is waited for. Never throws.
   */
  readonly due: (
    waiting: Waiting,
    step: number,
    situation: Situation,
    previous: Instant,
  ) => Due | null;
  /** What would move it or make it needless, in a sentence with the command. */
  readonly explain: (waiting: Waiting, situation: Situation) => string;
  /** Its comment. `frame` has whom it names and when it comes again; `now` is when it is sent. */
  readonly remind: (
    waiting: Waiting,
    step: number,
    situation: Situation,
    frame: Reminding,
    now: Instant,
  ) => Message;
  /** What becomes true when it was sent. Default nothing. */
  readonly facts?: readonly Fact[];
  /** Whether it moves with every comment in the thread. Default false. */
  readonly restless?: boolean;
}
