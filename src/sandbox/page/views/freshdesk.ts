import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { icon } from "./icon.ts";
import { renderOutage } from "./outage.ts";
import { renderTicket } from "./ticket.ts";

/** The team's support desk: its tickets, what was said in them, and the button that takes it down. */
export function renderFreshdesk(model: PageModel): Html {
  return html`<section class="card freshdesk" id="freshdesk" aria-labelledby="freshdesk-title">
    <details open id="freshdesk-fold">
      <summary><h2 id="freshdesk-title">${icon("ticket")} Freshdesk</h2></summary>
      ${renderOutage("freshdesk", model)}
      <p class="quiet outage">
        Only the team and the community read this. None of it goes to GitHub or Slack.
      </p>
      ${model.tickets.map((ticket) => renderTicket(ticket, model))}
    </details>
  </section>`;
}
