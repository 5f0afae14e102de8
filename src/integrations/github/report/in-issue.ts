import { z } from "zod";
import type { ReportDraft, ReportShelf, ReportWhere } from "../../../effects/report.ts";
import { RetryLaterError, TerminalError } from "../../../incident/errors.ts";
import { toReportMark } from "../../../incident/report.ts";
import { time } from "../answer-parts.ts";
import { parseAnswer, type Answer, type Client } from "../client.ts";
import { toDocument, type Mutation } from "../write-document.ts";

const READ = `query ReportIssue($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    id isPrivate
    issue(number: $number) { id number url title body state stateReason closedAt createdAt lastEditedAt }
  }
}`;

const HOME = `query ReportHome($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    id
    issue(number: $number) { subIssues(first: 100) { nodes { number title } } }
  }
}`;

const readShape = z.object({
  repository: z.object({
    isPrivate: z.boolean(),
    issue: z
      .object({
        id: z.string(),
        number: z.number(),
        url: z.string(),
        body: z.string(),
        state: z.enum(["OPEN", "CLOSED"]),
        stateReason: z.string().nullish(),
        closedAt: time.nullish(),
        createdAt: time,
        lastEditedAt: z.string().nullish(),
      })
      .nullish(),
  }),
});

const homeShape = z.object({
  repository: z.object({
    id: z.string(),
    issue: z.object({
      subIssues: z.object({
        nodes: z.array(z.object({ number: z.number(), title: z.string() }).nullable()),
      }),
    }),
  }),
});

function check({ failures }: Answer): void {
  const [failed] = failures;
  if (failed === undefined) return;
  const isFinal = failed.type === "FORBIDDEN" || failed.type === "UNPROCESSABLE";
  const says = `GitHub does not take the report as an issue: ${failed.message}`;
  throw isFinal ? new TerminalError(says) : new RetryLaterError(says, 2000);
}

async function read(client: Client, { key }: ReportWhere, number: number) {
  const { owner, repo } = key;
  const answer = await client.query(READ, { owner, repo, number });
  const gone = answer.failures.some(({ type }) => type === "NOT_FOUND");
  if (gone) return null;
  check(answer);
  const { issue, isPrivate } = parseAnswer(readShape, answer).repository;
  return issue ? { ...issue, isPrivate } : null;
}

type IssueNode = NonNullable<Awaited<ReturnType<typeof read>>>;

// Whoever closes it says that it is done: an issue has no review. Not planned, it is nothing that was published.
function stateOf({
  state,
  stateReason,
}: Pick<IssueNode, "state" | "stateReason">): ReportDraft["state"] {
  if (state === "OPEN") return "draft";
  return stateReason === "NOT_PLANNED" ? "withdrawn" : "published";
}

const toDraft = ({ number, url, createdAt, ...node }: IssueNode): ReportDraft => ({
  as: "issue",
  id: String(number),
  url,
  path: null,
  state: stateOf(node),
  createdAt,
  publishedAt: node.closedAt ?? null,
  publishedBy: null,
  approvals: [],
  requested: [],
  isPublic: !node.isPrivate,
  text: node.body,
  version: node.lastEditedAt ?? "",
});

/** A report as an issue of its own beneath the incident's; closing it publishes it. */
export function createIssueShelf(client: Client, where: ReportWhere): ReportShelf {
  const { key, issueId, id } = where;
  const send = async (mutation: Mutation): Promise<void> => {
    const { document, variables } = toDocument("ReportIssue", [mutation]);
    check(await client.mutate(document, variables));
  };
  const readKnown = (number: number) => read(client, where, number);
  return {
    read: async () => {
      const node = id === null ? null : await readKnown(Number(id));
      return node === null ? null : toDraft(node);
    },
    // Made and put beneath the incident's issue in one step, so that a repeat finds it there by its title.
    create: async ({ title, about, text }) => {
      const { owner, repo, number } = key;
      const answer = await client.query(HOME, { owner, repo, number });
      check(answer);
      const { repository } = parseAnswer(homeShape, answer);
      if (repository.issue.subIssues.nodes.some((one) => one?.title === title)) return null;
      const body = `${about}\n\n${text}${toReportMark(number)}`;
      const variable = { repositoryId: repository.id, parentIssueId: issueId, title, body };
      await send({
        field: "createIssue",
        input: "CreateIssueInput",
        variable,
        selection: "{ clientMutationId }",
      });
      return null;
    },
    // GitHub has no compare-and-set for bodies: read again right before, a person's words are kept.
    write: async (draft, text) => {
      const node = await readKnown(Number(draft.id));
      if (node === null || toDraft(node).version !== draft.version) return false;
      await send({
        field: "updateIssue",
        input: "UpdateIssueInput",
        variable: { id: node.id, body: text },
        selection: "{ clientMutationId }",
      });
      return true;
    },
    ask: async () => undefined,
    check: async () => undefined,
  };
}
