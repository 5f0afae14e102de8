import { toKeptText } from "./kept-html.ts";
import type { DeskWorld } from "./desk-world.ts";
import type { DeskMessage, DeskTicket } from "./records.ts";

/** A call of the API, read. */
export interface DeskCall {
  readonly method: string;
  /** Below `/api/v2`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Origin of the desk, for links to further pages. */
  readonly origin: string;
}

/** An answer; without a body it has none. */
export interface DeskAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const toTicket = (ticket: DeskTicket): object => ({
  id: ticket.id,
  subject: ticket.subject,
  status: ticket.status,
  spam: ticket.isSpam,
  ...(ticket.isDeleted && { deleted: true }),
  requester: ticket.requester,
  company_id: ticket.companyId,
  description_text: toKeptText(ticket.description),
});

const toConversation = (ticket: DeskTicket, message: DeskMessage): object => ({
  id: message.id,
  ticket_id: ticket.id,
  incoming: message.incoming,
  private: message.private,
  body: message.body,
  body_text: toKeptText(message.body),
  from_email: message.incoming ? ticket.requester.email : null,
  created_at: iso(message.createdAt),
  updated_at: iso(message.createdAt),
});

const invalid = (field: string): DeskAnswer => ({
  status: 400,
  body: {
    description: "Validation failed",
    errors: [{ field, message: "It should be valid", code: "invalid_value" }],
  },
});

const field = (body: unknown, name: string): unknown =>
  typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;

function listConversations({ query, origin }: DeskCall, ticket: DeskTicket): DeskAnswer {
  const page = Number(query.get("page") ?? "1");
  const size = Math.min(Number(query.get("per_page") ?? "30"), 100);
  const shown = ticket.messages.slice((page - 1) * size, page * size);
  const next = `${origin}/api/v2/tickets/${ticket.id}/conversations?per_page=${size}&page=${page + 1}`;
  const hasMore = ticket.messages.length > page * size;
  return {
    status: 200,
    body: shown.map((message) => toConversation(ticket, message)),
    ...(hasMore && { headers: { link: `<${next}>;rel="next"` } }),
  };
}

function addMessage(world: DeskWorld, ticket: DeskTicket, call: DeskCall): DeskAnswer {
  if (ticket.isDeleted) return { status: 404 };
  const body = field(call.body, "body");
  if (typeof body !== "string" || body.trim() === "") return invalid("body");
  const isNote = call.path.endsWith("/notes");
  const isPrivate = isNote && field(call.body, "private") !== false;
  const added = isPrivate
    ? world.noteAsAgent(ticket.id, body)
    : world.replyAsAgent(ticket.id, body);
  return { status: 201, body: toConversation(ticket, added) };
}

function changeTicket(world: DeskWorld, ticket: DeskTicket, call: DeskCall): DeskAnswer {
  if (ticket.isDeleted) return { status: 404 };
  const status = field(call.body, "status");
  if (typeof status !== "number" || status < 2 || status > 5) return invalid("status");
  world.setStatus(ticket.id, status);
  return { status: 200, body: toTicket(world.ticket(ticket.id)) };
}

const PATH = /^\/tickets\/(\d+)(\/conversations|\/reply|\/notes)?$/;

/** Answers one call of the API, as far as Sitrep uses it; anything else is a 404, as there. */
export function answerDesk(world: DeskWorld, call: DeskCall): DeskAnswer {
  const { method, path } = call;
  const canned = /^\/canned_responses\/(\d+)$/.exec(path)?.[1];
  if (canned !== undefined) {
    const html = world.canned(Number(canned));
    if (html === undefined || method !== "GET") return { status: 404 };
    return { status: 200, body: { id: Number(canned), title: "Canned", content_html: html } };
  }
  if (path === "/tickets" && method === "GET") return { status: 200, body: [] };
  const [, id = "", part = ""] = PATH.exec(path) ?? [];
  if (id === "" || !world.has(Number(id))) return { status: 404 };
  const ticket = world.ticket(Number(id));
  const asked = `${method} ${part}`;
  if (asked === "GET ") return { status: 200, body: toTicket(ticket) };
  if (asked === "PUT ") return changeTicket(world, ticket, call);
  if (asked === "GET /conversations") return listConversations(call, ticket);
  if (asked === "POST /reply" || asked === "POST /notes") return addMessage(world, ticket, call);
  return { status: 405 };
}
