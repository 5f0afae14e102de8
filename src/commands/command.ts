import type { Outcome } from "../effects/index.ts";
import type { AgendaItem } from "../incident/agenda.ts";
import type { Brief } from "../incident/brief.ts";
import type { DutyName } from "../incident/duty.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { OutgoingSurroundings } from "../incident/outgoing/index.ts";
import type { People, Person } from "../incident/person.ts";
import type { Policy } from "../incident/policy.ts";
import type { RoleName } from "../incident/roles.ts";
import type { Situation } from "../incident/situation.ts";

/** What stands behind the command word: the rest of its line, and the lines below it up to the next command. */
export interface Argument {
  readonly line: string;
  readonly more: string;
  /** Whether an exclamation mark stands directly behind the word: "all the same". Missing: no. */
  readonly insists?: boolean;
}

/** Arguments that were understood, with the accounts whose rights the decision needs, and the duty whose holder is one; or what is wrong, in a sentence. */
export type Parsed<Args> =
  | {
      readonly kind: "value";
      readonly value: Args;
      readonly logins?: readonly string[];
      readonly duty?: DutyName;
    }
  | { readonly kind: "problem"; readonly problem: string };

/**
 * A kind refusal: the person's mistake in one sentence, and what would work. The usage and who may are added to it. Where that is
 * not enough, `instead` is what follows in place of the sentence: a comment of its own, and facts.
 */
export interface Rejection {
  readonly kind: "rejection";
  readonly problem: string;
  readonly instead?: readonly Outcome[];
}

/** The tickets in which Sitrep tells the community, never none, and what a text there should not say. */
export interface Reach {
  readonly tickets: readonly string[];
  readonly around: OutgoingSurroundings;
}

/** What a command knows when it decides. `at` is when its comment was written: a late look decides the same. */
export interface CommandContext {
  readonly incident: Incident;
  readonly policy: Policy;
  readonly people: People;
  readonly actor: Person;
  readonly at: Instant;
  readonly url: string;
  readonly statusUrl: string | null;
  readonly brief: Brief;
  /** What gates are judged by (`incident/gates.ts`). */
  readonly situation: Situation;
  /** How the community is reached; null: not by Sitrep. */
  readonly community: Reach | null;
  /** What is due next, soonest first; computed when it is asked for. */
  readonly agenda: () => readonly AgendaItem[];
  /** Sitrep's own receipt says that this command was carried out before: rights were checked then. */
  readonly trusted: boolean;
  /** Whom Sitrep wrote down for a role when it carried this command out, where nothing but the top comment tells; else null. */
  readonly writtenThen: (role: RoleName) => string | null;
  /** Every command there is, for help; given, since a command cannot import the list of which it is a part. */
  readonly commands: readonly Command[];
}

/** Who may give a command; `allows` is what is enforced, `title` is what help shows. */
export interface Who {
  readonly title: string;
  readonly allows: (context: Pick<CommandContext, "incident" | "policy" | "actor">) => boolean;
}

/** One slash command; `README.md` of this folder says how to add one. */
export interface Command<Args = unknown> {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly usage: string;
  readonly summary: string;
  /** Each is parsed by a test. */
  readonly examples: readonly string[];
  readonly who: Who;
  /** From text to arguments; `policy` for names that a team can change. Never throws. */
  readonly parse: (argument: Argument, policy: Policy) => Parsed<Args>;
  /** What the command brings about; nothing when it is so already. */
  readonly decide: (args: Args, context: CommandContext) => readonly Outcome[] | Rejection;
}

/**
 * Takes a command's own argument type out of sight, so that commands of every kind stand in one list. Sound, since what
 * `decide` gets is only ever what the same command's `parse` gave.
 */
export const defineCommand = <Args>(command: Command<Args>): Command =>
  command as unknown as Command;

/** The refusal with this sentence. */
export const reject = (problem: string): Rejection => ({ kind: "rejection", problem });

/** Tells a refusal from outcomes. */
export const isRejection = (result: readonly Outcome[] | Rejection): result is Rejection =>
  "kind" in result;
