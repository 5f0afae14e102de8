import { assign, unassign } from "../acts/assignees.ts";
import * as comments from "../acts/comments.ts";
import * as issues from "../acts/issues.ts";
import { deleteBranch, push } from "../acts/commits.ts";
import { addLabels, createLabel, removeLabels } from "../acts/labels.ts";
import { type NewProposal, proposeChanges, proposeMore } from "../acts/proposals.ts";
import * as pulls from "../acts/pull-requests.ts";
import { addReaction, removeReaction } from "../acts/reactions.ts";
import { convertToDiscussion, deleteIssue } from "../acts/remove-issue.ts";
import { demand, may } from "../acts/rights.ts";
import { addSubIssue, removeSubIssue } from "../acts/sub-issues.ts";
import { transferIssue } from "../acts/transfer-issue.ts";
import {
  getAccount,
  getComment,
  getIssue,
  getLabel,
  getPullRequest,
  getRepository,
} from "./find.ts";
import type {
  Comment,
  Issue,
  Label,
  MinimizedReason,
  PullRequest,
  ReactionContent,
  Repository,
  Verdict,
} from "./records.ts";
import type { Store } from "./store.ts";

/** What an issue is opened with. */
export interface OpenIssue {
  readonly title: string;
  readonly body?: string;
  /** Put on by the opener. Without triage rights GitHub drops them silently; those that the repository lacks are created. */
  readonly labels?: readonly string[];
  /** Put on by the issue form or template that was filled in, whoever does so. Those that the repository lacks are dropped. */
  readonly formLabels?: readonly string[];
}

/**
 * What one person can do, in repositories named `owner/name`. Each act happens at once, sends the deliveries that GitHub sends,
 * and throws a `Refusal` when GitHub would not let that person.
 */
export interface Person {
  /** Returns the number. */
  openIssue(repository: string, issue: OpenIssue): number;
  /** Returns the comment's database id. */
  comment(repository: string, number: number, body: string): number;
  editTitle(repository: string, number: number, title: string): void;
  editBody(repository: string, number: number, body: string): void;
  editComment(repository: string, number: number, id: number, body: string): void;
  deleteComment(repository: string, number: number, id: number): void;
  minimizeComment(repository: string, number: number, id: number, reason: MinimizedReason): void;
  /** Shows it again. */
  unminimizeComment(repository: string, number: number, id: number): void;
  pinComment(repository: string, number: number, id: number): void;
  unpinComment(repository: string, number: number, id: number): void;
  /** A label that the repository lacks is created, which needs write access. */
  addLabel(repository: string, number: number, name: string): void;
  removeLabel(repository: string, number: number, name: string): void;
  assign(repository: string, number: number, login: string): void;
  unassign(repository: string, number: number, login: string): void;
  close(
    repository: string,
    number: number,
    reason?: "completed" | "not_planned" | "duplicate",
  ): void;
  reopen(repository: string, number: number): void;
  lock(repository: string, number: number): void;
  unlock(repository: string, number: number): void;
  /** Reacts to the issue, or to one of its comments. */
  react(repository: string, number: number, content: ReactionContent, comment?: number): void;
  unreact(repository: string, number: number, content: ReactionContent, comment?: number): void;
  addSubIssue(repository: string, number: number, child: number): void;
  removeSubIssue(repository: string, number: number, child: number): void;
  deleteIssue(repository: string, number: number): void;
  /** The issue is gone, as if it was deleted. */
  convertToDiscussion(repository: string, number: number): void;
  /** Returns the number that it has in the other repository. */
  transferIssue(repository: string, number: number, to: string): number;
  /** Changes files on a branch; null removes one. */
  commit(
    repository: string,
    branch: string,
    changes: Readonly<Record<string, string | null>>,
    message?: string,
  ): string;
  /** Returns the number. */
  openPullRequest(repository: string, pull: pulls.NewPullRequest): number;
  /** Opens one from a copy of the repository; returns the number. */
  proposeChanges(repository: string, proposal: NewProposal): number;
  /** Adds a commit to a pull request that comes from a copy. */
  proposeMore(
    repository: string,
    number: number,
    changes: Readonly<Record<string, string | null>>,
  ): void;
  deleteBranch(repository: string, branch: string): void;
  editPullRequest(
    repository: string,
    number: number,
    edit: { readonly title?: string; readonly body?: string },
  ): void;
  /** Makes a draft ready for review. */
  markReady(repository: string, number: number): void;
  convertToDraft(repository: string, number: number): void;
  review(repository: string, number: number, verdict: Verdict, body?: string): void;
  merge(repository: string, number: number): void;
  closePullRequest(repository: string, number: number): void;
  reopenPullRequest(repository: string, number: number): void;
}

/** The acts of the account with this login. */
export function createPerson(store: Store, login: string): Person {
  const me = getAccount(store, login);
  const issue = (repository: string, number: number): Issue =>
    getIssue(getRepository(store, repository), number);
  const comment = (repository: string, number: number, id: number): Comment =>
    getComment(issue(repository, number), id);
  const labelFor = (home: Repository, name: string): Label =>
    home.labels.get(name.toLowerCase()) ?? createLabel(store, me, home, { name });
  const pull = (repository: string, number: number): PullRequest =>
    getPullRequest(getRepository(store, repository), number);
  const subject = (repository: string, number: number, id?: number): Issue | Comment =>
    id === undefined ? issue(repository, number) : comment(repository, number, id);
  return {
    openIssue: (repository, { title, body = "", labels: own = [], formLabels = [] }) => {
      const home = getRepository(store, repository);
      const formed = formLabels.flatMap((name) => home.labels.get(name.toLowerCase()) ?? []);
      const chosen = may(store, me, home, "triage") ? own.map((name) => labelFor(home, name)) : [];
      const all = [...new Set([...formed, ...chosen])];
      return issues.openIssue(store, me, home, { title, body, labels: all }).number;
    },
    comment: (repository, number, body) =>
      comments.addComment(store, me, issue(repository, number), body).id,
    editTitle: (repository, number, title) =>
      issues.editIssue(store, me, issue(repository, number), { title }),
    editBody: (repository, number, body) =>
      issues.editIssue(store, me, issue(repository, number), { body }),
    editComment: (repository, number, id, body) =>
      comments.editComment(store, me, comment(repository, number, id), body),
    deleteComment: (repository, number, id) =>
      comments.deleteComment(store, me, comment(repository, number, id)),
    minimizeComment: (repository, number, id, reason) =>
      comments.minimizeComment(store, me, comment(repository, number, id), reason),
    unminimizeComment: (repository, number, id) =>
      comments.minimizeComment(store, me, comment(repository, number, id), null),
    pinComment: (repository, number, id) =>
      comments.pinComment(store, me, comment(repository, number, id), true),
    unpinComment: (repository, number, id) =>
      comments.pinComment(store, me, comment(repository, number, id), false),
    addLabel: (repository, number, name) =>
      addLabels(store, me, issue(repository, number), [
        labelFor(getRepository(store, repository), name),
      ]),
    removeLabel: (repository, number, name) =>
      removeLabels(store, me, issue(repository, number), [
        getLabel(getRepository(store, repository), name),
      ]),
    assign: (repository, number, who) =>
      assign(store, me, issue(repository, number), [getAccount(store, who)]),
    unassign: (repository, number, who) =>
      unassign(store, me, issue(repository, number), [getAccount(store, who)]),
    close: (repository, number, reason) =>
      issues.closeIssue(store, me, issue(repository, number), reason),
    reopen: (repository, number) => issues.reopenIssue(store, me, issue(repository, number)),
    lock: (repository, number) => issues.setLocked(store, me, issue(repository, number), true),
    unlock: (repository, number) => issues.setLocked(store, me, issue(repository, number), false),
    react: (repository, number, content, id) => {
      addReaction(store, me, subject(repository, number, id), content);
    },
    unreact: (repository, number, content, id) => {
      removeReaction(store, me, subject(repository, number, id), content);
    },
    addSubIssue: (repository, number, child) =>
      addSubIssue(store, me, issue(repository, number), issue(repository, child)),
    removeSubIssue: (repository, number, child) =>
      removeSubIssue(store, me, issue(repository, number), issue(repository, child)),
    deleteIssue: (repository, number) => deleteIssue(store, me, issue(repository, number)),
    convertToDiscussion: (repository, number) =>
      convertToDiscussion(store, me, issue(repository, number)),
    transferIssue: (repository, number, to) =>
      transferIssue(store, me, issue(repository, number), getRepository(store, to)).number,
    commit: (repository, branch, changes, message) => {
      const home = getRepository(store, repository);
      demand(store, me, home, "write");
      const said = message ?? `Change ${Object.keys(changes).join(", ")}`;
      return push(store, home, me, { branch, message: said, changes }).oid;
    },
    openPullRequest: (repository, wanted) =>
      pulls.openPullRequest(store, me, getRepository(store, repository), wanted).number,
    proposeChanges: (repository, proposal) =>
      proposeChanges(store, me, getRepository(store, repository), proposal).number,
    proposeMore: (repository, number, changes) =>
      proposeMore(store, pull(repository, number), changes),
    deleteBranch: (repository, branch) =>
      deleteBranch(store, getRepository(store, repository), me, branch),
    editPullRequest: (repository, number, edit) =>
      pulls.editPullRequest(store, me, pull(repository, number), edit),
    markReady: (repository, number) => pulls.setDraft(store, me, pull(repository, number), false),
    convertToDraft: (repository, number) =>
      pulls.setDraft(store, me, pull(repository, number), true),
    review: (repository, number, verdict, body = "") =>
      void pulls.review(store, me, pull(repository, number), { verdict, body }),
    merge: (repository, number) => pulls.merge(store, me, pull(repository, number)),
    closePullRequest: (repository, number) =>
      pulls.setPullRequestOpen(store, me, pull(repository, number), false),
    reopenPullRequest: (repository, number) =>
      pulls.setPullRequestOpen(store, me, pull(repository, number), true),
  };
}
