import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { mark } from "./icon.ts";

/** Grounds on which white initials have a contrast of at least 4.5. */
const GROUNDS = ["#8250df", "#0969da", "#1a7f37", "#9a6700", "#bf3989", "#0f7285", "#bc4c00"];

/** Fixed for the cast, so that no two of them look alike. */
const OWN: Readonly<Record<string, string>> = {
  "ana-sre": "#8250df",
  "bo-sre": "#0f7285",
  "sam-support": "#1a7f37",
  "pat-pm": "#bf3989",
  "cleo-hub": "#bc4c00",
};

function groundOf(login: string): string {
  const sum = Buffer.from(login).reduce((total, byte) => total + byte, 0);
  return OWN[login] ?? GROUNDS[sum % GROUNDS.length] ?? "#59636e";
}

const initialsOf = (login: string): string =>
  login
    .split("-")
    .map((word) => word.slice(0, 1))
    .join("")
    .slice(0, 2)
    .toUpperCase();

/** The picture of an account: initials on its colour; Sitrep's mark for the app (`bot`). The login must stand beside it. */
export function avatar(login: string | null, bot: string, size: number): Html {
  if (login === bot) return html`<span class="avatar avatar-bot">${mark(size)}</span>`;
  const shown = login ?? "ghost";
  return html`<svg
    class="avatar"
    viewBox="0 0 40 40"
    width="${size}"
    height="${size}"
    aria-hidden="true"
    focusable="false"
  >
    <circle cx="20" cy="20" r="20" fill="${groundOf(shown)}" />
    <text x="20" y="25.5" text-anchor="middle" font-size="16" font-weight="600" fill="#fff">
      ${initialsOf(shown)}
    </text>
  </svg>`;
}
