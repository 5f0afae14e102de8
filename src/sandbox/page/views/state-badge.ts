import type { IssueView } from "../../github/index.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { icon } from "./icon.ts";
import type { IconName } from "./icon.ts";

/** How an issue's state is called and drawn. */
export interface StateLook {
  readonly name: string;
  readonly icon: IconName;
  readonly tone: "open" | "done" | "skipped";
}

/** The look of an issue's state: open, closed as completed, or closed as not planned. */
export function stateLook({
  state,
  stateReason,
}: Pick<IssueView, "state" | "stateReason">): StateLook {
  if (state === "open") return { name: "Open", icon: "open", tone: "open" };
  return stateReason === "completed" || stateReason === null
    ? { name: "Closed", icon: "done", tone: "done" }
    : { name: "Closed as not planned", icon: "skipped", tone: "skipped" };
}

/** The state of an issue as a badge. */
export function stateBadge(issue: IssueView): Html {
  const { name, icon: drawing, tone } = stateLook(issue);
  return html`<span class="state state-${tone}">${icon(drawing)} ${name}</span>`;
}
