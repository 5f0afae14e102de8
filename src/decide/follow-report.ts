import type { Outcome } from "../effects/index.ts";
import { isSameLogin } from "../incident/actor.ts";
import { onDuty } from "../incident/duty.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import type { ReportReviewer } from "../incident/report-policy.ts";
import { reportWriter } from "../incident/report-turn.ts";
import type { ReportProgress, ReportSeen, ReportStage } from "../incident/report.ts";
import { withOutcomes, type Given, type Walk } from "./walk.ts";

function holderOf(name: ReportReviewer, incident: Incident, policy: Policy): string | null {
  if (name === "commander" || name === "liaison") return incident[name];
  return onDuty(policy.duties[name], incident.phaseSince)[0] ?? null;
}

/** Who has to approve the report, in this order, each once and never its writer; nobody: anybody else with write access may. */
export function reviewersOf(incident: Incident, policy: Policy): readonly string[] {
  const writer = reportWriter(incident, policy);
  const wanted = policy.report.reviewers.flatMap((name) => holderOf(name, incident, policy) ?? []);
  return wanted.filter(
    (login, index) =>
      !isSameLogin(login, writer) &&
      wanted.findIndex((other) => isSameLogin(other, login)) === index,
  );
}

/** Where the reviews stand: who is to approve next, and since when nobody is; both null: anybody but the writer is to. */
interface Reviews {
  readonly next: string | null;
  readonly doneAt: Instant | null;
  readonly by: string | null;
}

function reviewsOf({ approvals }: ReportSeen, incident: Incident, policy: Policy): Reviews {
  const writer = reportWriter(incident, policy);
  const others = approvals.filter(({ login }) => !isSameLogin(login, writer));
  const approvalBy = (login: string) => others.find((one) => isSameLogin(one.login, login));
  const wanted = reviewersOf(incident, policy);
  const next = wanted.find((login) => approvalBy(login) === undefined) ?? null;
  const counted =
    wanted.length === 0 ? others.slice(0, 1) : wanted.flatMap((one) => approvalBy(one) ?? []);
  const last =
    next === null ? counted.toSorted((one, other) => one.at - other.at).at(-1) : undefined;
  return { next, doneAt: last?.at ?? null, by: last?.login ?? null };
}

function stageOf({ state }: ReportSeen, { doneAt }: Reviews): ReportStage {
  if (state !== "open") return state;
  return doneAt === null ? "in-review" : "reviewed";
}

const uniqueLogins = (logins: readonly string[]): readonly string[] =>
  logins.filter((login, index) => logins.findIndex((one) => isSameLogin(one, login)) === index);

const log = (
  kind: "report-drafted" | "report-approved" | "published",
  by: string | null,
  url: string,
): Outcome => ({ kind: "log", entry: { kind, by, url } });

/** What follows when it is published: the gate opens, and the team hears where it is. */
function toPublished({ url, publishedBy }: ReportSeen, incident: Incident): readonly Outcome[] {
  const vouch: readonly Outcome[] =
    incident.vouched.report === undefined
      ? [{ kind: "vouch", step: "report", by: publishedBy ?? "sitrep" }]
      : [];
  return [
    ...vouch,
    log("published", publishedBy, url),
    {
      kind: "post",
      key: "published",
      message: { name: "report-published", data: { by: publishedBy, report: url } },
    },
  ];
}

/** What happened to the report since it was last looked at, each with its time. */
function newsOf(
  before: ReportProgress,
  after: ReportProgress,
  seen: ReportSeen,
  reviews: Reviews,
  incident: Incident,
): readonly (readonly [Instant, readonly Outcome[]])[] {
  const { stage, url } = { ...after, url: seen.url };
  const wasReviewed = before.stage === "reviewed" || before.stage === "published";
  return [
    ...(before.stage === null
      ? ([[seen.createdAt, [log("report-drafted", null, url)]]] as const)
      : []),
    ...(reviews.doneAt !== null && !wasReviewed && stage !== "withdrawn" && stage !== "draft"
      ? ([[reviews.doneAt, [log("report-approved", reviews.by, url)]]] as const)
      : []),
    ...(stage === "published" && before.stage !== "published"
      ? ([[seen.publishedAt ?? seen.createdAt, toPublished(seen, incident)]] as const)
      : []),
  ];
}

/**
 * The walk with what the report's place shows of it (docs/process.md, step 11): where it is, how far, and what follows from that. A
 * report that nobody wants is not followed; one that was published stays so.
 */
export function followReport(walk: Walk, given: Given): Walk {
  const { incident } = walk;
  const { report: seen = null, policy } = given;
  const before = incident?.report ?? null;
  if (incident === null || before === null || seen === null) return walk;
  const reviews = reviewsOf(seen, incident, policy);
  const stage = stageOf(seen, reviews);
  const { actions } = before;
  const after: ReportProgress = {
    ...(actions === undefined ? {} : { actions: "filed" as const }),
    wantedAt: before.wantedAt,
    stage,
    as: seen.as,
    id: seen.id,
    url: seen.url,
    path: seen.path,
    asked: uniqueLogins([
      ...before.asked,
      ...seen.requested,
      ...seen.approvals.map(({ login }) => login),
    ]),
    reviewer: stage === "in-review" ? reviews.next : null,
  };
  const news = newsOf(before, after, seen, reviews, incident);
  const followed = withOutcomes(walk, [{ kind: "follow-report", report: after }], {
    key: "report",
    at: seen.createdAt,
    done: false,
  });
  const filed: readonly Outcome[] = (actions === "wanted" ? (given.writtenActions ?? []) : []).map(
    (action) => ({ kind: "want-action", action: { ...action, by: "sitrep" } }),
  );
  return [...news, [seen.createdAt, filed] as const].reduce(
    (now, [at, outcomes]) => withOutcomes(now, outcomes, { key: "report", at, done: false }),
    followed,
  );
}
