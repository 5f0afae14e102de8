import { REACTION_LOOKS } from "./reaction-looks.ts";
import type { ReactionContent, ReactionView } from "../../github/index.ts";
import { html, json } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { shortLogin } from "./account.ts";
import { icon } from "./icon.ts";

/** What is reacted to: an issue, or one of its comments. */
export interface ReactionTarget {
  readonly issue: number;
  readonly comment: number | null;
  readonly reactions: readonly ReactionView[];
}

const KNOWN = Object.keys(REACTION_LOOKS) as readonly ReactionContent[];

function toAct(target: ReactionTarget, content: ReactionContent, isMine: boolean): string {
  const { issue, comment } = target;
  return json({ kind: isMine ? "unreact" : "react", issue, comment, content });
}

function chip(target: ReactionTarget, content: ReactionContent, me: string): Html | null {
  const who = target.reactions.filter((each) => each.content === content).map(({ login }) => login);
  if (who.length === 0) return null;
  const isMine = who.includes(me);
  const { sign, name } = REACTION_LOOKS[content];
  const people = who.map(shortLogin).join(", ");
  return html`<button
    type="button"
    class="reaction"
    aria-pressed="${String(isMine)}"
    title="${people}"
    aria-label="${name}: ${who.length} ${people}"
    data-act="${toAct(target, content, isMine)}"
  >
    <span aria-hidden="true">${sign}</span> ${who.length}
    <span class="reaction-who" aria-hidden="true">${people}</span>
  </button>`;
}

function picker(target: ReactionTarget, me: string): Html {
  const choices = KNOWN.map((content) => {
    const isMine = target.reactions.some((each) => each.content === content && each.login === me);
    const { sign, name, does } = REACTION_LOOKS[content];
    // On the top comment it does nothing but please.
    const words = does === undefined || target.comment === null ? name : `${name}: ${does}`;
    return html`<button
      type="button"
      aria-label="${words}"
      title="${words}"
      aria-pressed="${String(isMine)}"
      data-act="${toAct(target, content, isMine)}"
    >
      ${sign}
    </button>`;
  });
  return html`<details class="menu reaction-menu">
    <summary class="reaction" aria-label="Add a reaction" title="Add a reaction">
      ${icon("smile")}
    </summary>
    <div class="menu-box reaction-box">${choices}</div>
  </details>`;
}

/** The reactions to a text, each with who gave it, and a way to give one's own. */
export function reactions(target: ReactionTarget, { me }: PageModel): Html {
  const chips = KNOWN.map((content) => chip(target, content, me.login));
  return html`<div class="reactions">${picker(target, me.login)}${chips}</div>`;
}
