import { findCommit } from "../../acts/commits.ts";
import { HttpError } from "../../http/http-error.ts";
import { renderApp } from "../../render/app.ts";
import { repositoryUrl } from "../../render/repository.ts";
import type { CheckAnnotation, CheckRun, Commit } from "../../world/records.ts";
import type { Store } from "../../world/store.ts";
import { choiceOf, neededText, textOf } from "../body.ts";
import { repositoryOf } from "../find.ts";
import { answerList } from "../list.ts";
import type { RestAnswer, RestCall, Route } from "../route.ts";

const CONCLUSIONS = ["success", "failure", "neutral"] as const;

function renderCheckRun(store: Store, commit: Commit, run: CheckRun) {
  const { owner, name } = commit.repository;
  const url = `${repositoryUrl(store.origin, commit.repository)}/check-runs/${run.id}`;
  const page = `${store.origin}/${owner.login}/${name}/runs/${run.id}`;
  return {
    id: run.id,
    node_id: run.nodeId,
    name: run.name,
    head_sha: commit.oid,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: page,
    status: "completed",
    conclusion: run.conclusion,
    started_at: run.createdAt,
    completed_at: run.createdAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: null,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: null,
    app: renderApp(store),
    pull_requests: [],
  };
}

function commitOf(call: RestCall, revision: string): Commit {
  const commit = findCommit(repositoryOf(call), revision);
  if (commit === undefined) throw new HttpError(422, `No commit found for SHA: ${revision}`);
  return commit;
}

function create(call: RestCall): RestAnswer {
  const { store, body } = call;
  const commit = commitOf(call, neededText(body, "head_sha"));
  const output = (body["output"] ?? {}) as Readonly<Record<string, unknown>>;
  const run = store.add<CheckRun>("CR", {
    typename: "CheckRun",
    repository: commit.repository,
    name: neededText(body, "name"),
    externalId: textOf(body, "external_id") ?? null,
    conclusion: choiceOf(body, "conclusion", CONCLUSIONS) ?? null,
    title: neededText(output, "title"),
    summary: neededText(output, "summary"),
    annotations: (output["annotations"] ?? []) as readonly CheckAnnotation[],
    createdAt: store.timestamp(),
  });
  commit.checkRuns.push(run);
  store.changed();
  return { status: 201, body: renderCheckRun(store, commit, run) };
}

/** Check runs: only those that are completed at once. */
export const checkRoutes: readonly Route[] = [
  {
    method: "POST",
    template: "/repos/{owner}/{repo}/check-runs",
    access: "checks:write",
    operationId: "checks/create",
    answer: create,
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/commits/{ref}/check-runs",
    access: "checks:read",
    operationId: "checks/list-for-ref",
    answer: (call) => {
      const commit = commitOf(call, call.params["ref"] ?? "");
      const name = call.query.get("check_name");
      const runs = commit.checkRuns.filter((run) => name === null || run.name === name);
      return answerList(
        call,
        runs,
        (run) => renderCheckRun(call.store, commit, run),
        (page, total) => ({ total_count: total, check_runs: page }),
      );
    },
  },
];
