import { API_AGENT, DESK_STATUS } from "../../freshdesk/index.ts";
import type { DeskMessage } from "../../freshdesk/index.ts";
import { flag, html, json } from "../html.ts";
import type { Html } from "../html.ts";
import { renderTicketHtml } from "../markdown/render-ticket-html.ts";
import type { PageModel, TicketView } from "../page-model.ts";
import { icon } from "./icon.ts";
import { gameTime } from "./instant.ts";

/** So many messages show, the newest; earlier ones are folded. */
const MOST = 6;

const STATUSES: readonly (readonly [number, string])[] = [
  [DESK_STATUS.open, "Open"],
  [DESK_STATUS.pending, "Pending"],
  [DESK_STATUS.resolved, "Resolved"],
  [DESK_STATUS.closed, "Closed"],
];

function badge({ status }: TicketView): Html {
  const word = STATUSES.find(([number]) => number === status)?.[1] ?? `Status ${status}`;
  return html`<span class="badge ticket-status ticket-is-${word.toLowerCase()}">${word}</span>`;
}

type Said = Pick<DeskMessage, "by" | "incoming" | "private" | "body" | "createdAt">;

function kindOf({ incoming, private: isPrivate }: Said): Html {
  if (isPrivate) return html`<span class="ticket-kind">${icon("lock")} Private note</span>`;
  return html`<span class="sr">${incoming ? "asks" : "replies"}</span>`;
}

function words(said: Said, model: PageModel): Html {
  return html`<p class="ticket-by">
      <strong>${said.by}</strong> ${kindOf(said)}
      <span class="quiet">${gameTime(said.createdAt)}</span>
    </p>
    <div class="ticket-words">${renderTicketHtml(said.body, model)}</div>`;
}

const toneOf = ({ incoming, private: isPrivate }: Said): string =>
  isPrivate ? "is-note" : incoming ? "is-incoming" : "is-reply";

const item = (message: DeskMessage, model: PageModel): Html =>
  html`<li class="ticket-said ${toneOf(message)}" data-key="message-${message.id}">
    ${words(message, model)}
  </li>`;

function conversation(ticket: TicketView, model: PageModel): Html {
  const { id, requester, description, createdAt } = ticket;
  const asked = {
    by: requester.name,
    incoming: true,
    private: false,
    body: description,
    createdAt,
  };
  const earlier = ticket.messages.slice(0, -MOST);
  const older =
    earlier.length > 0 &&
    html`<details class="ticket-earlier" id="ticket-${id}-earlier">
      <summary>${earlier.length} earlier</summary>
      <ol>
        ${earlier.map((each) => item(each, model))}
      </ol>
    </details>`;
  return html`<div class="ticket-said is-incoming">${words(asked, model)}</div>
    ${older}
    <ol>
      ${ticket.messages.slice(-MOST).map((each) => item(each, model))}
    </ol>`;
}

function answerBox({ id, requester }: TicketView): Html {
  return html`<form class="ticket-answer" data-act="${json({ kind: "answer", ticket: id })}">
    <label for="answer-${id}">Answer as <strong>${requester.name}</strong></label>
    <textarea id="answer-${id}" name="body" rows="2" required></textarea>
    <button type="submit" class="button button-small">Answer in the ticket</button>
  </form>`;
}

/** Whether an issue's texts name the ticket. */
function isNamed({ address }: TicketView, { place }: PageModel): boolean {
  if (place.kind !== "issue") return false;
  const texts = [place.issue.body, ...place.issue.comments.map(({ body }) => body)];
  return texts.some((text) =>
    text
      .split(address)
      .slice(1)
      .some((rest) => !/^\d/.test(rest)),
  );
}

function note(ticket: TicketView, isHere: boolean): Html | null {
  if (!isHere)
    return html`<p class="quiet ticket-note">
      This issue does not name it. <code>/ticket ${ticket.address}</code> does.
    </p>`;
  return ticket.messages.some(({ by }) => by === API_AGENT)
    ? null
    : html`<p class="quiet ticket-note">Sitrep has sent nothing here yet.</p>`;
}

/** A ticket with all that was said in it, and a box to answer for the person who asked. Folded where the issue in view does not name it. */
export function renderTicket(ticket: TicketView, model: PageModel): Html {
  const { id, subject, requester } = ticket;
  const isHere = isNamed(ticket, model);
  return html`<article class="ticket" id="ticket-${id}" aria-labelledby="ticket-${id}-title">
    <details ${flag("open", isHere)} id="ticket-${id}-fold">
      <summary>
        <h3 id="ticket-${id}-title">${subject} <span class="quiet ticket-number">#${id}</span></h3>
        ${badge(ticket)}
      </summary>
      <p class="quiet ticket-requester">${requester.name}, ${requester.email}</p>
      ${conversation(ticket, model)}${note(ticket, isHere)}${answerBox(ticket)}
    </details>
  </article>`;
}
