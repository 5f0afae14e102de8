import { Refusal } from "./refusal.ts";

/** The longest body that GitHub takes, in characters. */
export const BODY_LIMIT = 65_536;

/** How many characters (code points) a text has. */
export function countCharacters(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

/** Refuses a body that is too long, or, for a comment, empty. */
export function checkBody(resource: "Issue" | "IssueComment" | "PullRequest", body: string): void {
  if (resource === "IssueComment" && body.trim() === "") {
    const detail = { resource, field: "body", code: "missing_field" };
    throw new Refusal("UNPROCESSABLE", "Body cannot be blank", [detail]);
  }
  // Only a text with more UTF-16 units than the limit can have more characters; counting those is slow.
  if (body.length <= BODY_LIMIT || countCharacters(body) <= BODY_LIMIT) return;
  const message = `body is too long (maximum is ${BODY_LIMIT} characters)`;
  throw new Refusal("UNPROCESSABLE", `Body ${message.slice(5)}`, [
    { resource, field: "body", code: "custom", message },
  ]);
}
