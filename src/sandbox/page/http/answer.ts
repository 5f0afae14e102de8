import type { ServerResponse } from "node:http";

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What every answer says: nothing from elsewhere, nothing inline, in no frame, kept nowhere. */
export const SAFETY: Readonly<Record<string, string>> = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cache-control": "no-store",
};

/** Media types by the ending of a file's name. */
export const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};

/** Answers with a text of one of the {@link TYPES}. */
export function answer(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { ...SAFETY, "content-type": TYPES[type] ?? "text/plain" });
  response.end(text);
}

/** Answers with JSON. */
export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answer(response, status, "json", JSON.stringify(value));
}

/** Sends the browser elsewhere on the page. */
export function redirect(response: ServerResponse, path: string): void {
  response.writeHead(303, { ...SAFETY, location: path }).end();
}
