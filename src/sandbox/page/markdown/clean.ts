import sanitizeHtml from "sanitize-html";
import type { Attributes, IOptions, Tag } from "sanitize-html";

/** What the cleaning must know about the place. */
export interface CleanOptions {
  /** Only boxes with this mark stay. */
  readonly seal: string;
  /** Gives an address of the embedded GitHub as the page's own; null: there is no such page, so no link. */
  readonly toPageAddress: (href: string) => string | null;
}

const TAGS =
  "h1 h2 h3 h4 h5 h6 p br hr ul ol li blockquote pre code samp kbd var em strong b i del s ins sub sup q a " +
  "table thead tbody tr th td details summary input span dl dt dd";

const MOST_NESTED = 80;

function cleanLink(toPageAddress: CleanOptions["toPageAddress"]) {
  return (tagName: string, { href = "", title }: Attributes): Tag => {
    const address = toPageAddress(href);
    if (address === null) return { tagName: "span", attribs: { class: "mention" } };
    const more: Attributes = title === undefined ? {} : { title };
    if (/^[/#]/.test(address)) return { tagName, attribs: { href: address, ...more } };
    const rel = "nofollow noopener noreferrer";
    return { tagName, attribs: { href: address, rel, target: "_blank", ...more } };
  };
}

function cleanBox(seal: string) {
  return (tagName: string, attribs: Attributes): Tag =>
    attribs["data-tick"] === seal
      ? { tagName, attribs: { ...attribs, "data-tick": "" } }
      : { tagName: "span", attribs: {} };
}

/** No picture is fetched from anywhere: in its place stands what it shows, in words. */
const toWords = (_name: string, { alt = "" }: Attributes): Tag => ({
  tagName: "span",
  attribs: { class: "picture" },
  text: `[picture${alt === "" ? "" : `: ${alt}`}]`,
});

function alignCell(tagName: string, { style = "", align }: Attributes): Tag {
  const side = /^text-align:(left|right|center)$/.exec(style)?.[1] ?? align;
  const attribs: Attributes = side === undefined ? {} : { align: side };
  return { tagName, attribs };
}

/** HTML in which nothing runs, nothing is fetched, and nothing can leave its place: of anything else only the text stays. */
export function cleanHtml(markup: string, { seal, toPageAddress }: CleanOptions): string {
  const options: IOptions = {
    allowedTags: TAGS.split(" "),
    allowedAttributes: {
      a: ["href", "title", "rel", "target"],
      input: ["type", "checked", "disabled", "data-tick", "data-line", "data-was", "aria-label"],
      span: ["title"],
      pre: ["tabindex"],
      th: ["align"],
      td: ["align"],
      ol: ["start"],
      details: ["open"],
    },
    allowedClasses: { code: ["language-*"], li: ["task"], span: ["mention", "picture"] },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    nestingLimit: MOST_NESTED,
    transformTags: {
      a: cleanLink(toPageAddress),
      // What is wider than its place is scrolled with the keyboard, too.
      pre: () => ({ tagName: "pre", attribs: { tabindex: "0" } }),
      input: cleanBox(seal),
      img: toWords,
      th: alignCell,
      td: alignCell,
    },
  };
  return sanitizeHtml(markup, options);
}
