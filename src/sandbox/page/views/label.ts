import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";

const UNKNOWN = "ededed";

/** The colour of a label by its name, six hexadecimal digits. */
export function colorOf(name: string, labels: PageModel["labels"]): string {
  const wanted = name.toLowerCase();
  const found = labels.find((each) => each.name.toLowerCase() === wanted)?.color ?? UNKNOWN;
  return /^[\da-f]{6}$/i.test(found) ? found.toLowerCase() : UNKNOWN;
}

/** A label as a chip in its colour; the colours themselves come from the style sheet of labels. */
export function label(name: string, labels: PageModel["labels"]): Html {
  return html`<span class="label label-${colorOf(name, labels)}">${name}</span>`;
}
