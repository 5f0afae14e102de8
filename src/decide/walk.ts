import { isSameAction, type ActionItem, type WantedAction } from "../incident/action-items.ts";
import type { Actor } from "../incident/actor.ts";
import type { CommunityText } from "../incident/community.ts";
import { toBrief } from "../incident/brief.ts";
import {
  readFields,
  type BodyFields,
  type FieldName,
  type TaskId,
  type Vocabulary,
} from "../incident/fields/index.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { People } from "../incident/person.ts";
import type { Policy } from "../incident/policy.ts";
import type { PolicyTrouble } from "../incident/policy-trouble.ts";
import type { OwedReceipt } from "../incident/record.ts";
import { isReportTitle, type ReportSeen } from "../incident/report.ts";
import type { Situation } from "../incident/situation.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import type { TimelineEntry } from "../incident/timeline.ts";
import type { Fact, Outcome, PostEffect } from "../effects/index.ts";
import type { Tickets } from "../effects/tickets.ts";
import { applyFact } from "./apply-fact.ts";
import type { Earlier } from "./related/earlier.ts";

/** What a decision is made from, besides the time. */
export interface Given {
  readonly snapshot: Snapshot;
  readonly people: People;
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  /** What is wrong with the policy file; null or missing: nothing. */
  readonly policyTrouble?: PolicyTrouble | null;
  /** Whether a chat is connected for this repository's owner. */
  readonly chat: boolean;
  /** The support desk of this repository's owner, as far as it can be asked without a call; null or missing: none is connected. */
  readonly desk?: Pick<Tickets, "addressOf"> | null;
  /** The incident's report as its place shows it; null or missing: there is none, or it was not read. */
  readonly report?: ReportSeen | null;
  /** The action items that are written in it and have no issue. */
  readonly writtenActions?: readonly Pick<WantedAction, "title" | "assignee">[];
  /** Earlier incidents of the repository; null or missing: they were not read. */
  readonly earlier?: readonly Earlier[] | null;
}

/** An entry of the timeline that was written in this walk, for those outside; `key` names its cause. */
export interface Told {
  readonly key: string;
  readonly entry: TimelineEntry;
}

/** A text for the community that may go out; `key` names its cause, `at` is when it might. */
export interface Said {
  readonly key: string;
  readonly text: CommunityText;
  readonly at: Instant;
}

/**
 * The state of the fold over the undigested events, oldest first. `text` is the body as people wrote it up to here, with what
 * Sitrep spliced into it; `authors` says who wrote each field, as long as nothing is declared.
 */
export interface Walk {
  readonly incident: Incident | null;
  readonly text: string;
  readonly fields: BodyFields;
  /** Node id of the newest version of the top comment that `text` takes in; null where it was never edited. */
  readonly version: string | null;
  /** The text that GitHub shows, on which the next person's edit is made: other than `text` after a stale write by Sitrep. */
  readonly screen: string;
  /** A person's version behind `version` whose fields were followed, and whose words are in `text` beside those of others. */
  readonly followed: string | null;
  /** What stood in some version up to here: what a person took away since stays away. */
  readonly stood: { readonly section: boolean; readonly ticked: readonly TaskId[] };
  /** Everybody who has held a role up to here and was not taken off the assignees by Sitrep since. */
  readonly held: readonly string[];
  readonly authors: Partial<Readonly<Record<FieldName, Actor>>>;
  readonly posts: readonly PostEffect[];
  readonly receipts: readonly OwedReceipt[];
  readonly told: readonly Told[];
  /** Texts that go out to the community, said in this walk. */
  readonly said: readonly Said[];
  /** Keys of the reminders that are waited for still. */
  readonly live: readonly string[];
  /** Node ids of Sitrep's comments that nobody has to act on any more. */
  readonly outdated: readonly string[];
  /** Commands in the first body, until the incident is declared. */
  readonly opening: string | null;
}

/** The boxes that are ticked in the top comment. */
export const tickedBoxes = (fields: BodyFields): readonly TaskId[] =>
  (Object.keys(fields.tasks) as TaskId[]).filter((id) => fields.tasks[id] === true);

/** What stands in a text that Sitrep puts there once. */
export const standingIn = (fields: BodyFields): Walk["stood"] => ({
  section: fields.hasSection,
  ticked: tickedBoxes(fields),
});

/** The walk with a new text of the body, that of the version. */
export function withText(walk: Walk, { id, text }: BodyText, given: Given): Walk {
  const fields = readFields(text, given.vocabulary);
  const now = standingIn(fields);
  const stood = {
    section: walk.stood.section || now.section,
    ticked: [...new Set([...walk.stood.ticked, ...now.ticked])],
  };
  return { ...walk, text, fields, stood, version: id, screen: text, followed: null };
}

/** A version of the body whose text is known. */
export interface BodyText {
  readonly id: string | null;
  readonly text: string;
}

/**
 * Is the incident put together from the thread alone, since its record is gone? Then Sitrep's receipts say what was done; where
 * there is a record, they may stand beside comments that could not be written.
 */
export const isFromThread = ({ snapshot }: Pick<Given, "snapshot">): boolean =>
  snapshot.record === null && !snapshot.fresh;

/** Where the incident stands, with what the top comment says of the steps. */
export const briefOf = (incident: Incident, fields: BodyFields): ReturnType<typeof toBrief> =>
  toBrief(incident, tickedBoxes(fields));

/** The issues beneath the incident's that are action items: a report may stand there too. */
export const actionItemsOf = ({ actionItems }: Snapshot): readonly ActionItem[] =>
  actionItems.filter(({ title }) => !isReportTitle(title));

/** The action items that are written in the top comment and have no issue. */
const unfiledIn = ({ unfiled }: BodyFields, { actionItems }: Snapshot): readonly string[] =>
  unfiled.filter((title) => !actionItems.some((item) => isSameAction(item.title, title)));

/** What deadlines and gates are judged by at this point of the walk. */
export const situationOf = (incident: Incident, fields: BodyFields, given: Given): Situation => ({
  incident,
  policy: given.policy,
  actionItems: actionItemsOf(given.snapshot),
  unfiled: unfiledIn(fields, given.snapshot),
});

type LogFact = Extract<Fact, { readonly kind: "log" }>;

/** What caused outcomes: posts get their full key from it. */
export interface Cause {
  readonly key: string;
  readonly at: Instant;
  /** Where the words stand, for the links of the timeline; none for what was done without words. */
  readonly url?: string;
  /** Carried out before, as Sitrep's own receipt says: its comments were posted then. */
  readonly done: boolean;
}

const withUrl = ({ entry, ...log }: LogFact, { url }: Cause): LogFact =>
  url === undefined ? { ...log, entry } : { ...log, entry: { url, ...entry } };

/** Several entries of one kind may have one cause, as when a comment answers two questions. */
function toTold(entry: Omit<TimelineEntry, "at">, before: readonly Told[], cause: Cause): Told {
  const start = `${cause.key}/${entry.kind}`;
  const same = before.filter(({ key }) => key === start || key.startsWith(`${start}/`)).length;
  const key = same === 0 ? start : `${start}/${same}`;
  return { key, entry: { at: cause.at, ...entry } };
}

/** Of several texts with one cause, each has a key of its own. */
function toSaid(text: CommunityText, before: readonly Said[], { key: cause, at }: Cause): Said {
  const key = `${cause}/say/${before.filter((one) => one.key.startsWith(`${cause}/say/`)).length}`;
  return { key, text, at };
}

/** The walk after these outcomes: facts become true at the cause's time, posts are keyed by the cause. */
export function withOutcomes(walk: Walk, outcomes: readonly Outcome[], cause: Cause): Walk {
  return outcomes.reduce<Walk>((now, outcome) => {
    if (outcome.kind === "post") {
      const post = { ...outcome, key: `${cause.key}/${outcome.key}` };
      return cause.done ? now : { ...now, posts: [...now.posts, post] };
    }
    if (now.incident === null) return now;
    // As a comment, its issue was made then.
    if (outcome.kind === "want-action" && cause.done) return now;
    const held =
      outcome.kind === "designate"
        ? [...now.held, ...(outcome.who === null ? [] : [outcome.who])]
        : now.held;
    const fact = outcome.kind === "log" ? withUrl(outcome, cause) : outcome;
    const told =
      fact.kind === "log" ? [...now.told, toTold(fact.entry, now.told, cause)] : now.told;
    const said = fact.kind === "say" ? [...now.said, toSaid(fact.text, now.said, cause)] : now.said;
    return { ...now, held, told, said, incident: applyFact(now.incident, fact, cause.at) };
  }, walk);
}
