import { BREAKAGES } from "../../breaking/breaker.ts";
import type { Breakage } from "../../breaking/breaker.ts";
import { flag, html, json } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { icon } from "./icon.ts";

/** What each button says, and what it is good for. */
const WORDS: Readonly<Record<Breakage, { readonly button: string; readonly line: string }>> = {
  drop: {
    button: "Drop the next delivery",
    line: "Sitrep never hears of what you do next.",
  },
  double: {
    button: "Deliver twice",
    line: "Sitrep hears of what you do next, and hears it again.",
  },
  fail: {
    button: "GitHub fails for a minute",
    line: "GitHub answers 502 to whatever Sitrep asks.",
  },
  kill: {
    button: "Kill Sitrep",
    line: "Its process ends at once (kill -9), whatever it was doing.",
  },
};

function row(breakage: Breakage, { breakages, app }: PageModel): Html {
  const { isOn, line } = breakages[breakage];
  const { button, line: usual } = WORDS[breakage];
  const isOff = isOn || (breakage === "kill" && app.kind !== "running");
  const tone = isOn ? " is-on" : line === null ? "" : " was-on";
  return html`<li class="breakage${tone}" data-key="break-${breakage}">
    <button
      type="button"
      class="button button-small"
      data-act="${json({ kind: "break", what: breakage })}"
      ${flag("disabled", isOff)}
    >
      ${button}
    </button>
    <p class="breakage-line" role="status">${line ?? usual}</p>
  </li>`;
}

/** What the player may break, what is broken now, and when that is over. */
export function renderBreaking(model: PageModel): Html {
  return html`<section class="card breaking" id="breaking" aria-labelledby="breaking-title">
    <details open id="breaking-fold">
      <summary><h2 id="breaking-title">${icon("bolt")} Break it</h2></summary>
      <ul>
        ${BREAKAGES.map((each) => row(each, model))}
      </ul>
    </details>
  </section>`;
}
