import { createHash } from "node:crypto";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { renderAppNote, renderWaiting } from "./app-status.ts";
import { renderBacklog } from "./backlog.ts";
import { renderBreaking } from "./breaking.ts";
import { renderCast } from "./cast.ts";
import { renderComposer } from "./composer.ts";
import { renderFreshdesk } from "./freshdesk.ts";
import { renderGuide } from "./guide.ts";
import { renderIssueHead } from "./issue-head.ts";
import { renderIssueList } from "./issue-list.ts";
import { renderLabelSheet } from "./label-sheet.ts";
import { renderChooser, renderWriter } from "./new-issue.ts";
import { renderPull } from "./pull.ts";
import { renderReports } from "./reports.ts";
import { renderSlack } from "./slack.ts";
import { renderThread } from "./thread.ts";
import { renderTime } from "./time.ts";
import { renderTopBar } from "./top-bar.ts";
import { renderWire } from "./wire.ts";

function titleOf({ place }: PageModel): string {
  if (place.kind === "issue") return `${place.issue.title} · #${place.issue.number}`;
  if (place.kind === "pull") return `${place.pull.title} · #${place.pull.number}`;
  return place.kind === "missing" ? "Not found" : "New issue";
}

function middle(model: PageModel): Html {
  const { place } = model;
  switch (place.kind) {
    case "issue":
      return html`${renderAppNote(model)}${renderIssueHead(place.issue, model)}${renderThread(place.issue, model)}${renderWaiting(model)}${renderComposer(place.issue, model)}`;
    case "pull":
      return html`${renderAppNote(model)}${renderPull(place.pull, model)}${renderWaiting(model)}`;
    case "choose":
      return renderChooser(place.templates);
    case "write":
      return renderWriter(place.template, model);
    case "missing":
      return html`<section class="new">
        <h1>There is nothing here</h1>
        <p>Take an issue from the list, or <a href="/new">open one</a>.</p>
      </section>`;
    default:
      return place satisfies never;
  }
}

/** The address of the labels' style sheet: another one once there are other colours. */
function labelSheetAddress({ labels }: PageModel): string {
  const hash = createHash("sha256").update(renderLabelSheet(labels)).digest("hex").slice(0, 12);
  return `/labels.css?${hash}`;
}

/** The whole page as it is now. */
export function renderPage(model: PageModel): Html {
  return html`<!doctype html>
    <html lang="en" data-theme="${model.theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${titleOf(model)} · Sitrep sandbox</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/page.css" />
        <link rel="stylesheet" id="label-sheet" href="${labelSheetAddress(model)}" />
        <script type="module" src="/assets/page.js"></script>
      </head>
      <body data-me="${model.me.login}">
        <a class="skip" href="#main">Skip to the issue</a>
        ${renderTopBar(model)}
        <div class="columns" id="columns">
          ${renderIssueList(model)}
          <main id="main" tabindex="-1">${middle(model)}</main>
          <div class="asides" id="asides">
            <aside
              class="side"
              id="side"
              aria-label="Guide, cast, support desk, Slack, backlog and reports"
            >
              ${renderGuide(model)}${renderCast(model)}${renderFreshdesk(model)}${renderSlack(model)}${renderBacklog(model)}${renderReports(model)}
            </aside>
            <aside class="game" id="game" aria-label="Time, and what to break">
              ${renderTime(model)}${renderBreaking(model)}
            </aside>
          </div>
        </div>
        ${renderWire(model)}
        <div class="sr" id="announcer" aria-live="polite" data-keep></div>
        <div class="toasts" id="toasts" role="alert" data-keep></div>
      </body>
    </html> `;
}
