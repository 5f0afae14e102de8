import { CAST, isAtLeast } from "../../cast/cast.ts";
import type { IssueView } from "../../github/index.ts";
import { flag, html, json } from "../html.ts";
import type { Html, Part } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { account, shortLogin } from "./account.ts";
import { avatar } from "./avatar.ts";
import { icon } from "./icon.ts";
import { instant } from "./instant.ts";
import { label } from "./label.ts";
import { stateBadge } from "./state-badge.ts";

function titleEditor({ number, title }: IssueView): Html {
  return html`<details class="edit edit-title">
    <summary class="button button-small">Edit<span class="sr"> the title</span></summary>
    <form class="edit-form" data-act="${json({ kind: "edit-title", issue: number })}">
      <input
        name="title"
        value="${title}"
        aria-label="Title"
        maxlength="256"
        required
        autocomplete="off"
      />
      <button type="submit" class="button button-main">Save</button>
      <button type="button" class="button" data-close>Cancel</button>
    </form>
  </details>`;
}

interface Choice {
  readonly isOn: boolean;
  readonly act: string;
  readonly shown: Html;
  readonly name: string;
}

function menu(
  id: string,
  title: string,
  choices: readonly Choice[],
  mayChoose: boolean,
  role: string,
): Html {
  const hint = `Not with ${role} rights: act as somebody else to change this.`;
  const rows = choices.map(
    ({ isOn, act, shown, name }) =>
      html`<button
        type="button"
        class="choice"
        aria-pressed="${String(isOn)}"
        data-act="${act}"
        data-choice="${name}"
        ${flag("disabled", !mayChoose)}
      >
        <span class="choice-mark">${isOn && icon("check")}</span>${shown}
      </button>`,
  );
  return html`<details class="menu" id="${id}">
    <summary class="menu-button" aria-label="Change ${title}" title="Change ${title}">
      ${icon("plus")}
    </summary>
    <div class="menu-box" role="group" aria-label="${title}">
      <p class="menu-title">${mayChoose ? `Change ${title}` : hint}</p>
      ${rows}
    </div>
  </details>`;
}

function labelMenu(issue: IssueView, { labels, me }: PageModel): Html {
  const choices = labels.map(({ name }) => {
    const isOn = issue.labels.includes(name);
    const act = json({ kind: isOn ? "unlabel" : "label", issue: issue.number, label: name });
    return { isOn, act, shown: label(name, labels), name };
  });
  return menu("label-menu", "labels", choices, isAtLeast(me.role, "triage"), me.role);
}

function assigneeMenu(issue: IssueView, { me, bot }: PageModel): Html {
  const able = CAST.filter(({ role }) => isAtLeast(role, "triage"));
  const choices = able.map(({ login, name }) => {
    const isOn = issue.assignees.includes(login);
    const act = json({ kind: isOn ? "unassign" : "assign", issue: issue.number, login });
    const shown = html`${avatar(login, bot, 20)} <span>${login} <small>${name}</small></span>`;
    return { isOn, act, shown, name: login };
  });
  return menu("assignee-menu", "assignees", choices, isAtLeast(me.role, "triage"), me.role);
}

function assignees({ assignees: logins }: IssueView, { bot }: PageModel): Part {
  if (logins.length === 0) return html`<span class="quiet">no one</span>`;
  return logins.map(
    (login) => html`<span class="assignee">${avatar(login, bot, 20)} ${shortLogin(login)}</span>`,
  );
}

/** The head of an issue: title, state, who opened it, labels and assignees, each with a way to change it. */
export function renderIssueHead(issue: IssueView, model: PageModel): Html {
  const { number, title, author, createdAt, comments } = issue;
  const mayRename = author === model.me.login || isAtLeast(model.me.role, "write");
  const names = issue.labels.map((name) => label(name, model.labels));
  return html`<header class="issue-head" id="issue-head">
    <div class="issue-title">
      <h1><bdi>${title}</bdi> <span class="number">#${number}</span></h1>
      ${mayRename && titleEditor(issue)}
    </div>
    <p class="issue-line">
      ${stateBadge(issue)}
      <span
        >${account(author, model)} opened this ${instant(createdAt, model.now)} · ${comments.length}
        comment${comments.length === 1 ? "" : "s"}</span
      >
    </p>
    <dl class="facts">
      <div>
        <dt>Labels</dt>
        <dd>
          ${names.length > 0 ? names : html`<span class="quiet">none yet</span>`}${labelMenu(issue, model)}
        </dd>
      </div>
      <div>
        <dt>Assignees</dt>
        <dd>${assignees(issue, model)}${assigneeMenu(issue, model)}</dd>
      </div>
    </dl>
  </header>`;
}
