import type { AppState } from "../../app/app-state.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";

const WORDS: Readonly<Record<AppState["kind"], string>> = {
  starting: "Sitrep is starting …",
  running: "Sitrep is running",
  restarting: "Sitrep is restarting …",
  stopped: "Sitrep is stopped",
};

/** How Sitrep is: running, at work, starting, or on its way back. */
export function renderAppStatus({ app, isBusy }: PageModel): Html {
  const isAtWork = app.kind === "running" && isBusy;
  const words = isAtWork ? "Sitrep is at work …" : WORDS[app.kind];
  return html`<p class="app app-${isAtWork ? "busy" : app.kind}" id="app" role="status">
    <span class="app-dot"></span>${words}
  </p>`;
}

/** A note above the thread while Sitrep is away: why, and that nothing is lost. */
export function renderAppNote({ app }: PageModel): Html | null {
  if (app.kind !== "restarting") return null;
  const words =
    app.lastWords.length > 0 &&
    html`<details>
      <summary>Its last words</summary>
      <pre>${app.lastWords.join("\n")}</pre>
    </details>`;
  return html`<div class="note" id="app-note">
    <p>
      <strong>Sitrep is restarting</strong>: ${app.why}. What you do meanwhile is not lost: it looks
      at every open incident when it is back.
    </p>
    ${words}
  </div>`;
}

/** A hint at the end of the thread while Sitrep has not answered yet. */
export function renderWaiting({ app, isBusy }: PageModel): Html {
  const isWaiting = isBusy && app.kind !== "stopped";
  return html`<p class="waiting${isWaiting ? " waiting-now" : ""}" id="waiting" aria-hidden="true">
    <span class="dots"><i></i><i></i><i></i></span> waiting for Sitrep …
  </p>`;
}
