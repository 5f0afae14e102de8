import type { IssueEffect } from "../../effects/index.ts";
import { assertNever } from "../../incident/assert-never.ts";
import { InternalError } from "../../incident/errors.ts";
import { REACTIONS } from "./to-event.ts";

/** An effect whose texts are rendered: what is sent is data. */
export type RenderedEffect =
  | Exclude<IssueEffect, { readonly kind: "post" | "file-action" }>
  | (Omit<Extract<IssueEffect, { readonly kind: "file-action" }>, "message"> & {
      readonly body: string;
    })
  | { readonly kind: "post"; readonly key: string; readonly body: string };

/** What the effects of a document need to be known by: node ids. */
export interface Ids {
  readonly issue: string;
  readonly repository: string;
  /** Of labels, by name in lower case; a label that the repository lacks is made first. */
  readonly labels: ReadonlyMap<string, string>;
  /** Of accounts, by login in lower case. */
  readonly people: ReadonlyMap<string, string>;
}

/** One mutation of a document. */
export interface Mutation {
  readonly field: string;
  readonly input: string;
  readonly variable: object;
  readonly selection: string;
}

const NOTHING = "{ clientMutationId }";
// The answer carries the newest versions, so that a person's edit that came in between is seen at once.
const BODY_ANSWER =
  "{ issue { userContentEdits(first: 5) { nodes { id editedAt editor { __typename login } } } } }";
const COMMENT_ANSWER = "{ commentEdge { node { id fullDatabaseId url body createdAt } } }";

const idsOf = (logins: readonly string[], ids: Ids): readonly string[] =>
  logins.flatMap((login) => ids.people.get(login.toLowerCase()) ?? []);

function labelId(name: string, ids: Ids): string {
  const id = ids.labels.get(name.toLowerCase());
  if (id === undefined) throw new InternalError("a label has no id though it was made");
  return id;
}

const simple = (field: string, input: string, variable: object): Mutation => ({
  field,
  input,
  variable,
  selection: NOTHING,
});

/** The mutation that carries an effect out. */
export function toMutation(effect: RenderedEffect, ids: Ids): Mutation {
  const id = ids.issue;
  switch (effect.kind) {
    case "write-body":
      return {
        field: "updateIssue",
        input: "UpdateIssueInput",
        variable: { id, body: effect.body },
        selection: BODY_ANSWER,
      };
    case "add-label":
      return simple("addLabelsToLabelable", "AddLabelsToLabelableInput", {
        labelableId: id,
        labelIds: [labelId(effect.label.name, ids)],
      });
    case "file-action": {
      const { title, assignee } = effect.action;
      return simple("createIssue", "CreateIssueInput", {
        repositoryId: ids.repository,
        parentIssueId: id,
        title,
        body: effect.body,
        labelIds: [labelId(effect.label.name, ids)],
        assigneeIds: assignee === null ? [] : idsOf([assignee], ids),
      });
    }
    case "remove-label":
      return simple("removeLabelsFromLabelable", "RemoveLabelsFromLabelableInput", {
        labelableId: id,
        labelIds: [labelId(effect.name, ids)],
      });
    case "assign":
      return simple("addAssigneesToAssignable", "AddAssigneesToAssignableInput", {
        assignableId: id,
        assigneeIds: idsOf(effect.logins, ids),
      });
    case "unassign":
      return simple("removeAssigneesFromAssignable", "RemoveAssigneesFromAssignableInput", {
        assignableId: id,
        assigneeIds: idsOf(effect.logins, ids),
      });
    case "post":
      return toComment(id, effect.body);
    case "react":
      return simple("addReaction", "AddReactionInput", {
        subjectId: effect.subject,
        content: REACTIONS[effect.receipt],
      });
    case "minimize":
      return simple("minimizeComment", "MinimizeCommentInput", {
        subjectId: effect.nodeId,
        classifier: "OUTDATED",
      });
    case "close":
      return simple("closeIssue", "CloseIssueInput", {
        issueId: id,
        stateReason: effect.reason === "completed" ? "COMPLETED" : "NOT_PLANNED",
      });
    case "reopen":
      return simple("reopenIssue", "ReopenIssueInput", { issueId: id });
    default:
      return assertNever(effect);
  }
}

/** The mutation that writes a new comment; its answer tells the comment. */
export const toComment = (subjectId: string, body: string): Mutation => ({
  field: "addComment",
  input: "AddCommentInput",
  variable: { subjectId, body },
  selection: COMMENT_ANSWER,
});

/** The mutation that writes the status comment anew. */
export const toStatusEdit = (id: string, body: string): Mutation => ({
  field: "updateIssueComment",
  input: "UpdateIssueCommentInput",
  variable: { id, body },
  selection: NOTHING,
});

/** The mutation that makes a label. */
export const toLabel = (
  repositoryId: string,
  { name, color, description }: { name: string; color: string; description: string },
): Mutation => ({
  field: "createLabel",
  input: "CreateLabelInput",
  variable: { repositoryId, name, color, description },
  selection: "{ label { id name } }",
});

/** Several mutations as one document, carried out in order; the alias of the n-th is `m<n>`. People's text is only in variables. */
export function toDocument(
  name: string,
  mutations: readonly Mutation[],
): { readonly document: string; readonly variables: Readonly<Record<string, object>> } {
  const declared = mutations.map(({ input }, index) => `$v${index}: ${input}!`);
  const fields = mutations.map(
    ({ field, selection }, index) => `  m${index}: ${field}(input: $v${index}) ${selection}`,
  );
  return {
    document: `mutation ${name}(${declared.join(", ")}) {\n${fields.join("\n")}\n}`,
    variables: Object.fromEntries(mutations.map(({ variable }, index) => [`v${index}`, variable])),
  };
}
