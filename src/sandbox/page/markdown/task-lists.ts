import type { MarkdownIt } from "markdown-it";
import type { Token } from "markdown-it";
import { lineAt } from "../../acts/tick.ts";
import { escapeHtml } from "../html.ts";

/** How the boxes of one text are shown. */
export interface TaskOptions {
  /** Marks our own boxes, so that one that somebody wrote as HTML is not taken for one. */
  readonly seal: string;
  readonly mayTick: boolean;
}

const BOX = /^\[([ xX])\]\s+/;

function isItemText(tokens: readonly Token[], index: number): boolean {
  return (
    tokens[index]?.type === "inline" &&
    tokens[index - 1]?.type === "paragraph_open" &&
    tokens[index - 2]?.type === "list_item_open"
  );
}

function toBox(
  source: string,
  line: number,
  ticked: boolean,
  label: string,
  options: TaskOptions,
): string {
  const attributes = [
    `data-tick="${options.seal}"`,
    `data-line="${line}"`,
    `data-was="${escapeHtml(lineAt(source, line))}"`,
    `aria-label="${escapeHtml(label)}"`,
    ...(ticked ? ["checked"] : []),
    ...(options.mayTick ? [] : ["disabled"]),
  ];
  return `<input type="checkbox" ${attributes.join(" ")}> `;
}

/** Teaches a parser GitHub's task lists: `[ ]` or `[x]` at the start of a list item is a box. `tasks` is found in the environment. */
export function addTaskLists(md: MarkdownIt): void {
  md.core.ruler.push("task-lists", (state) => {
    const options = state.env["tasks"] as TaskOptions | undefined;
    if (options === undefined) return;
    for (const [index, token] of state.tokens.entries()) {
      const [text] = token.children ?? [];
      if (!isItemText(state.tokens, index) || text?.type !== "text" || token.map === null) continue;
      const [mark, sign] = BOX.exec(text.content) ?? [];
      if (mark === undefined) continue;
      text.content = text.content.slice(mark.length);
      const label = token.content.replace(BOX, "").slice(0, 200);
      const box = new state.Token("html_inline", "", 0);
      box.content = toBox(state.src, token.map[0], sign !== " ", label, options);
      token.children?.unshift(box);
      state.tokens[index - 2]?.attrJoin("class", "task");
    }
  });
}
