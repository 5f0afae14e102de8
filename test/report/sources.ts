import { toWholeIncident } from "../../src/decide/index.ts";
import { mayCommand } from "../../src/incident/person.ts";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { markingLogins, type ReportSources } from "../../src/report/index.ts";
import { aGiven, aSnapshot, peopleOf } from "../support/snapshot.ts";

/** What a report is gathered from, where the issue is as the snapshot has it: the incident is what its thread adds up to. */
export function theSources(
  overrides: Partial<Snapshot>,
  more: Partial<ReportSources> = {},
  policyText: string | null = null,
): ReportSources {
  const snapshot = aSnapshot(overrides);
  const given = aGiven(snapshot, policyText);
  const whole = toWholeIncident(given);
  if (whole === null) throw new Error("the snapshot is of no incident");
  const { marks = [] } = more;
  const people = [...given.people, ...peopleOf(markingLogins({ snapshot, marks }))];
  const may = people.flatMap(([login, person]) =>
    mayCommand(person, given.policy) ? [login] : [],
  );
  return {
    snapshot,
    ...whole,
    responders: new Set(may),
    marks,
    mentions: [],
    outside: [],
    policy: given.policy,
    ...more,
  };
}
