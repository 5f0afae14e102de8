import { z } from "zod";
import { RetryLaterError, TerminalError } from "../../../incident/errors.ts";
import type { RepositoryKey } from "../../../incident/key.ts";
import { DEBT_LABEL, DEBT_TITLE, type DebtRow } from "../../../incident/report-debt.ts";
import type { Answer, Client } from "../client.ts";
import { appliedShape, createdLabelShape } from "../shapes.ts";
import { toDocument, toLabel, type Mutation } from "../write-document.ts";
import { type DebtBody, type DebtText } from "./debt-text.ts";
import { isNews, type DebtIssue, type DebtPlace } from "./read-debt.ts";

/** What is to stand in the debt issue. */
export interface DebtContent {
  /** For people. */
  readonly text: string;
  /** Oldest first: those for which there is room, see {@link roomIn}. */
  readonly rows: readonly DebtRow[];
}

const FINAL = ["NOT_FOUND", "FORBIDDEN", "UNPROCESSABLE", "INSUFFICIENT_SCOPES"];
const RETRY_MS = 2000;

/** Sends mutations, of which the first has to succeed; what becomes of the others is seen by the next read. */
async function send(
  client: Client,
  { owner, repo }: RepositoryKey,
  mutations: readonly Mutation[],
): Promise<unknown> {
  const { document, variables } = toDocument("ReportDebt", mutations);
  const answer: Answer = await client.mutate(document, variables);
  const data = (answer.data ?? {}) as Readonly<Record<string, unknown>>;
  const failure = answer.failures.find(
    ({ path }) => path[0] === "m0" || !/^m\d+$/.test(`${path[0]}`),
  );
  if (failure === undefined && data["m0"] !== undefined && data["m0"] !== null) return data["m0"];
  const says = `Sitrep cannot keep the issue with the reports that are owed in ${owner}/${repo}: ${failure?.message ?? "no answer"}`;
  throw FINAL.includes(failure?.type ?? "")
    ? new TerminalError(says)
    : new RetryLaterError(says, RETRY_MS);
}

const createdShape = z.object({ issue: z.object({ number: z.number() }) });

/** The label, made where the repository lacks it. */
async function ensureLabel(client: Client, key: RepositoryKey, place: DebtPlace): Promise<string> {
  if (place.labelId !== null) return place.labelId;
  const made = await send(client, key, [toLabel(place.repositoryId, DEBT_LABEL)]);
  return createdLabelShape.parse(made).label.id;
}

function toBody(
  around: Pick<DebtBody, "before" | "after">,
  { text, rows }: DebtContent,
  basedOn: string | null,
  { repositoryId }: DebtPlace,
  debtText: DebtText,
): string {
  return debtText.write(around, text, debtText.toLine({ rows, basedOn }, repositoryId));
}

/** Makes the debt issue, and its label where that is missing. Answers its number. To be called only where a read found none. */
export async function createDebt(
  client: Client,
  key: RepositoryKey,
  place: DebtPlace,
  content: DebtContent,
  text: DebtText,
): Promise<number> {
  const labelId = await ensureLabel(client, key, place);
  const body = toBody({ before: "", after: "" }, content, null, place, text);
  const made = await send(client, key, [
    {
      field: "createIssue",
      input: "CreateIssueInput",
      variable: {
        repositoryId: place.repositoryId,
        title: DEBT_TITLE,
        body,
        labelIds: [labelId],
      },
      selection: "{ issue { number } }",
    },
  ]);
  return createdShape.parse(made).issue.number;
}

/** Body and state are one mutation: what the body says of the state is so. GitHub closes an issue as completed if no reason is given. */
const toEdit = (id: string, body: string, state: "OPEN" | "CLOSED" | null): Mutation => ({
  field: "updateIssue",
  input: "UpdateIssueInput",
  variable: { id, body, ...(state !== null && { state }) },
  selection:
    "{ issue { userContentEdits(first: 5) { nodes { id editedAt editor { __typename login } } } } }",
});

/**
 * Writes the debt issue anew: Sitrep's part of the body it was read with, its state (null: as it is), and the label by which it is found,
 * where people took it off. Answers whether somebody edited it between the read and the write.
 */
export async function writeDebt(
  client: Client,
  key: RepositoryKey,
  place: DebtPlace & { readonly issue: DebtIssue },
  { state, ...content }: DebtContent & { readonly state: "OPEN" | "CLOSED" | null },
  text: DebtText,
): Promise<boolean> {
  const { issue } = place;
  const body = toBody(issue.body, content, issue.versions[0] ?? null, place, text);
  const labelIds = issue.hasLabel ? [] : [await ensureLabel(client, key, place)];
  const made = await send(client, key, [
    toEdit(issue.id, body, state),
    ...(labelIds.length === 0
      ? []
      : [
          {
            field: "addLabelsToLabelable",
            input: "AddLabelsToLabelableInput",
            variable: { labelableId: issue.id, labelIds },
            selection: "{ clientMutationId }",
          },
        ]),
  ]);
  return isNews(appliedShape.parse(made).issue.userContentEdits.nodes, issue, place.own);
}
