import { RetryLaterError } from "../../../incident/errors.ts";
import { readReportBranch } from "../../../incident/report.ts";
import type { Snapshot } from "../../../incident/snapshot.ts";
import type { Mark, Mention } from "../../../report/index.ts";
import { parseAnswer, type Answer, type Client } from "../client.ts";
import { namedIn } from "./named-in.ts";
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

/** The repository in which what is found is told: where everybody can read that, nothing of a private one is. */
interface Here {
  /** In lower case. */
  readonly name: string;
  readonly isPrivate: boolean;
}

/** What is of another repository stands behind that one's name; null: it may not be told here. */
function toPrefix(
  { nameWithOwner, isPrivate }: MentionedCommit["repository"],
  here: Here,
): string | null {
  if (nameWithOwner.toLowerCase() === here.name) return "";
  return isPrivate && !here.isPrivate ? null : nameWithOwner;
}

/** A merged pull request; none where it is not merged, or is an incident's report itself. */
function toMerged(pull: MentionedPullRequest, here: Here): readonly Mention[] {
  const { mergedAt, mergedBy, title, url, number, headRefName, repository } = pull;
  const prefix = toPrefix(repository, here);
  if (mergedAt == null || prefix === null || readReportBranch(headRefName) !== null) return [];
  const name = `${prefix}#${number}`;
  return [{ kind: "merged", at: mergedAt, by: mergedBy?.login ?? null, title, name, url }];
}

function toCommitted(commit: MentionedCommit, by: string | null, here: Here): readonly Mention[] {
  const { committedDate: at, author, messageHeadline: title, abbreviatedOid, url } = commit;
  const prefix = toPrefix(commit.repository, here);
  if (prefix === null) return [];
  const name = `${prefix === "" ? "" : `${prefix}@`}${abbreviatedOid}`;
  return [{ kind: "committed", at, by: author?.user?.login ?? by, title, name, url }];
}

function toMentions(nodes: readonly SourceNode[], here: Here): readonly Mention[] {
  return nodes.flatMap((node): readonly Mention[] => {
    if (node.__typename === "ReferencedEvent")
      return node.commit ? toCommitted(node.commit, node.actor?.login ?? null, here) : [];
    if (node.__typename !== "CrossReferencedEvent") return [];
    const { source } = node;
    return source && "number" in source ? toMerged(source, here) : [];
  });
}

// A word that is the beginning of several ids, or of nothing, may fail or be the name of a branch: it is no commit.
function isNoCommit({ path }: Answer["failures"][number]): boolean {
  return path.length === 2 && /^c[\da-f]{7,40}$/.test(String(path[1]));
}

/** What stands under one name of the answer, as a mention. */
function toNamedMention([name, node]: readonly [string, unknown], here: Here): readonly Mention[] {
  const pull = pullRequestShape.safeParse(node);
  if (pull.success) return toMerged(pull.data, here);
  const commit = commitShape.safeParse(node);
  if (!commit.success || !commit.data.oid.startsWith(name.slice(1))) return [];
  return toCommitted(commit.data, null, here);
}

/** Reads what is named, and the template's file. */
async function readNamed(client: Client, snapshot: Snapshot, here: Here, path: string | null) {
  const things = namedIn(snapshot);
  const { numbers, commits, elsewhere } = things;
  if (path === null && numbers.length + commits.length + elsewhere.length === 0)
    return { mentions: [], template: null };
  const { owner, repo } = snapshot.key;
  const variables = { owner, repo, file: `HEAD:${path ?? ""}`, hasFile: path !== null };
  const answer = await client.query(toNamedDocument(things), variables);
  demandRead({ ...answer, failures: answer.failures.filter((one) => !isNoCommit(one)) });
  const { repository, ...others } = parseAnswer(namedShape, answer);
  const { id: _, file, ...own } = repository;
  const named = [own, ...Object.values(others)].flatMap((one) => Object.entries(one ?? {}));
  return {
    mentions: named.flatMap((one) => toNamedMention(one, here)),
    template: file?.isTruncated === true ? null : (file?.text ?? null),
  };
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
  const { owner, repo } = snapshot.key;
  const here = { name: `${owner}/${repo}`.toLowerCase(), isPrivate: snapshot.isPrivate };
  const named = await readNamed(client, snapshot, here, template);
  const all = [...toMentions(nodes, here), ...named.mentions];
  const each = new Map(all.map((mention) => [mention.url, mention]));
  return {
    marks: toMarks(nodes, reaction),
    mentions: [...each.values()],
    template: named.template,
  };
}
