import { Refusal } from "../github/index.ts";
import type { Person, PullRequestView, World } from "../github/index.ts";
import { readTemplate } from "../forms/read-template.ts";
import { toFormBody } from "../forms/to-form-body.ts";
import type { Act, Deed } from "./act.ts";
import { ActProblem, toActProblem } from "./act-problem.ts";
import { toggleTask } from "./tick.ts";

/** Where acts take place. */
export interface Stage {
  readonly world: World;
  /** `owner/name` */
  readonly repository: string;
}

const STALE =
  "Somebody changed this text while you were editing. Yours is still here; save again to put it over theirs.";

const STALE_BOX = "This list has just changed. Look at it and tick again.";

function textOf({ world, repository }: Stage, issue: number, comment: number | null): string {
  const view = world.issue(repository, issue);
  if (comment === null) return view.body;
  const found = view.comments.find(({ id }) => id === comment);
  if (found === undefined) throw new ActProblem(404, "There is no such comment any more.");
  return found.body;
}

function setText(
  stage: Stage,
  me: Person,
  deed: { issue: number; comment: number | null },
  text: string,
) {
  const { issue, comment } = deed;
  if (comment === null) me.editBody(stage.repository, issue, text);
  else me.editComment(stage.repository, issue, comment, text);
}

function edit(stage: Stage, me: Person, deed: Deed & { kind: "edit-body" | "edit-comment" }): void {
  const comment = deed.kind === "edit-body" ? null : deed.comment;
  const now = textOf(stage, deed.issue, comment);
  if (deed.base !== undefined && deed.base !== now) throw new ActProblem(409, STALE);
  setText(stage, me, { issue: deed.issue, comment }, deed.body);
}

function tick(stage: Stage, me: Person, deed: Deed & { kind: "tick" }): void {
  const text = toggleTask(textOf(stage, deed.issue, deed.comment), deed.line, deed.was);
  if (text === null) throw new ActProblem(409, STALE_BOX);
  setText(stage, me, deed, text);
}

function open(
  { world, repository }: Stage,
  me: Person,
  deed: Deed & { kind: `open${string}` },
): number {
  const { title } = deed;
  if (deed.kind === "open") return me.openIssue(repository, { title, body: deed.body });
  const template = readTemplate(world, repository, deed.template);
  if (template === null) throw new ActProblem(404, `There is no template ${deed.template}.`);
  const formLabels = template.labels;
  if (deed.kind === "open-template")
    return me.openIssue(repository, { title, body: deed.body, formLabels });
  if (template.kind !== "form") throw new ActProblem(422, `${deed.template} is no form.`);
  const filled = toFormBody(template, deed.values);
  if ("problem" in filled) throw new ActProblem(422, filled.problem);
  return me.openIssue(repository, { title, body: filled.body, formLabels });
}

function findPull({ world, repository }: Stage, number: number): PullRequestView {
  const found = world.pullRequests(repository).find((one) => one.number === number);
  if (found === undefined) throw new ActProblem(404, `There is no pull request #${number}.`);
  return found;
}

function editFile(stage: Stage, me: Person, deed: Deed & { kind: "edit-file" }): void {
  const { branch, files } = findPull(stage, deed.pull);
  const file = files.find(({ path }) => path === deed.path);
  if (file === undefined) throw new ActProblem(404, `There is no file ${deed.path} any more.`);
  // A form sends its lines' ends as Windows has them.
  const text = deed.body.replaceAll("\r\n", "\n");
  const base = deed.base?.replaceAll("\r\n", "\n");
  if (base !== undefined && base !== file.text) throw new ActProblem(409, STALE);
  me.commit(stage.repository, branch, { [deed.path]: text });
}

type PullDeed = Extract<Deed, { readonly pull: number }>;

function performOnPull(stage: Stage, me: Person, deed: PullDeed): number {
  const home = stage.repository;
  switch (deed.kind) {
    case "ready":
      me.markReady(home, deed.pull);
      break;
    case "approve":
      me.review(home, deed.pull, "approved");
      break;
    case "merge":
      me.merge(home, deed.pull);
      break;
    case "close-pull":
      me.closePullRequest(home, deed.pull);
      break;
    case "reopen-pull":
      me.reopenPullRequest(home, deed.pull);
      break;
    case "edit-file":
      editFile(stage, me, deed);
      break;
    default:
      throw new Error(`Unknown act: ${JSON.stringify(deed satisfies never)}`);
  }
  return deed.pull;
}

function perform(stage: Stage, me: Person, deed: Deed): number {
  const home = stage.repository;
  if ("pull" in deed) return performOnPull(stage, me, deed);
  switch (deed.kind) {
    case "open":
    case "open-template":
    case "open-form":
      return open(stage, me, deed);
    case "comment":
      me.comment(home, deed.issue, deed.body);
      break;
    case "edit-title":
      me.editTitle(home, deed.issue, deed.title);
      break;
    case "edit-body":
    case "edit-comment":
      edit(stage, me, deed);
      break;
    case "tick":
      tick(stage, me, deed);
      break;
    case "label":
      me.addLabel(home, deed.issue, deed.label);
      break;
    case "unlabel":
      me.removeLabel(home, deed.issue, deed.label);
      break;
    case "assign":
    case "unassign":
      me[deed.kind](home, deed.issue, deed.login);
      break;
    case "close":
      me.close(home, deed.issue, deed.reason);
      break;
    case "reopen":
      me.reopen(home, deed.issue);
      break;
    case "react":
    case "unreact":
      me[deed.kind](home, deed.issue, deed.content, deed.comment ?? undefined);
      break;
    default:
      throw new Error(`Unknown act: ${JSON.stringify(deed satisfies never)}`);
  }
  return deed.issue;
}

/** Does what somebody of the cast wants. Returns the issue's number; throws an {@link ActProblem} when it cannot be done. */
export function performAct(stage: Stage, { as, deed }: Act): number {
  try {
    return perform(stage, stage.world.as(as), deed);
  } catch (error) {
    throw error instanceof Refusal ? toActProblem(error, as) : error;
  }
}
