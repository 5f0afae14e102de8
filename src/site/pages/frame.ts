import { html, type Html, type Part } from "../html/html.ts";
import { moment } from "../html/when.ts";
import type { SiteData } from "../site-data.ts";
import { link } from "../html/user-text.ts";

/** The pages to which every page leads. */
export const SECTIONS = [
  { file: "index.html", title: "Incidents" },
  { file: "numbers.html", title: "Numbers" },
  { file: "unfinished.html", title: "Unfinished" },
] as const;

/** What stands around a page's content. */
export interface Frame {
  /** In the browser's tab, before the name of the site. */
  readonly title: string;
  /** The section that it is part of. */
  readonly section: (typeof SECTIONS)[number]["file"];
  /** From the page to the site's root: `` or `../`. */
  readonly root: "" | "../";
}

/** Nothing is loaded from elsewhere, and no script runs but the site's own: whatever a person's words may hold. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A whole page. */
export function toPage(data: SiteData, { title, section, root }: Frame, content: Part): string {
  const name = `${data.owner}/${data.repo}`;
  const page: Html = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${name}</title>
        <link rel="stylesheet" href="${root}assets/site.css" />
        <link rel="icon" href="${root}assets/mark.svg" type="image/svg+xml" />
        <link
          rel="alternate"
          href="${root}feed.xml"
          type="application/atom+xml"
          title="Incidents of ${name}"
        />
        <script src="${root}assets/site.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">To the content</a>
        <header class="bar">
          <div class="inner">
            <a class="brand" href="${root}index.html"
              ><svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
                <path d="M8 1.5 15 14H1z" />
                <path class="mark-line" d="M8 6v3.6M8 11.4v.9" /></svg
              ><span><strong>Incidents</strong> <span class="place">${name}</span></span></a
            >
            <nav aria-label="Sections">
              <ul>
                ${SECTIONS.map(
                  (one) =>
                    html`<li>
                      <a
                        href="${root}${one.file}"
                        ${one.file === section ? html` aria-current="page"` : null}
                        >${one.title}</a
                      >
                    </li>`,
                )}
              </ul>
            </nav>
          </div>
        </header>
        <main id="content" class="inner">${content}</main>
        <footer class="inner">
          <p>
            Built ${moment(data.builtAt)} from the issues of ${link(data.url, name)}. All times are
            UTC.
          </p>
          <p>
            <a href="${root}feed.xml">Atom feed</a> ·
            <a href="${root}incidents.json">Everything as JSON</a>
          </p>
        </footer>
      </body>
    </html> `;
  return page.markup;
}
