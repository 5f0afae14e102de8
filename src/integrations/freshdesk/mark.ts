import { createHash } from "node:crypto";

const LENGTH = 32;

/**
 * What tells a reply or note that was sent with this key: a word without a meaning, since a key names issues and comments, which
 * are none of the community's business.
 */
export const toMark = (key: string): string =>
  `sitrep-${createHash("sha256").update(key).digest("hex").slice(0, LENGTH)}`;

/**
 * The HTML with the mark at its end, in a size that nobody sees. The mark is text and no attribute: Freshdesk cleans HTML on its way
 * in, and does not say which attributes it keeps. Where it takes the style away, people see a reference, and no harm is done.
 */
export const withMark = (html: string, key: string): string =>
  `${html.trimEnd()}\n<div style="font-size:0px;line-height:0px;color:#ffffff">Reference: ${toMark(key)}</div>`;
