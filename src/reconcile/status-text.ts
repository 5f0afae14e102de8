import { COMMANDS, toCommandHelp } from "../commands/index.ts";
import { briefOf } from "../decide/index.ts";
import { isReportTitle } from "../incident/report.ts";
import type { MachineRecord } from "../incident/record.ts";
import { renderStatus } from "../messages/index.ts";
import type { Sight } from "./sight.ts";

/** The status comment for people, without the record. */
export function toStatusText(sight: Sight, { incident }: MachineRecord, server: string): string {
  const { given, decision, notices } = sight;
  return renderStatus(
    {
      incident,
      brief: briefOf(incident, decision.walk.fields),
      notices: [...notices, ...decision.notices],
      agenda: decision.agenda.filter(({ restless }) => !restless),
      gates: decision.gates,
      actionItems: given.snapshot.actionItems.filter(({ title }) => !isReportTitle(title)),
      server,
      commands: COMMANDS.map(toCommandHelp),
    },
    given.policy,
  );
}
