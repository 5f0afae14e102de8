import type { LabelSpec } from "../../effects/index.ts";
import type { IncidentKey } from "../../incident/key.ts";
import type { People } from "../../incident/person.ts";
import type { MachineRecord } from "../../incident/record.ts";
import type { StatusComment } from "../../incident/snapshot.ts";
import { applyEffects, prepare, type Applied } from "./apply-effects.ts";
import type { Client } from "./client.ts";
import { createClient, type ClientOptions } from "./create-client.ts";
import { listRepositories, sweepRepositories, type SweptRepository } from "./list-incidents.ts";
import { createRights } from "./read-people.ts";
import { readIssue, type ReadIssue } from "./read-snapshot.ts";
import { createRecordText } from "./record-text.ts";
import type { Ids, RenderedEffect } from "./write-document.ts";

export type { Applied, Failure } from "./apply-effects.ts";
export type { SweptRepository } from "./list-incidents.ts";
export type { ReadIssue } from "./read-snapshot.ts";
export type { Ids, RenderedEffect } from "./write-document.ts";
export { toPostMark } from "./post-mark.ts";
export { visibleText } from "./record-text.ts";

/** GitHub as the look needs it; every call may throw `RetryLaterError` or `TerminalError`. */
export interface GitHub {
  /** Reads the issue of the key; `statusId` saves a request where it is known. */
  readIssue(key: IncidentKey, statusId: string | null): Promise<ReadIssue>;
  /** Reads what accounts may do in the repository. */
  readPeople(key: IncidentKey, logins: readonly string[]): Promise<People>;
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
  /** Pins a comment. */
  pin(key: IncidentKey, databaseId: number): Promise<void>;
  /** Repositories of an installation with what may need a look; `since` in ms. */
  sweep(
    installation: number,
    labelsOf: (found: SweptRepository) => readonly string[],
    labels: readonly string[],
    since: number,
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
  const recordText = createRecordText(secret);
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
    readPeople: (key, logins) => rights.read(clientOf(key.installation), key, logins),
    prepare: (key, read, labels, statusText) => {
      const body = statusText === null ? null : `${statusText}\n\n${recordText.fresh}`;
      return prepare(clientOf(key.installation), read, labels, body);
    },
    apply: (key, read, effects, status, ids) => {
      const body =
        status === null
          ? null
          : {
              nodeId: status.nodeId,
              body: `${status.text}\n\n${recordText.write(status.record, read.snapshot.nodeId)}`,
            };
      return applyEffects(clientOf(key.installation), read, effects, body, ids, read.own);
    },
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
    sweep: async (installation, labelsOf, labels, since) => {
      const client = clientOf(installation);
      const ids = await listRepositories(client);
      const found = await sweepRepositories(client, ids, labels, since);
      // Policies with labels of their own come to light with the first request: those repositories are asked once more.
      const own = [...new Set(found.flatMap(labelsOf))].filter((label) => !labels.includes(label));
      return own.length === 0 ? found : sweepRepositories(client, ids, [...labels, ...own], since);
    },
  };
}
