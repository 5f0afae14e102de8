import { z } from "zod";
import type { ReportDraft, ReportShelf, ReportWhere } from "../../../effects/report.ts";
import { RetryLaterError, TerminalError } from "../../../incident/errors.ts";
import { time } from "../answer-parts.ts";
import { parseAnswer, type Answer, type Client } from "../client.ts";
import { readPostMark, toPostMark } from "../post-mark.ts";
import { toComment, toDocument, toStatusEdit, type Mutation } from "../write-document.ts";

/** The key of the comment that is a report. */
export const REPORT_KEY = "report";

const READ = `query ReportComment($id: ID!) {
  node(id: $id) { ... on IssueComment { id url body createdAt lastEditedAt repository { isPrivate } } }
}`;

const shape = z.object({
  node: z
    .object({
      id: z.string(),
      url: z.string(),
      body: z.string(),
      createdAt: time,
      lastEditedAt: z.string().nullish(),
      repository: z.object({ isPrivate: z.boolean() }),
    })
    .partial()
    .nullish(),
});

const withoutMark = (body: string): string => body.split(toPostMark(REPORT_KEY))[0] ?? body;

function check({ failures }: Answer): void {
  const [failed] = failures;
  if (failed === undefined) return;
  const isFinal = failed.type === "FORBIDDEN" || failed.type === "UNPROCESSABLE";
  const says = `GitHub does not take the report as a comment: ${failed.message}`;
  throw isFinal ? new TerminalError(says) : new RetryLaterError(says, 2000);
}

async function read(client: Client, id: string): Promise<ReportDraft | null> {
  const answer = await client.query(READ, { id });
  const gone = answer.failures.some(({ type }) => type === "NOT_FOUND");
  if (!gone) check(answer);
  const { node } = parseAnswer(shape, answer);
  const { url, body, createdAt } = node ?? {};
  if (url === undefined || body === undefined || createdAt === undefined) return null;
  const isMarked = readPostMark(body) === REPORT_KEY;
  return {
    as: "comment",
    id,
    url,
    path: null,
    state: "draft",
    createdAt,
    publishedAt: null,
    publishedBy: null,
    approvals: [],
    requested: [],
    isPublic: node?.repository?.isPrivate === false,
    text: isMarked ? withoutMark(body) : null,
    version: node?.lastEditedAt ?? "",
  };
}

/** A report as a comment in the incident's issue: for teams without pull requests, and where the App may not make any. */
export function createCommentShelf(client: Client, where: ReportWhere): ReportShelf {
  const send = async (mutation: Mutation): Promise<void> => {
    const { document, variables } = toDocument("ReportComment", [mutation]);
    check(await client.mutate(document, variables));
  };
  const { id, issueId } = where;
  return {
    read: async () => (id === null ? null : read(client, id)),
    create: async ({ about, text }) => {
      await send(toComment(issueId, `${about}\n\n${text}${toPostMark(REPORT_KEY)}`));
      return null;
    },
    // GitHub has no compare-and-set for comments: read again right before, a person's words are kept.
    write: async (draft, text) => {
      const now = await read(client, draft.id);
      if (now?.version !== draft.version) return false;
      await send(toStatusEdit(draft.id, `${text}${toPostMark(REPORT_KEY)}`));
      return true;
    },
    ask: async () => undefined,
    check: async () => undefined,
  };
}
