import { loginsToRead, toWholeIncident } from "../decide/index.ts";
import type { NewReport } from "../effects/report.ts";
import { InternalError } from "../incident/errors.ts";
import { mayCommand } from "../incident/person.ts";
import { reportWriter } from "../incident/report-turn.ts";
import { isReportTitle, toReportName } from "../incident/report.ts";
import { render, renderReport, type RenderedReport } from "../messages/index.ts";
import {
  MARK_REACTION,
  markingLogins,
  refreshReport,
  toReportFacts,
  toReportPath,
  type ReportFacts,
} from "../report/index.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { toOutside } from "./to-outside.ts";

/** A report from the facts as they are now. */
export interface GatheredReport {
  readonly fresh: NewReport;
  /** A text of it as it stands, with these facts in it; what people wrote is kept. */
  readonly refreshed: (current: string) => string;
}

/** The facts, and the text of the team's template; null: there is none. */
interface Gathered {
  readonly facts: ReportFacts;
  readonly template: string | null;
}

async function gather(sight: Sight, { github }: LookOptions): Promise<Gathered> {
  const { report: _, ...before } = sight.given;
  const { key } = before.snapshot;
  const read = await github.readWhole(key);
  // The report may be an issue there itself.
  const actionItems = read.actionItems.filter(({ title }) => !isReportTitle(title));
  const snapshot = { ...read, actionItems };
  const wanted = { reaction: MARK_REACTION, template: before.policy.report.template };
  const { marks, mentions, template } = await github.readSources(snapshot, wanted);
  const logins = [...loginsToRead({ ...before, snapshot }), ...markingLogins({ snapshot, marks })];
  const people = await github.readPeople(key, logins);
  const whole = toWholeIncident({ ...before, snapshot, people });
  if (whole === null) throw new InternalError("a report was wanted of what is no incident");
  const responders = [...people].flatMap(([login, person]) =>
    person !== null && mayCommand(person, before.policy) ? [login] : [],
  );
  const outside = toOutside(sight.decision.record);
  const { policy } = before;
  const sources = { snapshot, ...whole, responders: new Set(responders), policy };
  return { facts: toReportFacts({ ...sources, marks, mentions, outside }), template };
}

/** Why the team's own template could not be used; null: it was, or there is none. */
function whyNoTemplate(
  path: string | null,
  text: string | null,
  problem: RenderedReport["problem"],
): string | null {
  if (path === null) return null;
  if (text === null) return `There is no readable file \`${path}\`.`;
  if (problem === null) return null;
  const { line, column, what } = problem;
  return `\`${path}\`, line ${line}, column ${column}: ${what}`;
}

// A file's own; in a comment it would be shown, and its title could call somebody.
const withoutFrontMatter = (markdown: string): string =>
  markdown.replace(/^---\n[^]*?\n---\n+/, "");

/** Gathers the facts of an incident from its whole thread, and renders its report from them. */
export async function gatherReport(
  sight: Sight,
  why: string | null,
  options: LookOptions,
): Promise<GatheredReport> {
  const { snapshot, policy } = sight.given;
  const { facts, template } = await gather(sight, options);
  const { server } = options;
  const { markdown, problem } = renderReport(facts, policy, { server, template });
  const incident = sight.decision.record?.incident ?? null;
  const writer = incident === null ? null : reportWriter(incident, policy);
  const { owner, repo, number } = snapshot.key;
  const as = why === null ? policy.report.as : "comment";
  const templateProblem = whyNoTemplate(policy.report.template, template, problem);
  const data = { writer, issue: `${owner}/${repo}#${number}`, as, why, templateProblem };
  return {
    fresh: {
      path: toReportPath(policy.report, facts),
      text: as === "pull-request" ? markdown : withoutFrontMatter(markdown),
      title: toReportName(facts.title),
      about: render({ name: "report-drafted", data }, policy, { server }).trim(),
      writer,
    },
    refreshed: (current) => refreshReport(current, markdown).text,
  };
}
