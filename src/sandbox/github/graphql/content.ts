import { authorAssociation } from "../render/author-association.ts";
import type { Comment, Content, Edit, Issue, ReactionContent } from "../world/records.ts";
import { toConnection } from "./connection.ts";
import type { GraphqlContext } from "./context.ts";
import type { Resolvers } from "./resolver.ts";

/** GraphQL's names of the reactions, in the order of its reaction groups. */
export const REACTION_NAMES = {
  THUMBS_UP: "+1",
  THUMBS_DOWN: "-1",
  LAUGH: "laugh",
  HOORAY: "hooray",
  CONFUSED: "confused",
  HEART: "heart",
  ROCKET: "rocket",
  EYES: "eyes",
} as const satisfies Readonly<Record<string, ReactionContent>>;

/** The eight groups of reactions to something; a group without reactions is there too. */
export function reactionGroups({ reactions }: Content, { store }: GraphqlContext) {
  return Object.entries(REACTION_NAMES).map(([content, name]) => {
    const given = reactions.filter((each) => each.content === name);
    return {
      content,
      createdAt: given[0]?.createdAt ?? null,
      viewerHasReacted: given.some((each) => each.account === store.bot),
      reactors: given.map((each) => each.account),
    };
  });
}

const repositoryOf = (content: Issue | Comment) =>
  content.typename === "Issue" ? content.repository : content.issue.repository;

/** What issues and comments have in common. */
export const CONTENT: Resolvers<Issue | Comment> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  fullDatabaseId: ({ id }) => String(id),
  repository: repositoryOf,
  authorAssociation: (content, _args, { store }) =>
    authorAssociation(store, content.author, repositoryOf(content)),
  includesCreatedEdit: ({ edits }) => edits.length > 0,
  viewerDidAuthor: ({ author }, _args, { store }) => author === store.bot,
  viewerCanDelete: (content, _args, { installation }) =>
    content.typename === "IssueComment" && installation.repositories.has(repositoryOf(content)),
  userContentEdits: ({ edits }, args, _context, info) =>
    toConnection(edits.toReversed(), args, info),
  reactionGroups: (content, _args, context) => reactionGroups(content, context),
};

/** One revision of a body. */
export const EDIT: Resolvers<Edit> = {
  id: ({ nodeId }) => nodeId,
  createdAt: ({ editedAt }) => editedAt,
  updatedAt: ({ editedAt }) => editedAt,
  deletedAt: () => null,
  deletedBy: () => null,
};
