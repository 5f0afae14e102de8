import type { Instant } from "./instant.ts";
import type { IncidentKey } from "./key.ts";
import type { ReportPlace } from "./report-policy.ts";

/** How far an Incident Report is (docs/report.md); `withdrawn`: people closed its pull request without merging it. */
export const REPORT_STAGES = ["draft", "in-review", "reviewed", "published", "withdrawn"] as const;

/** One of {@link REPORT_STAGES}. */
export type ReportStage = (typeof REPORT_STAGES)[number];

/** What Sitrep knows of an incident's report. Plain data; it travels in the machine record. */
export interface ReportProgress {
  /** When it was last asked for: its facts are gathered anew then. */
  readonly wantedAt: Instant;
  /** Null: no draft was seen yet. */
  readonly stage: ReportStage | null;
  readonly as: ReportPlace | null;
  /** Its name in its place: the pull request's or the number, the node id of the comment. */
  readonly id: string | null;
  readonly url: string | null;
  /** The file in the repository, as people may have renamed it; null: it is no file. */
  readonly path: string | null;
  /** Logins of those who were asked for a review. */
  readonly asked: readonly string[];
  /** Login of whoever is to approve it next; null: anybody but the writer, or nobody now. */
  readonly reviewer: string | null;
  /** Somebody asked for issues of the action items that are written in it: until they were read there, and ever after. */
  readonly actions?: "wanted" | "filed";
}

/** A report that is wanted, and of which nothing was seen. */
export const wantedReport = (wantedAt: Instant): ReportProgress => ({
  wantedAt,
  stage: null,
  as: null,
  id: null,
  url: null,
  path: null,
  asked: [],
  reviewer: null,
});

/** Where a report stands and how far it is, for whoever is asked to work on it. */
export interface ReportStanding {
  readonly stage: ReportStage;
  readonly as: ReportPlace;
  readonly url: string;
  /** Login of whoever is to approve it next; null: anybody but its writer, or nobody now. */
  readonly reviewer: string | null;
}

/** The report as far as it was seen; null: nobody saw a draft. */
export function standingOf(report: ReportProgress | null | undefined): ReportStanding | null {
  const { stage = null, as = null, url = null, reviewer = null } = report ?? {};
  return stage === null || as === null || url === null ? null : { stage, as, url, reviewer };
}

/** Somebody with write access approved the report. */
export interface ReportApproval {
  readonly login: string;
  readonly at: Instant;
}

/** A report as its place shows it. */
export interface ReportSeen {
  readonly as: ReportPlace;
  readonly id: string;
  readonly url: string;
  readonly path: string | null;
  /** `open`: people said that it is ready for review. */
  readonly state: "draft" | "open" | "published" | "withdrawn";
  readonly createdAt: Instant;
  readonly publishedAt: Instant | null;
  /** Null: not known. */
  readonly publishedBy: string | null;
  readonly approvals: readonly ReportApproval[];
  /** Logins of those who are asked for a review now. */
  readonly requested: readonly string[];
  /** Whether its repository is public: only then may people outside be told its address. */
  readonly isPublic: boolean;
}

const TITLE = "Incident report: ";

/** What the report's pull request or issue is called. */
export const toReportName = (title: string): string =>
  `${TITLE}${title.replace(/\s+/g, " ").trim()}`.slice(0, 200).replace(/[\uD800-\uDBFF]$/, "");

/** Is this the title of an issue that is a report, and no action item? */
export const isReportTitle = (title: string): boolean => title.startsWith(TITLE);

const PREFIX = "incident-report/";

/** The branch of an incident's report, of which there is one, whatever becomes of the title. */
export const toReportBranch = ({ repo, number }: Pick<IncidentKey, "repo" | "number">): string =>
  `${PREFIX}${repo}-${number}`;

const BRANCH = /^incident-report\/([\w.-]{1,100})-([1-9]\d{0,9})$/;

/** The incident whose report stands on a branch of this name, in a repository of the same owner; null: none. */
export function readReportBranch(branch: string): Pick<IncidentKey, "repo" | "number"> | null {
  const [, repo, number] = BRANCH.exec(branch) ?? [];
  return repo === undefined ? null : { repo, number: Number(number) };
}

const OPEN = "<!-- sitrep:report-of ";
const CLOSE = " -->";

/** The mark at the end of an issue that is a report: the number of the incident's issue, in the same repository. */
export const toReportMark = (number: number): string => `\n\n${OPEN}${number}${CLOSE}`;

const MARK = new RegExp(`^${OPEN}([1-9]\\d{0,9})${CLOSE}\\r?$`, "gm");

/** The number of the incident whose report this text says to be; null: it is none. Anybody may have written it. */
export function readReportMark(body: string): number | null {
  const number = [...body.matchAll(MARK)].at(-1)?.[1];
  return number === undefined ? null : Number(number);
}
