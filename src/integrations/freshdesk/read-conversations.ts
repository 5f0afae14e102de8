import { TerminalError } from "../../incident/errors.ts";
import type { Client } from "./client.ts";
import { Conversations, type Conversation } from "./shapes.ts";

// The most that Freshdesk gives at once (https://developers.freshdesk.com/api/#pagination).
const PER_PAGE = 100;
const MOST_PAGES = 30;

/**
 * All replies, notes and answers of a ticket, page by page; rejects rather than leave something out, since what was not seen could
 * be sent twice.
 */
export async function readConversations(
  call: Client,
  id: string,
): Promise<readonly Conversation[]> {
  const words = { doing: "read tickets", about: `ticket ${id}` } as const;
  let found: readonly Conversation[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const path = `tickets/${id}/conversations?per_page=${PER_PAGE}&page=${page}`;
    const { body, hasNext } = await call({ method: "get", path, shape: Conversations, words });
    found = [...found, ...body];
    if (!hasNext && body.length < PER_PAGE) return found;
  }
  throw new TerminalError(
    `Ticket ${id} has more than ${PER_PAGE * MOST_PAGES} messages, too many for Sitrep. Go on in another one, and name it with \`/ticket <address>\`.`,
  );
}
