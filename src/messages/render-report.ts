import type { Policy } from "../incident/policy.ts";
import { toReportTime, type ReportFacts } from "../report/index.ts";
import type { RenderOptions } from "./render.ts";
import { toReportPeople } from "./report-people.ts";
import { toShownReport } from "./report-shown.ts";
import { fillReport, REPORT_TEMPLATE } from "./report-template.ts";
import type { TemplateProblem } from "./report-template-check.ts";

/** An Incident Report as far as facts go. */
export interface RenderedReport {
  readonly markdown: string;
  /** What is wrong with the team's own template, so that Sitrep's served; null: nothing. */
  readonly problem: TemplateProblem | null;
}

/** Where profiles are, and the text of the team's own template; null: there is none. */
export interface ReportOptions extends RenderOptions {
  readonly template: string | null;
}

/**
 * The draft of an Incident Report: what the facts tell, between Sitrep's marks, and for the rest questions. What people wrote is inert
 * in it. A team's own template gets the same facts; where it cannot be used, Sitrep's serves, and the answer says what is wrong.
 */
export function renderReport(
  facts: ReportFacts,
  policy: Policy,
  { server, template }: ReportOptions,
): RenderedReport {
  const people = toReportPeople(facts, policy, server);
  const surroundings = { policy, people, time: toReportTime(policy) };
  const data = toShownReport(facts);
  const own = template === null ? null : fillReport(template, data, surroundings);
  if (own?.kind === "value") return { markdown: own.text, problem: null };
  const filled = fillReport(REPORT_TEMPLATE, data, surroundings);
  if (filled.kind === "problem") throw new Error(`the report's template: ${filled.problem.what}`);
  return { markdown: filled.text, problem: own?.problem ?? null };
}
