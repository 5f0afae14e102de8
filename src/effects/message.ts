import type { Brief } from "../incident/brief.ts";
import type { TimelineEntry } from "../incident/timeline.ts";
import type { RoleName } from "../incident/roles.ts";

/** Why somebody got a role: they took it, another named them, the top comment was edited, the rule, or a handoff. */
export type DesignatedBy = "themselves" | "another" | "edit" | "handoff";

/** An answer to one command line that was refused: what was wrong, how it is written, who may give it. */
export interface RefusedLine {
  readonly line: string;
  readonly problem: string;
  readonly usage: string | null;
  readonly who: string | null;
}

/** A word that is nearly a command. */
export interface NearMiss {
  readonly typed: string;
  readonly meant: string;
}

/** A command as help shows it. */
export interface CommandHelp {
  readonly usage: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly who: string;
  readonly examples: readonly string[];
}

/**
 * Every comment that Sitrep may post, by name, with the data that its template (`templates/<name>.hbs`) gets. Logins
 * are plain, texts are as people wrote them: `messages/` makes them safe for the place.
 */
export interface MessageData {
  readonly designated: {
    readonly role: RoleName;
    readonly who: string;
    readonly by: string;
    readonly how: DesignatedBy;
    readonly previous: string | null;
    readonly confirm: boolean;
  };
  readonly vacated: { readonly role: RoleName; readonly previous: string; readonly by: string };
  readonly "handoff-asked": {
    readonly role: RoleName;
    readonly who: string;
    readonly by: string;
    readonly from: string;
  };
  readonly "handed-off": {
    readonly role: RoleName;
    readonly who: string;
    readonly from: string | null;
    readonly brief: Brief;
  };
  readonly declined: {
    readonly role: RoleName;
    readonly who: string;
    readonly why: string | null;
    readonly holder: string | null;
    readonly tell: string | null;
    /** Address of the comment that the words are from. */
    readonly url?: string;
  };
  readonly "expert-called": {
    readonly who: string;
    readonly area: string | null;
    readonly by: string;
  };
  readonly resolved: {
    readonly by: string;
    readonly text: string | null;
    readonly liaison: string | null;
    /** How long it lasted: whole minutes since the impact started, or since it was declared where that is not known. */
    readonly minutes: number;
    readonly since: "impact" | "declaration";
    /** Address of the comment that the words are from. */
    readonly url?: string;
  };
  readonly reopened: {
    readonly by: string;
    readonly why: string | null;
    readonly commander: string | null;
    /** Address of the comment that the words are from. */
    readonly url?: string;
  };
  readonly reply: {
    readonly to: string;
    readonly refused: readonly RefusedLine[];
    readonly nearMisses: readonly NearMiss[];
  };
  readonly status: {
    readonly to: string;
    readonly brief: Brief;
    readonly statusUrl: string | null;
  };
  /** Entries that the record has no room for any more, oldest first; `before` so many older ones stand in earlier comments. */
  readonly "timeline-archive": {
    readonly entries: readonly TimelineEntry[];
    readonly before: number;
  };
  /** `topic`: the one command that was asked about; null: all of them. */
  readonly help: {
    readonly to: string;
    readonly topic: string | null;
    readonly commands: readonly CommandHelp[];
  };
}

/** Name of a comment that Sitrep may post. */
export type MessageName = keyof MessageData;

/** A comment as data. */
export type Message = {
  readonly [Name in MessageName]: { readonly name: Name; readonly data: MessageData[Name] };
}[MessageName];
