import sanitizeHtml from "sanitize-html";

/**
 * The HTML that the desk keeps of what it is sent. Freshdesk does not say what it keeps: this is stricter than anything that was
 * seen of it, and keeps no attribute but a link's address, so that nothing may rely on one.
 */
export const toKeptHtml = (html: string): string =>
  sanitizeHtml(html, { allowedAttributes: { a: ["href"] }, allowedSchemes: ["http", "https"] });

/** The text of kept HTML, as `body_text` has it. */
export const toKeptText = (html: string): string =>
  sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} }).replace(/\s+/g, " ").trim();
