import type { MarkdownIt } from "markdown-it";

/** Who can be mentioned: logins, with what shows when one points at them. */
export type Mentionable = ReadonlyMap<string, string>;

const MENTION = /@([a-z\d](?:[a-z\d-]{0,38}[a-z\d])?)(?![\w-])/iy;

/** Teaches a parser GitHub's mentions: `@login` of somebody known, not behind a letter or a digit. `people` is found in the environment. */
export function addMentions(md: MarkdownIt): void {
  md.inline.ruler.push("mention", (state, silent) => {
    if (state.src[state.pos] !== "@" || state.linkLevel > 0) return false;
    if (/[\w@]$/.test(state.src.slice(Math.max(0, state.pos - 1), state.pos))) return false;
    MENTION.lastIndex = state.pos;
    const login = MENTION.exec(state.src)?.[1];
    const people = state.env["people"] as Mentionable | undefined;
    const title = login === undefined ? undefined : people?.get(login.toLowerCase());
    if (login === undefined || title === undefined) return false;
    if (!silent) {
      const open = state.push("mention_open", "span", 1);
      open.attrSet("class", "mention");
      open.attrSet("title", title);
      state.push("text", "", 0).content = `@${login}`;
      state.push("mention_close", "span", -1);
    }
    state.pos += login.length + 1;
    return true;
  });
}
