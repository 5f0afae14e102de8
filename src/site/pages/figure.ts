import type { Definition } from "../definitions.ts";
import { atBothWidths } from "../drawing/svg.ts";
import { html, type Html, type Part } from "../html/html.ts";

/** A table under a chart: the same numbers, for whoever does not see the drawing. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A chart with what it counts, its drawing, and its numbers. */
export interface Figure {
  readonly id: string;
  readonly definition: Definition;
  /** The number that matters most, in words; "": none. */
  readonly headline: string;
  readonly legend?: Part;
  readonly draw: (width: number) => Html;
  readonly table: FigureTable;
}

const toTable = ({ head, rows }: FigureTable, title: string): Html =>
  html`<div class="scroll" role="region" aria-label="${title}" tabindex="0">
    <table class="numbers">
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** The markup of a figure. */
export const toFigure = ({ id, definition, headline, legend, draw, table }: Figure): Html =>
  html`<figure class="measure" id="${id}">
    <figcaption>
      <h2>${definition.title}</h2>
      ${headline === "" ? null : html`<p class="headline">${headline}</p>`}
      <p class="definition">${definition.definition}</p>
    </figcaption>
    ${legend}${atBothWidths(draw)}
    <details>
      <summary>The numbers</summary>
      ${toTable(table, `Numbers: ${definition.title}`)}
    </details>
  </figure> `;
