import { z } from "zod";
import type { IncidentIssue, IssueMark } from "../../incident/incident-issue.ts";
import { time } from "./answer-parts.ts";

/** The fields of an incident's issue in a document that reads many; beside {@link foundIssue}. */
export const ISSUE_FIELDS = `id number title body url state stateReason createdAt closedAt
  author { __typename login }
  labels(first: 50) { nodes { name } }
  subIssues(first: 50) { nodes { number title url state createdAt closedAt repository { isPrivate } } }
  timelineItems(first: 100, itemTypes: [LABELED_EVENT, UNLABELED_EVENT, CLOSED_EVENT, REOPENED_EVENT]) {
    nodes {
      __typename
      ... on LabeledEvent { createdAt label { name } }
      ... on UnlabeledEvent { createdAt label { name } }
      ... on ClosedEvent { createdAt }
      ... on ReopenedEvent { createdAt }
    }
  }`;

const state = z.enum(["OPEN", "CLOSED"]);

const MARKS = {
  LabeledEvent: "labeled",
  UnlabeledEvent: "unlabeled",
  ClosedEvent: "closed",
  ReopenedEvent: "reopened",
} as const satisfies Record<string, IssueMark["kind"]>;

const mark = z.object({
  __typename: z.enum(Object.keys(MARKS) as [keyof typeof MARKS]),
  createdAt: time,
  label: z.object({ name: z.string() }).nullish(),
});

const subIssue = z.object({
  number: z.number(),
  title: z.string(),
  url: z.string(),
  state,
  createdAt: time,
  closedAt: time.nullish(),
  repository: z.object({ isPrivate: z.boolean() }),
});

/** The answer to {@link ISSUE_FIELDS}. */
export const foundIssue = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  body: z.string(),
  url: z.string(),
  state,
  stateReason: z.string().nullish(),
  createdAt: time,
  closedAt: time.nullish(),
  author: z.object({ __typename: z.string(), login: z.string() }).nullish(),
  labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }),
  // Null: in a repository that the token may not read.
  subIssues: z.object({ nodes: z.array(subIssue.nullable()) }),
  timelineItems: z.object({ nodes: z.array(mark) }),
});

export type FoundIssue = z.infer<typeof foundIssue>;

/** The issue as the core sees it. What stands in a private repository is left out unless `showsPrivate`. */
export function toIncidentIssue(
  issue: FoundIssue,
  { incident, reportText }: Pick<IncidentIssue, "incident" | "reportText">,
  showsPrivate: boolean,
): IncidentIssue {
  const { number, title, url, body, createdAt } = issue;
  return {
    number,
    title,
    url,
    body,
    createdAt,
    incident,
    reportText,
    isOpen: issue.state === "OPEN",
    reason: issue.state === "OPEN" ? null : (issue.stateReason?.toLowerCase() ?? "completed"),
    closedAt: issue.closedAt ?? null,
    opener: issue.author?.login ?? null,
    labels: issue.labels.nodes.map(({ name }) => name),
    marks: issue.timelineItems.nodes.map((node) => ({
      kind: MARKS[node.__typename],
      at: node.createdAt,
      label: node.label?.name ?? null,
    })),
    actionItems: issue.subIssues.nodes.flatMap((item) =>
      item === null || (item.repository.isPrivate && !showsPrivate)
        ? []
        : [
            {
              number: item.number,
              title: item.title,
              url: item.url,
              isOpen: item.state === "OPEN",
              openedAt: item.createdAt,
              closedAt: item.closedAt ?? null,
            },
          ],
    ),
  };
}
