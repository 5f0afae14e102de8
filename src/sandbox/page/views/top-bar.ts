import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel, Theme } from "../page-model.ts";
import { renderAppStatus } from "./app-status.ts";
import { icon, mark } from "./icon.ts";
import type { IconName } from "./icon.ts";

const THEMES: Readonly<
  Record<Theme, { readonly next: Theme; readonly drawing: IconName; readonly name: string }>
> = {
  auto: { next: "light", drawing: "auto", name: "as the system" },
  light: { next: "dark", drawing: "sun", name: "light" },
  dark: { next: "auto", drawing: "moon", name: "dark" },
};

/** The bar on top: what this is, how Sitrep is, light or dark. */
export function renderTopBar(model: PageModel): Html {
  const [owner, name] = model.repository.split("/");
  const { next, drawing, name: now } = THEMES[model.theme];
  return html`<header class="top" id="top-bar">
    <a class="brand" href="/">${mark(28)}<span>Sitrep</span></a
    ><span class="sandbox-tag">sandbox</span>
    <p class="home"><span>${owner}</span><span class="slash">/</span><strong>${name}</strong></p>
    ${renderAppStatus(model)}
    <button
      type="button"
      class="icon-button"
      data-theme-next="${next}"
      title="Colours: ${now}"
      aria-label="Colours: ${now}. Switch to ${next}"
    >
      ${icon(drawing)}
    </button>
  </header>`;
}
