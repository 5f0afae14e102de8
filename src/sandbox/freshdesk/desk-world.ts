import { toKeptHtml } from "./kept-html.ts";
import { DESK_STATUS, type DeskMessage, type DeskTicket } from "./records.ts";

type NewMessage = Pick<DeskMessage, "incoming" | "private" | "by" | "body">;

/** Who asks, and about what; `description` is HTML. Without an `id` it gets the next free one. */
export type NewTicket = Partial<Pick<DeskTicket, "id" | "subject" | "description" | "requester">>;

const FIRST_COMPANY = 82_000_000_001;

/** The name of the agent whose key calls the API. */
export const API_AGENT = "Sitrep";

/** The desk's tickets, and what people do there. Every act throws where there is no such ticket. */
export function createDeskWorld(now: () => number) {
  const tickets = new Map<number, DeskTicket>();
  const canned = new Map<number, string>();
  const companies = new Map<string, number>();
  let lastId = 100;
  let lastMessage = 9000;

  function find(id: number): DeskTicket {
    const ticket = tickets.get(id);
    if (ticket === undefined) throw new Error(`There is no ticket ${id}`);
    return ticket;
  }
  const change = (id: number, to: Partial<DeskTicket>): void =>
    void tickets.set(id, { ...find(id), ...to });

  function add(id: number, message: NewMessage): DeskMessage {
    const ticket = find(id);
    lastMessage += 1;
    const body = toKeptHtml(message.body);
    const added = { ...message, body, id: lastMessage, createdAt: now() };
    change(id, { messages: [...ticket.messages, added] });
    return added;
  }

  /** Freshdesk knows whose somebody is by the domain of their address. */
  function companyOf(email: string): number {
    const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
    const id = companies.get(domain) ?? FIRST_COMPANY + companies.size;
    companies.set(domain, id);
    return id;
  }

  return {
    /** The ticket as it stands. */
    ticket: find,
    /** Whether there is such a ticket. */
    has: (id: number): boolean => tickets.has(id),
    /** All tickets, oldest first. */
    tickets: (): readonly DeskTicket[] => [...tickets.values()],
    /** Somebody asks for help; answers the ticket's number. */
    openTicket({ id = lastId + 1, subject = "My hub is down", ...given }: NewTicket = {}): number {
      const { requester = { name: "Rae Community", email: "rae@community.example" } } = given;
      lastId = Math.max(lastId, id);
      tickets.set(id, {
        id,
        subject,
        requester,
        companyId: companyOf(requester.email),
        description: toKeptHtml(given.description ?? `<p>${requester.name} asks for help</p>`),
        createdAt: now(),
        status: DESK_STATUS.open,
        isSpam: false,
        isDeleted: false,
        mergedInto: null,
        messages: [],
      });
      return id;
    },
    /** The person who asked answers; that opens the ticket again, as Freshdesk does by its own rules. */
    answerAsCustomer(id: number, html: string): DeskMessage {
      change(id, { status: DESK_STATUS.open });
      return add(id, { incoming: true, private: false, by: find(id).requester.name, body: html });
    },
    /** An agent replies. */
    replyAsAgent: (id: number, html: string, by = API_AGENT): DeskMessage =>
      add(id, { incoming: false, private: false, by, body: html }),
    /** An agent leaves a note for the others. */
    noteAsAgent: (id: number, html: string, by = API_AGENT): DeskMessage =>
      add(id, { incoming: false, private: true, by, body: html }),
    /** Sets the status, by Freshdesk's number. */
    setStatus: (id: number, status: number): void => change(id, { status }),
    /** Marks it as spam, or takes that back. */
    markSpam: (id: number, isSpam = true): void => change(id, { isSpam }),
    /** Puts it into the bin. */
    remove: (id: number): void => change(id, { isDeleted: true }),
    /** Closes a ticket that goes on in another one, with the note that Freshdesk leaves. */
    merge(id: number, into: number): void {
      find(into);
      const body = `<div>This ticket is closed and merged into ticket ${into}</div>`;
      add(id, { incoming: false, private: true, by: "Freshdesk", body });
      change(id, { status: DESK_STATUS.closed, mergedInto: into });
    },
    /** Keeps a canned response, as HTML. */
    keepCanned: (id: number, html: string): void => void canned.set(id, html),
    /** A canned response; undefined: there is none. */
    canned: (id: number): string | undefined => canned.get(id),
  };
}

/** What {@link createDeskWorld} makes. */
export type DeskWorld = ReturnType<typeof createDeskWorld>;
