import * as acts from "../../acts/comments.ts";
import { addReaction } from "../../acts/reactions.ts";
import { HttpError } from "../../http/http-error.ts";
import { renderComment } from "../../render/comment.ts";
import { renderReaction } from "../../render/reactions.ts";
import { REACTIONS } from "../../world/records.ts";
import type { Comment, Issue } from "../../world/records.ts";
import { choiceOf, neededText } from "../body.ts";
import { commentOf, issueOf } from "../find.ts";
import { answerList, sinceOf } from "../list.ts";
import type { RestAnswer, RestCall, Route } from "../route.ts";

const ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}";
const COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";

function react(call: RestCall, subject: Issue | Comment): RestAnswer {
  const content = choiceOf(call.body, "content", REACTIONS);
  if (content === undefined) throw new HttpError(422, "Validation Failed");
  const { reaction, isNew } = addReaction(call.store, call.actor, subject, content);
  return { status: isNew ? 201 : 200, body: renderReaction(call.store.origin, reaction) };
}

/** Comments and reactions. */
export const commentRoutes: readonly Route[] = [
  {
    method: "GET",
    template: `${ISSUE}/comments`,
    access: "issues:read",
    operationId: "issues/list-comments",
    answer: (call) => {
      const since = sinceOf(call.query);
      const comments = issueOf(call).comments.filter(
        (comment) => since === null || Date.parse(comment.updatedAt) >= since,
      );
      return answerList(call, comments, (comment) => renderComment(call.store, comment));
    },
  },
  {
    method: "POST",
    template: `${ISSUE}/comments`,
    access: "issues:write",
    operationId: "issues/create-comment",
    answer: (call) => {
      const issue = issueOf(call);
      const body = neededText(call.body, "body");
      const comment = acts.addComment(call.store, call.actor, issue, body);
      return {
        status: 201,
        body: renderComment(call.store, comment),
      };
    },
  },
  {
    method: "GET",
    template: COMMENT,
    access: "issues:read",
    operationId: "issues/get-comment",
    answer: (call) => ({
      status: 200,
      body: renderComment(call.store, commentOf(call)),
    }),
  },
  {
    method: "PATCH",
    template: COMMENT,
    access: "issues:write",
    operationId: "issues/update-comment",
    answer: (call) => {
      const comment = commentOf(call);
      acts.editComment(call.store, call.actor, comment, neededText(call.body, "body"));
      return {
        status: 200,
        body: renderComment(call.store, comment),
      };
    },
  },
  {
    method: "DELETE",
    template: COMMENT,
    access: "issues:write",
    operationId: "issues/delete-comment",
    answer: (call) => {
      acts.deleteComment(call.store, call.actor, commentOf(call));
      return { status: 204 };
    },
  },
  {
    method: "PUT",
    template: `${COMMENT}/pin`,
    access: "issues:write",
    operationId: "issues/pin-comment",
    answer: (call) => {
      const comment = commentOf(call);
      acts.pinComment(call.store, call.actor, comment, true);
      return {
        status: 200,
        body: renderComment(call.store, comment),
      };
    },
  },
  {
    method: "DELETE",
    template: `${COMMENT}/pin`,
    access: "issues:write",
    operationId: "issues/unpin-comment",
    answer: (call) => {
      acts.pinComment(call.store, call.actor, commentOf(call), false);
      return { status: 204 };
    },
  },
  {
    method: "POST",
    template: `${COMMENT}/reactions`,
    access: "issues:write",
    operationId: "reactions/create-for-issue-comment",
    answer: (call) => react(call, commentOf(call)),
  },
  {
    method: "POST",
    template: `${ISSUE}/reactions`,
    access: "issues:write",
    operationId: "reactions/create-for-issue",
    answer: (call) => react(call, issueOf(call)),
  },
];
