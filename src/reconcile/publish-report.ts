import type { ReportDraft, ReportShelf, ReportWhere } from "../effects/report.ts";
import type { StatusNotice } from "../effects/index.ts";
import { isSameAction } from "../incident/action-items.ts";
import { isSameLogin } from "../incident/actor.ts";
import { TerminalError } from "../incident/errors.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { issueName } from "../incident/key.ts";
import { REPORT_KINDS } from "../incident/timeline.ts";
import { toPassing } from "../integrations/github/index.ts";
import { checkReport } from "./check-report.ts";
import { readActions, withFiledActions } from "../report/index.ts";
import { gatherReport } from "./gather-report.ts";
import type { Remembered, ReportMemory } from "./memory.ts";
import { isReportOpen, isSeen, toReportWhere } from "./report-where.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { toSetback } from "./trouble.ts";

// GitHub shows what it took by then.
const SHOWN_MS = 60_000;
const LOOK_AGAIN_MS = 5000;

/** What the status comment says of a report that cannot be seen to. */
export function reportNotices({ report }: Remembered): readonly StatusNotice[] {
  const { trouble, barred } = report;
  if (trouble !== null) return [{ kind: "report", why: trouble.why, isElsewhere: false }];
  return barred === null ? [] : [{ kind: "report", why: barred, isElsewhere: true }];
}

/** What the facts are made from, as far as a look sees it: where that is the same, they are. */
function toFactsText({ given, decision }: Sight, incident: Incident): string {
  const { snapshot, policy } = given;
  const { reminded: _1, wanted: _2, ticked: _3, heardAt: _4, ...facts } = incident;
  const wantedAt = incident.report?.wantedAt ?? null;
  const { title, actionItems } = snapshot;
  const timeline = incident.timeline.filter(({ kind }) => !REPORT_KINDS.includes(kind));
  return JSON.stringify([
    { ...facts, report: null, timeline },
    decision.record?.sent ?? null,
    wantedAt,
    title,
    actionItems,
    policy.report,
  ]);
}

interface Publishing {
  readonly sight: Sight;
  readonly incident: Incident;
  readonly where: ReportWhere;
  readonly shelf: ReportShelf;
  readonly memory: ReportMemory;
  readonly options: LookOptions;
}

/** Makes the draft. Answers when to look whether GitHub shows it. */
async function draftReport(publishing: Publishing): Promise<Instant | null> {
  const { sight, incident, where, shelf, memory, options } = publishing;
  const now = options.now();
  // It was seen, and is there no more: people took it away.
  if (where.id !== null) return null;
  if (memory.createdAt !== null && now - memory.createdAt < SHOWN_MS) return now + LOOK_AGAIN_MS;
  const { fresh } = await gatherReport(sight, memory.barred, options);
  memory.path = await shelf.create(fresh);
  memory.createdAt = now;
  memory.facts = toFactsText(sight, incident);
  return now;
}

/** The text with its action items linked to their issues, where somebody asked for that. */
function withLinks(text: string, { sight, incident, where }: Publishing): string {
  if (incident.report?.actions === undefined) return text;
  const { key, actionItems } = sight.given.snapshot;
  const toName = (number: number): string =>
    where.to === null ? `#${number}` : issueName({ ...key, number });
  const filed = readActions(text).flatMap(({ line, title, hasIssue }) => {
    const item = actionItems.find((one) => isSameAction(one.title, title));
    return hasIssue || item === undefined ? [] : [{ line, issue: toName(item.number) }];
  });
  return withFiledActions(text, filed);
}

/** Brings the facts of a draft up to date. Answers whether its text changed, by this or by somebody who came in between. */
async function refreshFacts(draft: ReportDraft, publishing: Publishing): Promise<boolean> {
  const { sight, incident, shelf, memory, options } = publishing;
  const facts = toFactsText(sight, incident);
  if (draft.text === null || memory.facts === facts) return false;
  const { refreshed } = await gatherReport(sight, memory.barred, options);
  const text = withLinks(refreshed(draft.text), publishing);
  const isDone = text === draft.text || (await shelf.write(draft, text));
  if (isDone) memory.facts = facts;
  return text !== draft.text;
}

/** Asks whoever is to approve it next, once. */
async function askReviewer(draft: ReportDraft, publishing: Publishing): Promise<void> {
  const { sight, incident, shelf, memory, options } = publishing;
  const { reviewer = null, asked = [], stage = null } = incident.report ?? {};
  if (stage !== "in-review" || reviewer === null) return;
  const isAsked = [...asked, ...memory.asked].some((login) => isSameLogin(login, reviewer));
  if (isAsked) return;
  const people = await options.github.readPeople(sight.given.snapshot.key, [reviewer]);
  const nodeId = people.get(reviewer.toLowerCase())?.nodeId ?? null;
  if (nodeId === null) return;
  await shelf.ask(draft, nodeId);
  memory.asked.add(reviewer);
}

/** Does what is missing. Answers when to look again; null: nothing waits. */
async function seeTo(publishing: Publishing): Promise<Instant | null> {
  const { sight, options } = publishing;
  const draft = sight.report;
  if (draft === null) return draftReport(publishing);
  if (draft.state === "published" || draft.state === "withdrawn") return null;
  if (await refreshFacts(draft, publishing)) return options.now();
  const { shelf, memory } = publishing;
  await checkReport(draft, shelf, memory, sight.given.policy, options.server);
  await askReviewer(draft, publishing);
  return null;
}

/**
 * Drafts the report, keeps its facts up to date and asks for its reviews, once that it is wanted stands in the record. Answers when to
 * look again for it; null: nothing waits. A report that cannot be seen to delays nothing else (docs/process.md).
 */
export async function publishReport(
  sight: Sight,
  remembered: Remembered,
  options: LookOptions,
): Promise<Instant | null> {
  const { incident = null } = sight.decision.record ?? {};
  const { snapshot, policy } = sight.given;
  const memory = remembered.report;
  const now = options.now();
  if (incident === null || !isReportOpen(incident)) return null;
  const { trouble } = memory;
  if (trouble !== null && trouble.retryAt > now) return trouble.retryAt;
  const where = toReportWhere(incident, snapshot, policy, memory);
  try {
    const shelf = sight.shelf ?? options.github.reportOf(where);
    const again = await seeTo({ sight, incident, where, shelf, memory, options });
    memory.trouble = null;
    // The status comment said that something is wrong.
    return trouble === null ? again : now;
  } catch (error) {
    if (error instanceof TerminalError && !isSeen(incident) && where.as !== "comment") {
      memory.barred = error.message;
      return now;
    }
    memory.trouble = toSetback(toPassing(error), trouble?.failures ?? 0, now);
    return trouble === null ? now : memory.trouble.retryAt;
  }
}
