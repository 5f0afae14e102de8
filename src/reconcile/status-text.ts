import { COMMANDS, toCommandHelp } from "../commands/index.ts";
import { briefOf } from "../decide/index.ts";
import type { Policy } from "../incident/policy.ts";
import { projectName, projectUrl } from "../incident/project.ts";
import { isReportTitle } from "../incident/report.ts";
import type { MachineRecord } from "../incident/record.ts";
import { renderStatus } from "../messages/index.ts";
import type { Sight } from "./sight.ts";

/** The project in which the incident stands, as far as Sitrep put it there or found it. */
function toBacklog({ backlog }: MachineRecord, { project }: Policy, server: string) {
  if (project === null || backlog === undefined || backlog.id === null) return null;
  const name = projectName(project);
  return backlog.project === name ? { name, url: projectUrl(project, server) } : null;
}

/** The status comment for people, without the record. */
export function toStatusText(sight: Sight, record: MachineRecord, server: string): string {
  const { incident } = record;
  const { given, decision, notices } = sight;
  return renderStatus(
    {
      incident,
      brief: briefOf(incident, decision.walk.fields),
      notices: [...notices, ...decision.notices],
      agenda: decision.agenda.filter(({ restless }) => !restless),
      gates: decision.gates,
      actionItems: given.snapshot.actionItems.filter(({ title }) => !isReportTitle(title)),
      backlog: toBacklog(record, given.policy, server),
      server,
      commands: COMMANDS.map(toCommandHelp),
    },
    given.policy,
  );
}
