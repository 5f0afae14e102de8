import { addLabels, createLabel, removeLabels } from "../../acts/labels.ts";
import { HttpError } from "../../http/http-error.ts";
import { renderLabel } from "../../render/label.ts";
import type { Label, Repository } from "../../world/records.ts";
import { namesOf, neededText, textOf } from "../body.ts";
import { issueOf, repositoryOf } from "../find.ts";
import { answerList } from "../list.ts";
import type { RestCall, Route } from "../route.ts";
import { labelsNamed } from "./issues.ts";

const REPOSITORY = "/repos/{owner}/{repo}/labels";
const ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}/labels";

function labelOf({ params }: RestCall, repository: Repository): Label {
  const label = repository.labels.get((params["name"] ?? "").toLowerCase());
  if (label === undefined) throw new HttpError(404, "Not Found");
  return label;
}

const renderAll = (call: RestCall, labels: readonly Label[]) =>
  labels.map((label) => renderLabel(call.store.origin, label));

/** Labels, of repositories and on issues. */
export const labelRoutes: readonly Route[] = [
  {
    method: "GET",
    template: REPOSITORY,
    access: "issues:read",
    operationId: "issues/list-labels-for-repo",
    answer: (call) =>
      answerList(call, [...repositoryOf(call).labels.values()], (label) =>
        renderLabel(call.store.origin, label),
      ),
  },
  {
    method: "POST",
    template: REPOSITORY,
    access: "issues:write",
    operationId: "issues/create-label",
    answer: (call) => {
      const { store, actor, body } = call;
      const color = textOf(body, "color");
      const wanted = {
        name: neededText(body, "name"),
        color,
        description: textOf(body, "description"),
      };
      const label = createLabel(store, actor, repositoryOf(call), wanted);
      return {
        status: 201,
        body: renderLabel(store.origin, label),
      };
    },
  },
  {
    method: "GET",
    template: `${REPOSITORY}/{name}`,
    access: "issues:read",
    operationId: "issues/get-label",
    answer: (call) => ({
      status: 200,
      body: renderLabel(call.store.origin, labelOf(call, repositoryOf(call))),
    }),
  },
  {
    method: "GET",
    template: ISSUE,
    access: "issues:read",
    operationId: "issues/list-labels-on-issue",
    answer: (call) =>
      answerList(call, issueOf(call).labels, (label) => renderLabel(call.store.origin, label)),
  },
  {
    method: "POST",
    template: ISSUE,
    access: "issues:write",
    operationId: "issues/add-labels",
    answer: (call) => {
      const issue = issueOf(call);
      const names = namesOf(call.body, "labels");
      if (names === undefined) throw new HttpError(422, "Validation Failed");
      addLabels(call.store, call.actor, issue, labelsNamed(call, issue.repository, names));
      return {
        status: 200,
        body: renderAll(call, issue.labels),
      };
    },
  },
  {
    method: "DELETE",
    template: `${ISSUE}/{name}`,
    access: "issues:write",
    operationId: "issues/remove-label",
    answer: (call) => {
      const issue = issueOf(call);
      const label = issue.repository.labels.get((call.params["name"] ?? "").toLowerCase());
      if (label === undefined || !issue.labels.includes(label))
        throw new HttpError(404, "Label does not exist");
      removeLabels(call.store, call.actor, issue, [label]);
      return {
        status: 200,
        body: renderAll(call, issue.labels),
      };
    },
  },
];
