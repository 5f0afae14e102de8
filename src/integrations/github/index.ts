import type { Backlog } from "../../effects/backlog.ts";
import type { LabelSpec } from "../../effects/index.ts";
import type { ReportShelf, ReportWhere } from "../../effects/report.ts";
import { COMMENT_LIMIT } from "../../incident/comment-budget.ts";
import type { SourceTold } from "../../incident/duty.ts";
import type { EarlierIssue } from "../../incident/earlier-issue.ts";
import type { IncidentKey, RepositoryKey } from "../../incident/key.ts";
import type { People } from "../../incident/person.ts";
import type { Policy } from "../../incident/policy.ts";
import type { MachineRecord } from "../../incident/record.ts";
import type { Snapshot, StatusComment } from "../../incident/snapshot.ts";
import { applyEffects, prepare, type Applied } from "./apply-effects.ts";
import { createArchiveText, type WriteArchive } from "./archive-text.ts";
import type { Client } from "./client.ts";
import { createClient, type ClientOptions } from "./create-client.ts";
import {
  createDebt,
  createDebtText,
  readDebt,
  writeDebt,
  type DebtContent,
  type DebtIssue,
  type DebtPlace,
} from "./debt/index.ts";
import {
  listRepositories,
  sweepRepositories,
  type SweepSpan,
  type SweptRepository,
} from "./list-incidents.ts";
import {
  type CommitToCheck,
  changesPolicyFile,
  ensurePolicyCheck,
  type PolicyCheckRun,
  type PolicyTexts,
  type PullRequestPlace,
  readPolicyTexts,
} from "./policy-checks.ts";
import { createPolicyFiles, type PolicyFile, type ServingPolicy } from "./policy-files.ts";
import { createBacklog, createProjectAccess, createProjectMemory } from "./projects/index.ts";
import { readEarlier } from "./read-earlier.ts";
import { createRights } from "./read-people.ts";
import { readTeam } from "./read-team.ts";
import { readIssue, type ReadIssue } from "./read-snapshot.ts";
import { createRecordText, type RecordText } from "./record-text.ts";
import { createShelf, readSources, type ReadSources, type WantedSources } from "./report/index.ts";
import type { Ids, RenderedEffect } from "./write-document.ts";

export { notWritable, type Applied, type Failure } from "./apply-effects.ts";
export { roomIn, type DebtContent, type DebtIssue, type DebtPlace } from "./debt/index.ts";
export type { SweepSpan, SweptRepository } from "./list-incidents.ts";
export { CHECK_NAME, type CommitToCheck, type PullRequestPlace } from "./policy-checks.ts";
export { OWNERS_REPOSITORY, type PolicyFile, type ServingPolicy } from "./policy-files.ts";
export type { ReadIssue } from "./read-snapshot.ts";
export type { Ids, RenderedEffect } from "./write-document.ts";
export { REPORT_CHECK_NAME, REPORT_KEY } from "./report/index.ts";
export { toPassing } from "./to-error.ts";
export { toPostMark } from "./post-mark.ts";
export { visibleText } from "./record-text.ts";

/** GitHub as the look needs it; every call may throw `RetryLaterError` or `TerminalError`. */
export interface GitHub {
  /** Reads the issue of the key; `statusId` saves a request where it is known. */
  readIssue(key: IncidentKey, statusId: string | null): Promise<ReadIssue>;
  /** The policy that holds by the file that was read with the issue; a broken one costs a request, once. */
  servePolicy(key: IncidentKey, file: PolicyFile | null): Promise<ServingPolicy>;
  /** Reads the policy file at a commit, and the one that it is compared with. */
  readPolicyTexts(installation: number, place: CommitToCheck): Promise<PolicyTexts>;
  /** Whether this pull request changes the policy file. Throws when that cannot be read. */
  changesPolicyFile(installation: number, place: PullRequestPlace): Promise<boolean>;
  /** Puts a check on a commit, once for each version of the file. */
  ensurePolicyCheck(installation: number, place: CommitToCheck, run: PolicyCheckRun): Promise<void>;
  /** Reads what accounts may do in the repository. */
  readPeople(key: IncidentKey, logins: readonly string[]): Promise<People>;
  /** Reads who is in a team, as `org/team`; what cannot be read is told in the answer. */
  readTeam(key: IncidentKey, team: string): Promise<SourceTold>;
  /** The projects of the account on which the key's installation is. */
  backlogOf(key: IncidentKey): Backlog;
  /** Makes the labels, and the status comment where `statusText` is given; it holds no record yet. */
  prepare(
    key: IncidentKey,
    read: ReadIssue,
    labels: readonly LabelSpec[],
    statusText: string | null,
  ): Promise<{
    readonly status: StatusComment | null;
    readonly labels: ReadonlyMap<string, string>;
  }>;
  /** Writes the effects, and last the status comment with the record. */
  apply(
    key: IncidentKey,
    read: ReadIssue,
    effects: readonly RenderedEffect[],
    status: {
      readonly nodeId: string;
      readonly text: string;
      readonly record: MachineRecord;
    } | null,
    ids: Ids,
  ): Promise<Applied>;
  /**
   * A part of a timeline as signed data for the end of the comment that shows it, which nobody sees; empty where it is longer than
   * `room`. `issue`: the node id of the issue.
   */
  toArchiveText: WriteArchive;
  /** Reads the repository's earlier incidents, without the one that was read. */
  readEarlier(
    read: ReadIssue,
    policy: Pick<Policy, "labels" | "phases">,
  ): Promise<readonly EarlierIssue[]>;
  /** Reads the whole issue, as if Sitrep had no record of it. */
  readWhole(key: IncidentKey): Promise<Snapshot>;
  /** Reads what a report is gathered from besides the thread: marks, mentions, the team's template. `snapshot` was read whole. */
  readSources(snapshot: Snapshot, wanted: WantedSources): Promise<ReadSources>;
  /** The place where an incident's report is, or is to be. */
  reportOf(where: ReportWhere): ReportShelf;
  /** Reads the debt issue of a repository; `number` where it is known. */
  readDebt(key: RepositoryKey, number: number | null): Promise<DebtPlace>;
  /** Makes it, where a read found none. Answers its number. */
  createDebt(key: RepositoryKey, place: DebtPlace, content: DebtContent): Promise<number>;
  /** Writes it anew; `state` null: as it is. Answers whether somebody edited it in between. */
  writeDebt(
    key: RepositoryKey,
    place: DebtPlace & { readonly issue: DebtIssue },
    content: DebtContent & { readonly state: "OPEN" | "CLOSED" | null },
  ): Promise<boolean>;
  /** Pins a comment. */
  pin(key: IncidentKey, databaseId: number): Promise<void>;
  /** Repositories of an installation with what may need a look, as far back as the span says. */
  sweep(
    installation: number,
    labels: readonly string[],
    span: SweepSpan,
  ): Promise<readonly SweptRepository[]>;
}

export interface GitHubOptions {
  readonly octokitOf: (installation: number) => ReturnType<ClientOptions["octokit"]>;
  /** Called when GitHub does not take an installation's token any more. */
  readonly forgetToken: (installation: number) => void;
  /** ms since the epoch. */
  readonly now: () => number;
  /** The webhook secret, from which the key that signs the records is derived. */
  readonly secret: string;
}

/** GitHub through the installations' clients, one each. */
export function createGitHub(options: GitHubOptions): GitHub {
  const { octokitOf, forgetToken, now, secret } = options;
  const clients = new Map<number, Client>();
  const rights = createRights(now);
  const projects = createProjectMemory(now);
  const policyFiles = createPolicyFiles();
  const recordText = createRecordText(secret);
  const debtText = createDebtText(secret);
  const clientOf = (installation: number): Client => {
    const client =
      clients.get(installation) ??
      createClient({
        installation,
        octokit: () => octokitOf(installation),
        forgetToken: () => forgetToken(installation),
        now,
      });
    clients.set(installation, client);
    return client;
  };
  return {
    readIssue: (key, statusId) => readIssue(clientOf(key.installation), key, statusId, recordText),
    servePolicy: (key, file) => policyFiles.serve(clientOf(key.installation), file),
    changesPolicyFile: (installation, place) => changesPolicyFile(clientOf(installation), place),
    readPolicyTexts: (installation, place) => readPolicyTexts(clientOf(installation), place),
    ensurePolicyCheck: (installation, place, run) =>
      ensurePolicyCheck(clientOf(installation), place, run),
    readPeople: (key, logins) => rights.read(clientOf(key.installation), key, logins),
    readTeam: (key, team) => readTeam(clientOf(key.installation), team),
    backlogOf: ({ installation }) =>
      createBacklog(createProjectAccess(clientOf(installation), projects), now),
    toArchiveText: createArchiveText(secret),
    readEarlier: ({ snapshot: { key }, own }, policy) =>
      readEarlier(clientOf(key.installation), { ...key, policy, own }, recordText),
    readWhole: async (key) => {
      const unread: RecordText = { ...recordText, read: () => "tampered" };
      return (await readIssue(clientOf(key.installation), key, null, unread)).snapshot;
    },
    readSources: (snapshot, wanted) =>
      readSources(clientOf(snapshot.key.installation), snapshot, wanted),
    reportOf: (where) => createShelf(clientOf(where.key.installation), where),
    prepare: (key, read, labels, statusText) => {
      const body = statusText === null ? null : `${statusText}\n\n${recordText.fresh}`;
      return prepare(clientOf(key.installation), read, labels, body);
    },
    apply: (key, read, effects, status, ids) => {
      const toBody = ({ text, record }: NonNullable<typeof status>): string => {
        const room = COMMENT_LIMIT - text.length - 2;
        return `${text}\n\n${recordText.write(record, read.snapshot.nodeId, room)}`;
      };
      const edit = status === null ? null : { nodeId: status.nodeId, body: toBody(status) };
      return applyEffects(clientOf(key.installation), read, effects, edit, ids, read.own);
    },
    readDebt: (key, number) => readDebt(clientOf(key.installation), key, number, debtText),
    createDebt: (key, place, content) =>
      createDebt(clientOf(key.installation), key, place, content, debtText),
    writeDebt: (key, place, content) =>
      writeDebt(clientOf(key.installation), key, place, content, debtText),
    pin: async (key, databaseId) => {
      const { owner, repo } = key;
      await clientOf(key.installation).rest("write", (octokit) =>
        octokit.request("PUT /repos/{owner}/{repo}/issues/comments/{comment_id}/pin", {
          owner,
          repo,
          comment_id: databaseId,
        }),
      );
    },
    sweep: async (installation, labels, span) => {
      const client = clientOf(installation);
      const scope = { repositories: await listRepositories(client), labels, span };
      const found = await sweepRepositories(client, scope, policyFiles);
      // Policies with labels of their own come to light with the first request: those repositories are asked once more.
      const served = new Set(found.flatMap((one) => one.labels));
      const own = [...served].filter((label) => !labels.includes(label));
      if (own.length === 0) return found;
      return sweepRepositories(client, { ...scope, labels: [...labels, ...own] }, policyFiles);
    },
  };
}
