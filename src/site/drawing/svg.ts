import { html, raw, type Html, type Part } from "../html/html.ts";

/** A length for SVG: a tenth is enough, and keeps the text short and the same on every machine. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

/** What a pointer at a shape shows. Words of people in it are escaped like all else. */
export const tip = (words: string): Html => html`<title>${words}</title>`;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of a class, with a tip where there is one. */
export const rect = (name: string, { x, y, width, height }: Box, words: string | null): Html =>
  html`<rect
    class="${name}"
    x="${px(x)}"
    y="${px(y)}"
    width="${px(Math.max(0, width))}"
    height="${px(height)}"
    >${words === null ? null : tip(words)}</rect
  >`;

/** A line of text. `anchor`: which of its ends, or its middle, is at `x`. */
export const text = (
  words: string,
  { x, y }: { readonly x: number; readonly y: number },
  anchor: "start" | "middle" | "end" = "start",
  name = "",
): Html =>
  html`<text${name === "" ? null : raw(` class="${name}"`)} x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${words}</text>`;

/** A straight line. */
export const line = (
  name: string,
  from: readonly [number, number],
  to: readonly [number, number],
): Html =>
  html`<line
    class="${name}"
    x1="${px(from[0])}"
    y1="${px(from[1])}"
    x2="${px(to[0])}"
    y2="${px(to[1])}"
  />`;

/** A path of a class, with a tip. */
export const path = (name: string, d: string, words: string | null): Html =>
  html`<path class="${name}" d="${d}">${words === null ? null : tip(words)}</path>`;

/** A whole drawing, which says in words what it shows. */
export const svg = (
  name: string,
  size: { readonly width: number; readonly height: number },
  says: string,
  parts: readonly Part[],
): Html =>
  html`<svg
    class="${name}"
    viewBox="0 0 ${px(size.width)} ${px(size.height)}"
    role="img"
    aria-label="${says}"
  >
    ${parts}
  </svg>`;

/** The widths at which everything is drawn, so that its words can be read on a phone too. Style sheets show one of them. */
export const WIDTHS = { wide: 760, narrow: 350 } as const;

/** A drawing at both widths. */
export const atBothWidths = (draw: (width: number) => Part): Html =>
  html`<div class="wide">${draw(WIDTHS.wide)}</div>
    <div class="narrow">${draw(WIDTHS.narrow)}</div>`;
