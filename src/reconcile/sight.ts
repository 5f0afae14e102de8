import type { Decision, Given } from "../decide/index.ts";
import type { Chat } from "../effects/chat.ts";
import type { ReportDraft, ReportShelf } from "../effects/report.ts";
import type { StatusNotice } from "../effects/index.ts";
import type { Tickets } from "../effects/tickets.ts";
import type { KeptDuty } from "../incident/duty.ts";
import type { AgendaItem } from "../incident/agenda.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import type { IncidentKey } from "../incident/key.ts";
import type { GitHub, ReadIssue } from "../integrations/github/index.ts";
import type { Queue } from "../queue/index.ts";
import type { DutySources } from "./duty-sources.ts";
import type { Memory } from "./memory.ts";

/** What every look needs. */
export interface LookOptions {
  readonly github: GitHub;
  readonly memory: Memory;
  /** Looks that follow from this one: at what is kept for all of a repository's incidents. */
  readonly queue: Pick<Queue, "add">;
  /** The chat that serves the owner of this repository; null: none does. */
  readonly chatOf: (key: IncidentKey) => Chat | null;
  /** The support desk that serves the owner of this repository; null: none does. */
  readonly ticketsOf: (key: IncidentKey) => Tickets | null;
  /** Who is in the teams and groups that have a duty. */
  readonly duties: DutySources;
  /** Base of the web pages, e.g. `https://github.com`. */
  readonly server: string;
  /** ms since the epoch. */
  readonly now: () => number;
  /** One line for each look. */
  readonly onLook: (report: LookReport) => void;
}

/** What one look did and found, for the log and the sandbox. */
export interface LookReport {
  readonly key: IncidentKey;
  readonly incident: boolean;
  /** The record was not as Sitrep wrote it: somebody edited it, or the secret changed. It was made again from the thread. */
  readonly rebuilt: boolean;
  readonly effects: readonly string[];
  readonly failures: readonly string[];
  /** What is due next, soonest first. */
  readonly agenda: readonly AgendaItem[];
  /** When the passing of time alone means something in the incident; null: never. No system outside counts. */
  readonly dueAt: Instant | null;
  /** By which it was decided; null: it is no incident. */
  readonly policy: Policy | null;
  /** When it is looked at again if nothing happens; null: not. */
  readonly lookAgainAt: Instant | null;
  readonly ms: number;
}

/** One look, from what was read to what is to be written. */
export interface Sight {
  readonly read: ReadIssue;
  readonly given: Given;
  readonly decision: Decision;
  readonly notices: readonly StatusNotice[];
  /** Who has the duties by teams and groups, for the record. */
  readonly kept: readonly KeptDuty[];
  /** The report as its place shows it; null: there is none, or it was not read. */
  readonly report: ReportDraft | null;
  /** Through which it was read; null: nobody wants one, or it is too soon after it failed. */
  readonly shelf: ReportShelf | null;
}
