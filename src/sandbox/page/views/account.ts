import { findMember } from "../../cast/cast.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";

/** A login without the ending that GitHub's API gives bots. */
export const shortLogin = (login: string | null): string =>
  (login ?? "ghost").replace(/\[bot\]$/, "");

/** Who did something: the login, with the name and job when one points at it, and a badge for the app. */
export function account(login: string | null, { bot }: PageModel): Html {
  if (login === bot)
    return html`<strong class="login">${shortLogin(login)}</strong> <span class="badge">bot</span>`;
  const member = login === null ? undefined : findMember(login);
  const title = member === undefined ? shortLogin(login) : `${member.name}, ${member.job}`;
  return html`<strong class="login" title="${title}">${shortLogin(login)}</strong>`;
}
