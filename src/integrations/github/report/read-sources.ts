import { RetryLaterError } from "../../../incident/errors.ts";
import { readReportBranch } from "../../../incident/report.ts";
import type { Snapshot } from "../../../incident/snapshot.ts";
import type { Mark, Mention } from "../../../report/index.ts";
import { parseAnswer, type Answer, type Client } from "../client.ts";
import {
  commitShape,
  namedShape,
  pullRequestShape,
  SOURCES,
  sourcesShape,
  toNamedDocument,
  type MentionedCommit,
  type MentionedPullRequest,
  type SourceNode,
} from "./source-documents.ts";

/** What a report is gathered from besides the thread: who marked which comment, what mentions the issue or is mentioned in it, the team's template. */
export interface ReadSources {
  readonly marks: readonly Mark[];
  readonly mentions: readonly Mention[];
  /** The text of the team's template; null: none is wanted, or it is not there. */
  readonly template: string | null;
}

const MOST_NAMED = 40;
// A thread of so many pages has more than any report tells.
const MOST_PAGES = 40;

/** What the App may not see is null; what GitHub could not read is asked for again. */
function demandRead({ failures }: Answer): void {
  const failed = failures.find(({ type }) => type !== "NOT_FOUND" && type !== "FORBIDDEN");
  if (failed !== undefined)
    throw new RetryLaterError(
      `GitHub could not read what the report is from: ${failed.type}`,
      2000,
    );
}

async function readItems(client: Client, id: string): Promise<readonly SourceNode[]> {
  let nodes: readonly SourceNode[] = [];
  let before: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await client.query(SOURCES, { id, before });
    demandRead(answer);
    const { timelineItems } = parseAnswer(sourcesShape, answer).node;
    nodes = [...timelineItems.nodes.filter((node) => node !== null), ...nodes];
    const { hasPreviousPage, startCursor } = timelineItems.pageInfo;
    if (!hasPreviousPage) break;
    before = startCursor ?? null;
  }
  return nodes;
}

const toMarks = (nodes: readonly SourceNode[], reaction: string): readonly Mark[] =>
  nodes.flatMap((node) => {
    if (node.__typename !== "IssueComment") return [];
    const group = node.reactionGroups?.find(({ content }) => content === reaction);
    const by = (group?.reactors.nodes ?? []).flatMap((one) => one?.login ?? []);
    return by.length === 0 ? [] : [{ comment: node.id, by }];
  });

/** A merged pull request; none where it is not merged, or is an incident's report itself. */
function toMerged(pull: MentionedPullRequest, here: string): readonly Mention[] {
  const { mergedAt, mergedBy, title, url, number, headRefName, repository } = pull;
  if (mergedAt == null || readReportBranch(headRefName) !== null) return [];
  const isHere = repository.nameWithOwner.toLowerCase() === here;
  const name = `${isHere ? "" : repository.nameWithOwner}#${number}`;
  return [{ kind: "merged", at: mergedAt, by: mergedBy?.login ?? null, title, name, url }];
}

const toCommitted = (commit: MentionedCommit, by: string | null): Mention => ({
  kind: "committed",
  at: commit.committedDate,
  by: commit.author?.user?.login ?? by,
  title: commit.messageHeadline,
  name: commit.abbreviatedOid,
  url: commit.url,
});

function toMentions(nodes: readonly SourceNode[], here: string): readonly Mention[] {
  return nodes.flatMap((node): readonly Mention[] => {
    if (node.__typename === "ReferencedEvent")
      return node.commit ? [toCommitted(node.commit, node.actor?.login ?? null)] : [];
    if (node.__typename !== "CrossReferencedEvent") return [];
    const { source } = node;
    return source && "number" in source ? toMerged(source, here) : [];
  });
}

const NUMBER = /(?<![\w/#-])#(\d{1,9})(?!\w)/g;
const COMMIT = /(?<!\w)[\da-f]{40}(?!\w)/g;

/** What the thread names of its own repository: numbers, which may be pull requests, and commits by their ids or addresses. */
function namedIn({ body, events, key, url }: Snapshot) {
  const texts = [
    body,
    ...events.flatMap((event) => (event.kind === "comment" ? [event.text] : [])),
  ];
  const repository = url.slice(0, url.lastIndexOf("/issues/"));
  const PULL = "/pull/";
  const words = texts.flatMap((text) => text.split(/[\s<>()[\]]+/));
  const linked = words.flatMap((word) =>
    word.startsWith(repository + PULL)
      ? [parseInt(word.slice(repository.length + PULL.length), 10)]
      : [],
  );
  const numbers = texts.flatMap((text) => [...text.matchAll(NUMBER)].map(([, one]) => Number(one)));
  const commits = texts.flatMap((text) => [...text.matchAll(COMMIT)].map(([oid]) => oid));
  const isOther = (number: number): boolean => number > 0 && number !== key.number;
  return {
    numbers: [...new Set([...linked, ...numbers])].filter(isOther).slice(0, MOST_NAMED),
    commits: [...new Set(commits)].slice(0, MOST_NAMED),
  };
}

/** Reads what is named, and the template's file. */
async function readNamed(client: Client, snapshot: Snapshot, path: string | null) {
  const { numbers, commits } = namedIn(snapshot);
  if (path === null && numbers.length + commits.length === 0)
    return { mentions: [], template: null };
  const { owner, repo } = snapshot.key;
  const variables = { owner, repo, file: `HEAD:${path ?? ""}`, hasFile: path !== null };
  const answer = await client.query(toNamedDocument(numbers, commits), variables);
  demandRead(answer);
  const { id: _, file, ...named } = parseAnswer(namedShape, answer).repository;
  const here = `${owner}/${repo}`.toLowerCase();
  const mentions = Object.values(named).flatMap((node): readonly Mention[] => {
    const pull = pullRequestShape.safeParse(node);
    if (pull.success) return toMerged(pull.data, here);
    const commit = commitShape.safeParse(node);
    return commit.success ? [toCommitted(commit.data, null)] : [];
  });
  return { mentions, template: file?.isTruncated === true ? null : (file?.text ?? null) };
}

/** What is wanted besides mentions: the reaction that marks a comment, as GraphQL has it, and the path of the team's template. */
export interface WantedSources {
  readonly reaction: string;
  readonly template: string | null;
}

/** Reads what a report is gathered from besides the thread, which `snapshot` holds whole. What the App may not see is left away. */
export async function readSources(
  client: Client,
  snapshot: Snapshot,
  { reaction, template }: WantedSources,
): Promise<ReadSources> {
  const nodes = await readItems(client, snapshot.nodeId);
  const named = await readNamed(client, snapshot, template);
  const { owner, repo } = snapshot.key;
  const all = [...toMentions(nodes, `${owner}/${repo}`.toLowerCase()), ...named.mentions];
  const each = new Map(all.map((mention) => [mention.url, mention]));
  return {
    marks: toMarks(nodes, reaction),
    mentions: [...each.values()],
    template: named.template,
  };
}
