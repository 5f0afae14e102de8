import * as z from "zod";
import { hasSectionMark } from "../incident/fields/index.ts";
import type { IncidentKey } from "../incident/key.ts";
import { isDebtBody } from "../incident/report-debt.ts";
import { readReportMark } from "../incident/report.ts";
import { parsePayload } from "./parse-payload.ts";

/** What tells deliveries that concern an incident from all others, without asking GitHub. */
export interface KnownIncidents {
  /** Sitrep's own login, such as `sitrep[bot]`; what it did itself needs no look. */
  readonly botLogin: string;
  /** Whether this label tells an incident in this repository (declares one, or is a phase's), as far as its policy is known here. */
  readonly isIncidentLabel: (owner: string, repo: string, labelName: string) => boolean;
  /** Whether this issue is known to be an incident already, its labels gone or not. */
  readonly isIncident: (key: IncidentKey) => boolean;
}

const text = z.string().nullish();
const label = z.object({ name: z.string() });
const aboutIssue = z.object({
  sender: z.object({ login: z.string() }).optional(),
  installation: z.object({ id: z.number() }).optional(),
  repository: z.object({ name: z.string(), owner: z.object({ login: z.string() }) }),
  issue: z.object({
    number: z.number(),
    body: text,
    user: z.object({ login: z.string() }).nullish(),
    labels: z.array(label.nullable()).nullish(),
    pull_request: z.unknown().optional(),
  }),
  comment: z.object({ body: text }).optional(),
  label: label.optional(),
  changes: z.object({ body: z.object({ from: text }).optional() }).optional(),
});

type AboutIssue = z.infer<typeof aboutIssue>;

const phaseLabel = /^incident: /i;
const declaringLine = /^[ \t]*\/(?:incident|declare)\b/im;

/**
 * The incident that a delivery of `event` concerns, or null when no look is needed: another event, a pull request, an
 * echo of Sitrep's own doing, the list of owed reports, an issue that is no incident, is not being declared one, and is no incident's report. Never asks what happened.
 * Throws InternalError when an issue's payload does not have the published shape.
 */
export function deliveryKey(
  event: string,
  payload: unknown,
  known: KnownIncidents,
): IncidentKey | null {
  if (event !== "issues" && event !== "issue_comment") return null;
  const about = parsePayload(aboutIssue, event, payload);
  const { installation, repository, issue, sender } = about;
  if (installation === undefined || issue.pull_request) return null;
  const isOwn = (login: string | undefined): boolean =>
    login?.toLowerCase() === known.botLogin.toLowerCase();
  if (isOwn(sender?.login)) return null;
  // What people do in the list of owed reports concerns no incident.
  if (isOwn(issue.user?.login) && isDebtBody(issue.body ?? "")) return null;
  const key: IncidentKey = {
    installation: installation.id,
    owner: repository.owner.login,
    repo: repository.name,
    number: issue.number,
  };
  // An issue that was transferred here has Sitrep's section still, whatever labels were lost.
  const isFollowed = known.isIncident(key) || hasSectionMark(issue.body ?? "");
  if (isFollowed || isLabelled(about, known) || isDeclared(about)) return key;
  const number = event === "issues" ? reportedIn(about, known) : null;
  return number === null ? null : { ...key, number };
}

/**
 * The number of the incident whose report the issue is; null: it is none. Only what Sitrep opened counts, and its mark leads nowhere but
 * into the same repository. Whoever may edit the mark away is heard once more.
 */
function reportedIn({ issue, changes }: AboutIssue, { botLogin }: KnownIncidents): number | null {
  if (issue.user?.login.toLowerCase() !== botLogin.toLowerCase()) return null;
  return readReportMark(issue.body ?? "") ?? readReportMark(changes?.body?.from ?? "");
}

function isLabelled({ repository, issue, label: changed }: AboutIssue, known: KnownIncidents) {
  const names = [...(issue.labels ?? []), changed].flatMap((one) => one?.name ?? []);
  const { owner, name: repo } = repository;
  return names.some(
    (name) => phaseLabel.test(name) || known.isIncidentLabel(owner.login, repo, name),
  );
}

/** A cheap look for a line that may be a declaring command; whether it is one, the look decides. */
function isDeclared({ issue, comment, changes }: AboutIssue): boolean {
  const texts = [comment?.body, issue.body, changes?.body?.from];
  return texts.some((some) => declaringLine.test(some ?? ""));
}
