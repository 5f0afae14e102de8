import { html, trusted } from "../html.ts";
import type { Html } from "../html.ts";

/** Line drawings on a field of 16 by 16, in the colour of the text around them. */
const DRAWINGS = {
  talk: `<path d="M2.5 3h11v7.5H8L5 13.3v-2.8H2.5z"/>`,
  board: `<rect x="2" y="2.8" width="12" height="10.4" rx="1.2"/><path d="M6 2.8v10.4M10 2.8v10.4"/>`,
  ticket: `<path d="M2 4.5h12v2a1.5 1.5 0 0 0 0 3v2H2v-2a1.5 1.5 0 0 0 0-3zM10 4.5v7"/>`,
  open: `<circle cx="8" cy="8" r="6.25"/><circle cx="8" cy="8" r="1.5" fill="currentColor" stroke="none"/>`,
  done: `<circle cx="8" cy="8" r="6.25"/><path d="m5.4 8.2 1.8 1.8 3.4-3.7"/>`,
  skipped: `<circle cx="8" cy="8" r="6.25"/><path d="m4 12 8-8"/>`,
  reopened: `<path d="M3 8a5 5 0 1 0 1.6-3.7L3 5.8M3 2.6v3.2h3.2"/><circle cx="8" cy="8" r="1.2" fill="currentColor" stroke="none"/>`,
  label: `<path d="M2 2.5h5.2l6.3 6.3-4.7 4.7L2.5 7.2z"/><circle cx="5.3" cy="5.5" r=".9" fill="currentColor" stroke="none"/>`,
  person: `<circle cx="8" cy="5.2" r="2.7"/><path d="M2.8 13.8c.5-3 2.5-4.6 5.2-4.6s4.7 1.6 5.2 4.6"/>`,
  pencil: `<path d="m10.6 2.6 2.8 2.8L5.6 13.2 2.3 13.7l.5-3.3z"/><path d="m9 4.2 2.8 2.8"/>`,
  pin: `<path d="M6 2h4l-.4 4 2.4 2.6H4L6.4 6zM8 8.6V14"/>`,
  plus: `<path d="M8 2.8v10.4M2.8 8h10.4"/>`,
  check: `<path d="m3 8.6 3.2 3.2L13 4.6"/>`,
  cross: `<path d="m4 4 8 8M12 4l-8 8"/>`,
  down: `<path d="m4 6.2 4 4 4-4"/>`,
  trash: `<path d="M3 4.5h10M6.5 4.5V2.8h3v1.7M4.3 4.5l.6 8.7h6.2l.6-8.7"/>`,
  lock: `<rect x="3.2" y="7" width="9.6" height="6.5" rx="1.2"/><path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"/>`,
  eye: `<path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="1.8"/>`,
  smile: `<circle cx="8" cy="8" r="6.25"/><path d="M5.3 9.5c.7 1 1.6 1.5 2.7 1.5s2-.5 2.7-1.5"/><circle cx="5.8" cy="6.3" r=".8" fill="currentColor" stroke="none"/><circle cx="10.2" cy="6.3" r=".8" fill="currentColor" stroke="none"/>`,
  sun: `<circle cx="8" cy="8" r="2.8"/><path d="M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1"/>`,
  moon: `<path d="M13.3 9.6A5.7 5.7 0 0 1 6.4 2.7a5.7 5.7 0 1 0 6.9 6.9z"/>`,
  auto: `<circle cx="8" cy="8" r="6.25"/><path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" stroke="none"/>`,
  wand: `<path d="m2.5 13.5 7-7M12 1.5l.6 1.9 1.9.6-1.9.6L12 6.5l-.6-1.9-1.9-.6 1.9-.6zM5 2.5l.4 1.1 1.1.4-1.1.4L5 5.5l-.4-1.1L3.5 4l1.1-.4z"/>`,
  wire: `<path d="M1.5 8h3l1.5-4 3.5 8L11 8h3.5"/>`,
  clock: `<circle cx="8" cy="8" r="6.25"/><path d="M8 4.4V8l2.5 1.6"/>`,
  bolt: `<path d="M9 1.8 3.6 9.2H8l-1 5 5.4-7.4H8z"/>`,
  in: `<path d="M13.5 8h-10M7 4.5 3.5 8 7 11.5"/>`,
  out: `<path d="M2.5 8h10M9 4.5 12.5 8 9 11.5"/>`,
  book: `<path d="M8 3.8C6.5 2.8 4.5 2.5 2 2.6v9.8c2.5-.1 4.5.2 6 1.2 1.5-1 3.5-1.3 6-1.2V2.6c-2.5-.1-4.5.2-6 1.2zM8 3.8v9.8"/>`,
} as const satisfies Readonly<Record<string, string>>;

/** The name of a drawing. */
export type IconName = keyof typeof DRAWINGS;

/** A drawing that says nothing by itself: words must stand beside it. */
export function icon(name: IconName): Html {
  return html`<svg
    class="icon icon-${name}"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    aria-hidden="true"
    focusable="false"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    ${trusted(DRAWINGS[name])}
  </svg>`;
}

/** The mark of Sitrep: a calm line with one beat, in a ring. */
export function mark(size: number): Html {
  return html`<svg
    class="mark"
    viewBox="0 0 32 32"
    width="${size}"
    height="${size}"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="mark-ground" width="32" height="32" rx="8" />
    <path
      class="mark-line"
      d="M5 17.5h5.5l3-8.5 5 14.5 2.8-6H27"
      fill="none"
      stroke-width="2.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>`;
}
