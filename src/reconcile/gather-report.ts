import { loginsToRead, reportWriter, toWholeIncident } from "../decide/index.ts";
import type { NewReport } from "../effects/report.ts";
import { InternalError } from "../incident/errors.ts";
import { mayCommand } from "../incident/person.ts";
import { toReportName } from "../incident/report.ts";
import { render, renderReport } from "../messages/index.ts";
import {
  markingLogins,
  refreshReport,
  toReportFacts,
  toReportPath,
  type ReportFacts,
} from "../report/index.ts";
import type { LookOptions, Sight } from "./sight.ts";

/** A report from the facts as they are now. */
export interface GatheredReport {
  readonly fresh: NewReport;
  /** A text of it as it stands, with these facts in it; what people wrote is kept. */
  readonly refreshed: (current: string) => string;
}

async function readFacts(sight: Sight, { github }: LookOptions): Promise<ReportFacts> {
  const { report: _, ...before } = sight.given;
  const { key } = before.snapshot;
  const snapshot = await github.readWhole(key);
  const marks = [] as const;
  const logins = [...loginsToRead({ ...before, snapshot }), ...markingLogins({ snapshot, marks })];
  const people = await github.readPeople(key, logins);
  const whole = toWholeIncident({ ...before, snapshot, people });
  if (whole === null) throw new InternalError("a report was wanted of what is no incident");
  const responders = [...people].flatMap(([login, person]) =>
    person !== null && mayCommand(person, before.policy) ? [login] : [],
  );
  return toReportFacts({
    snapshot,
    ...whole,
    responders: new Set(responders),
    marks,
    mentions: [],
    outside: [],
  });
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
  const facts = await readFacts(sight, options);
  const { server } = options;
  const { markdown } = renderReport(facts, policy, { server, template: null });
  const incident = sight.decision.record?.incident ?? null;
  const writer = incident === null ? null : reportWriter(incident, policy);
  const { owner, repo, number } = snapshot.key;
  const as = why === null ? policy.report.as : "comment";
  const data = { writer, issue: `${owner}/${repo}#${number}`, as, why };
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
