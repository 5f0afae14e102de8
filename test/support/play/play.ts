import { expect } from "@jest/globals";
import { defaultVocabulary, readFields } from "../../../src/incident/fields/index.ts";
import type { EmbeddedGitHub, IssueView } from "../../../src/sandbox/github/index.ts";
import type { Random } from "../random.ts";
import { fieldIn, toComment, withField, type Act, type Done } from "./acts.ts";
import { createModel, entryText, follow, RESPONDERS, type Model } from "./model.ts";
import { isReminder, reminderProblems } from "./reminders.ts";
import { nextAct, type Habits } from "./next-act.ts";

/** One issue in which people act at random, and what must be true of it. */
export interface Play {
  readonly number: number;
  /** Somebody does something that makes sense now. */
  act(): void;
  /** How many acts were comments with commands or edits of fields. */
  acts(): number;
  /**
   * Throws when the issue is not what the acts make of it: to the last entry, comment, reaction and word. `now` (ms) is the time
   * by which its reminders are judged; left out where the play is too short for any.
   */
  expectTrue(now?: number): void;
}

const BOT = "sitrep[bot]";
const RECORD = "<!-- sitrep:record v2 ";
const OPENING = "Nobody can log in.\n\n- seen by **three** hubs\n- since this morning\n";

/** Makes the people of the plays: responders who may write, `tri` and `cleo` who may not. */
export function addCast({ world }: EmbeddedGitHub, repository: string): void {
  for (const login of [...RESPONDERS, "tri", "cleo"]) world.addUser({ login });
  world.setPermission(repository, "ana", "admin");
  for (const login of RESPONDERS.slice(1)) world.setPermission(repository, login, "write");
  world.setPermission(repository, "tri", "triage");
  world.setPermission(repository, "cleo", "read");
}

interface RecordEntry {
  readonly at: number;
  readonly kind: string;
  readonly by: string | null;
  readonly who?: string;
  readonly what?: string;
  readonly text?: string;
}

function recordIn(body: string): { readonly timeline: readonly RecordEntry[] } {
  const text = body.slice(body.lastIndexOf(RECORD) + RECORD.length);
  const json = text.slice(text.indexOf(" ") + 1, text.lastIndexOf(" -->"));
  return (JSON.parse(json) as { incident: { timeline: readonly RecordEntry[] } }).incident;
}

/** The first paragraph as people read it, without the signs for links and bold. */
const firstParagraph = (body: string): string =>
  (body.split(/\n\s*\n/, 1)[0] ?? "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll("**", "")
    .trim();

const isStatus = (body: string): boolean => body.includes("<!-- sitrep:record ");

function seen(issue: IssueView, done: readonly Done[]): object {
  const own = issue.comments.filter((comment) => comment.author === BOT);
  const status = own.filter((comment) => isStatus(comment.body));
  const posts = own.filter((comment) => !isStatus(comment.body) && !isReminder(comment.body));
  const fields = readFields(issue.body, defaultVocabulary);
  const entries = recordIn(status[0]?.body ?? "{}").timeline;
  const spoken = done.filter(({ act }) => act.kind === "say").map(({ id }) => id);
  const receipts = issue.comments
    .filter((comment) => spoken.includes(comment.nodeId))
    .map(({ nodeId, reactions }) => [
      nodeId,
      reactions.map((one) => `${one.login} ${one.content}`).toSorted(),
    ]);
  return {
    statusComments: status.length,
    pinned: status.map((comment) => comment.pinned),
    commander: fields.commander,
    liaison: fields.liaison,
    severity: fields.severity,
    experts: fields.experts.map(({ login, area }) => `${login} ${area}`),
    entries: entries
      .filter(({ kind }) => kind !== "escalated")
      .map((entry) => entryText(entry.at, entry.kind, entry.by, entry))
      .toSorted(),
    posts: posts.map((comment) => firstParagraph(comment.body)).toSorted(),
    receipts: Object.fromEntries(receipts),
    labels: issue.labels.toSorted(),
    assignees: issue.assignees.toSorted(),
    words: done.flatMap(({ act }) =>
      act.kind === "words" ? issue.body.split(act.words).length - 1 : [],
    ),
    keepsOpening: issue.body.includes(OPENING.trim()),
  };
}

function wanted(model: Model, done: readonly Done[]): object {
  const holders = [model.commander, model.liaison].flatMap((login) => login ?? []);
  const receipts = [...model.receipts].map(([id, given]) => [
    id,
    given.map((one) => `${BOT} ${one}`).toSorted(),
  ]);
  return {
    statusComments: 1,
    pinned: [true],
    commander: model.commander,
    liaison: model.liaison,
    severity: model.severity,
    experts: [...model.experts].map(([login, area]) => `${login} ${area}`),
    entries: model.entries.toSorted(),
    posts: model.posts.toSorted(),
    receipts: Object.fromEntries(receipts),
    labels: [model.severity, "incident", "incident: investigating"],
    assignees: [...new Set(holders)].toSorted(),
    words: done.flatMap(({ act }) => (act.kind === "words" ? 1 : [])),
    keepsOpening: true,
  };
}

/** The acts as GitHub's times tell them: of one second, edits of the top comment come before comments. */
const inOrder = (done: readonly Done[]): readonly Done[] =>
  done.toSorted(
    (one, other) =>
      one.at - other.at || Number(one.act.kind === "say") - Number(other.act.kind === "say"),
  );

/** `ana` opens an issue and declares the incident by label; `tick` is called before each act. */
export function startPlay(
  github: EmbeddedGitHub,
  repository: string,
  random: Random,
  habits: Habits,
  tick: () => void = () => {},
): Play {
  const { world } = github;
  tick();
  const number = world.as("ana").openIssue(repository, { title: "Hub is down", body: OPENING });
  tick();
  world.as("ana").addLabel(repository, number, "incident");
  const issue = (): IssueView => world.issue(repository, number);
  const declared = Date.parse(issue().timeline.at(-1)?.createdAt ?? "");
  const done: Done[] = [];
  const modelNow = (): Model => inOrder(done).reduce(follow, createModel("ana", declared));

  function write(act: Exclude<Act, { kind: "say" }>): void {
    const { body } = issue();
    if (act.kind === "field" && (fieldIn(body, act.field) ?? act.value) === act.value) return;
    const words =
      act.kind === "words" && random.next() < 0.5
        ? (text: string) => `${text}\n\n${act.words}\n`
        : null;
    const top = act.kind === "words" ? `${act.words}\n\n${body}` : body;
    const next =
      act.kind === "field" ? withField(body, act.field, act.value) : (words?.(body) ?? top);
    world.as(act.by).editBody(repository, number, next);
    const version = issue().edits.at(-1);
    done.push({ act, at: Date.parse(version?.editedAt ?? ""), id: `version ${done.length}` });
  }

  function say(act: Extract<Act, { kind: "say" }>): void {
    const id = world.as(act.by).comment(repository, number, toComment(act.orders));
    const comment = issue().comments.find((one) => one.id === id);
    done.push({ act, at: Date.parse(comment?.createdAt ?? ""), id: comment?.nodeId ?? "" });
  }

  return {
    number,
    act: () => {
      tick();
      const act = nextAct(random, habits, modelNow(), `${number}-${done.length}`);
      if (act.kind === "say") say(act);
      else write(act);
    },
    acts: () => done.length,
    expectTrue: (now) => {
      const model = modelNow();
      expect(seen(issue(), done)).toEqual(wanted(model, done));
      if (now !== undefined) expect(reminderProblems(model, now, issue())).toEqual([]);
    },
  };
}
