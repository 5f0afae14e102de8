import * as acts from "../../acts/issues.ts";
import { createLabel, addLabels, removeLabels } from "../../acts/labels.ts";
import { assign, unassign } from "../../acts/assignees.ts";
import { HttpError } from "../../http/http-error.ts";
import { renderIssue } from "../../render/issue.ts";
import type { Account, Issue, Label, Repository } from "../../world/records.ts";
import { choiceOf, namesOf, textOf } from "../body.ts";
import { issueOf, repositoryOf } from "../find.ts";
import { answerList, sinceOf } from "../list.ts";
import type { RestCall, Route } from "../route.ts";

/** The repository's labels of these names; those that it lacks are created, as GitHub does. */
export function labelsNamed(
  { store, actor }: RestCall,
  repository: Repository,
  names: readonly string[],
): readonly Label[] {
  return names.map(
    (name) =>
      repository.labels.get(name.toLowerCase()) ?? createLabel(store, actor, repository, { name }),
  );
}

/** The accounts with these logins. `strict` refuses an unknown one, else it is passed over. */
export function accountsNamed(
  { store }: RestCall,
  logins: readonly string[],
  strict = false,
): readonly Account[] {
  return logins.flatMap((login) => {
    const account = store.accounts.get(login.toLowerCase());
    if (account !== undefined) return [account];
    if (!strict) return [];
    const detail = { resource: "Issue", field: "assignees", code: "invalid", value: login };
    throw new HttpError(422, "Validation Failed", { errors: [detail] });
  });
}

function listed(call: RestCall): readonly Issue[] {
  const { query } = call;
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "").split(",").filter((name) => name !== "");
  const since = sinceOf(query);
  const key = { created: "createdAt", updated: "updatedAt" }[query.get("sort") ?? "created"];
  const sortKey = (key ?? "createdAt") as "createdAt" | "updatedAt";
  const issues = [...repositoryOf(call).issues.values()]
    .filter((issue) => state === "all" || issue.state === state)
    .filter((issue) =>
      labels.every((name) =>
        issue.labels.some((label) => label.name.toLowerCase() === name.trim().toLowerCase()),
      ),
    )
    .filter((issue) => since === null || Date.parse(issue.updatedAt) >= since)
    .toSorted((a, b) => a[sortKey].localeCompare(b[sortKey]) || a.number - b.number);
  return query.get("direction") === "asc" ? issues : issues.toReversed();
}

function changeLabels(call: RestCall, issue: Issue, names: readonly string[]): void {
  const { store, actor } = call;
  const wanted = labelsNamed(call, issue.repository, names);
  const gone = issue.labels.filter((label) => !wanted.includes(label));
  removeLabels(store, actor, issue, gone);
  addLabels(store, actor, issue, wanted);
}

function changeAssignees(call: RestCall, issue: Issue, logins: readonly string[]): void {
  const { store, actor } = call;
  const wanted = accountsNamed(call, logins, true);
  const gone = issue.assignees.filter((account) => !wanted.includes(account));
  unassign(store, actor, issue, gone);
  assign(store, actor, issue, wanted);
}

function update(call: RestCall): Issue {
  const { store, actor, body } = call;
  const issue = issueOf(call);
  const title = textOf(body, "title");
  const text = body["body"] === null ? "" : textOf(body, "body");
  const state = choiceOf(body, "state", ["open", "closed"]);
  const reasons = ["completed", "not_planned", "duplicate", "reopened"] as const;
  const reason = choiceOf(body, "state_reason", reasons);
  acts.editIssue(store, actor, issue, { title, body: text });
  const labels = namesOf(body, "labels");
  if (labels !== undefined) changeLabels(call, issue, labels);
  const assignees = namesOf(body, "assignees");
  if (assignees !== undefined) changeAssignees(call, issue, assignees);
  if (state === "closed")
    acts.closeIssue(store, actor, issue, reason === "reopened" ? undefined : reason);
  if (state === "open") acts.reopenIssue(store, actor, issue);
  return issue;
}

/** Issues: list, open, read, change. */
export const issueRoutes: readonly Route[] = [
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/issues",
    access: "issues:read",
    operationId: "issues/list-for-repo",
    answer: (call) => answerList(call, listed(call), (issue) => renderIssue(call.store, issue)),
  },
  {
    method: "POST",
    template: "/repos/{owner}/{repo}/issues",
    access: "issues:write",
    operationId: "issues/create",
    answer: (call) => {
      const { store, actor, body } = call;
      const repository = repositoryOf(call);
      const names = namesOf(body, "labels") ?? [];
      const title = textOf(body, "title") ?? "";
      const logins = namesOf(body, "assignees") ?? [];
      const assignees = accountsNamed(call, logins, true);
      const labels = labelsNamed(call, repository, names);
      const text = textOf(body, "body") ?? "";
      const issue = acts.openIssue(store, actor, repository, {
        title,
        body: text,
        labels,
      });
      assign(store, actor, issue, assignees);
      return {
        status: 201,
        body: renderIssue(store, issue),
      };
    },
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/issues/{issue_number}",
    access: "issues:read",
    operationId: "issues/get",
    answer: (call) => ({
      status: 200,
      body: renderIssue(call.store, issueOf(call)),
    }),
  },
  {
    method: "PATCH",
    template: "/repos/{owner}/{repo}/issues/{issue_number}",
    access: "issues:write",
    operationId: "issues/update",
    answer: (call) => ({
      status: 200,
      body: renderIssue(call.store, update(call)),
    }),
  },
  {
    method: "POST",
    template: "/repos/{owner}/{repo}/issues/{issue_number}/assignees",
    access: "issues:write",
    operationId: "issues/add-assignees",
    answer: (call) => {
      const issue = issueOf(call);
      const accounts = accountsNamed(call, namesOf(call.body, "assignees") ?? []);
      assign(call.store, call.actor, issue, accounts);
      return {
        status: 201,
        body: renderIssue(call.store, issue),
      };
    },
  },
  {
    method: "DELETE",
    template: "/repos/{owner}/{repo}/issues/{issue_number}/assignees",
    access: "issues:write",
    operationId: "issues/remove-assignees",
    answer: (call) => {
      const issue = issueOf(call);
      const accounts = accountsNamed(call, namesOf(call.body, "assignees") ?? []);
      unassign(call.store, call.actor, issue, accounts);
      return {
        status: 200,
        body: renderIssue(call.store, issue),
      };
    },
  },
];
