import { toRegionProblem, type PolicyProblem } from "../config/index.ts";
import {
  concernsIncident,
  decide,
  loginsToRead,
  toVocabulary,
  type Decision,
  type Given,
} from "../decide/index.ts";
import type { StatusNotice } from "../effects/index.ts";
import type { Instant } from "../incident/instant.ts";
import type { IncidentKey } from "../incident/key.ts";
import type { People } from "../incident/person.ts";
import type { PolicyTrouble } from "../incident/policy-trouble.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import type { GitHub } from "../integrations/github/index.ts";
import type { FindHolidays } from "../integrations/holidays/index.ts";
import type { Remembered } from "./memory.ts";
import { reportNotices } from "./publish-report.ts";
import { forgetRefusals, refusalNotices } from "./refusals.ts";
import { seeReport, toWrittenActions } from "./see-report.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { troubleNotices } from "./trouble.ts";
import { withDuties } from "./with-duties.ts";
import { withHolidays } from "./with-holidays.ts";

const toPartNotice = ({ what, ...rest }: PolicyProblem): StatusNotice => ({
  ...rest,
  kind: "policy-part",
  problem: what,
});

const toNotices = (trouble: PolicyTrouble | null): readonly StatusNotice[] =>
  (trouble?.problems ?? []).map((problem) => ({
    ...problem,
    kind: "policy",
    file: trouble?.repository ?? "",
    serves: trouble?.serves ?? "preset",
  }));

/** The snapshot with what GitHub said it took and may not show yet, or that a person showed again after Sitrep hid it. */
function withMemory(snapshot: Snapshot, remembered: Remembered, now: Instant): Snapshot {
  const shown = new Set(snapshot.posts.map((post) => post.key));
  const unseen = [...remembered.posted].filter((key) => !shown.has(key));
  const posts = [
    ...snapshot.posts.map((post) =>
      remembered.hidden.has(post.nodeId) ? { ...post, minimized: true } : post,
    ),
    ...unseen.map((key) => ({ nodeId: "", key, at: now, minimized: false })),
  ];
  return { ...snapshot, posts };
}

/** The people, with those to whom action items go: their assigning needs their node ids. */
async function withAssignees(
  { effects }: Decision,
  people: People,
  key: IncidentKey,
  github: GitHub,
): Promise<People> {
  const logins = effects.flatMap((effect) =>
    effect.kind === "file-action" ? (effect.action.assignee ?? []) : [],
  );
  const missing = logins.filter((login) => !people.has(login.toLowerCase()));
  if (missing.length === 0) return people;
  return new Map([...people, ...(await github.readPeople(key, missing))]);
}

/**
 * Reads the issue, the policy and whatever they point to, and decides. Null: it is no incident, and nothing more is asked. A failed read
 * throws; nothing is decided on it.
 */
export async function see(
  key: IncidentKey,
  remembered: Remembered,
  options: LookOptions,
  findHolidays: FindHolidays,
): Promise<Sight | null> {
  const { github, memory, now } = options;
  const read = await github.readIssue(key, remembered.statusId);
  const snapshot = withMemory(read.snapshot, remembered, now());
  forgetRefusals(remembered, snapshot);
  const served = await github.servePolicy(key, read.policyFile);
  const { policy: written, trouble } = served;
  memory.setLabels(key, written);
  const vocabulary = toVocabulary(written);
  const asked = { snapshot, policy: written, vocabulary, policyTrouble: trouble };
  if (!concernsIncident(asked)) return null;
  options.duties.keep(key, snapshot.record?.duties ?? []);
  const staffed = await withDuties(written, now(), key, options.duties);
  const { policy, unknown } = await withHolidays(staffed.policy, now(), findHolidays);
  const people = await github.readPeople(key, loginsToRead({ ...asked, policy }));
  const { chatOf, ticketsOf } = options;
  const outside = { chat: chatOf(key) !== null, desk: ticketsOf(key) };
  if (snapshot.record?.lookedBack === true) remembered.earlier = [];
  const { earlier } = remembered;
  const asGiven: Given = { ...asked, ...outside, policy, people, earlier };
  const first = decide(asGiven, now());
  const { report, shelf } = await seeReport(first, asGiven, remembered, options);
  // What its place shows of the report is known only after a decision wants it.
  const sighted =
    report === null ? asGiven : { ...asGiven, report, writtenActions: toWrittenActions(report) };
  const decision = report === null ? first : decide(sighted, now());
  const given = { ...sighted, people: await withAssignees(decision, people, key, github) };
  const refusals = refusalNotices(remembered, decision.effects, snapshot);
  return {
    read: { ...read, snapshot },
    given,
    decision,
    kept: staffed.kept,
    report,
    shelf,
    notices: [
      ...toNotices(trouble),
      ...unknown.map((region) =>
        toPartNotice(toRegionProblem(served.text, written.calendar, region)),
      ),
      ...staffed.notices,
      ...refusals,
      ...troubleNotices(remembered.troubles),
      ...reportNotices(remembered),
    ],
  };
}
