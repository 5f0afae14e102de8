import type { SlackChannel, SlackMessage } from "../../slack/index.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { icon } from "./icon.ts";
import { gameTime } from "./instant.ts";
import { renderOutage } from "./outage.ts";
import { renderBlocks } from "./slack-blocks.ts";

/** So many messages of a channel show, the newest. */
const MOST = 5;

function body(message: SlackMessage, model: PageModel): Html {
  const edited = message.edited !== null && html` <span class="quiet">(edited)</span>`;
  return html`<p class="slack-by">
      <strong>Sitrep</strong>
      <span class="quiet">${gameTime(Number(message.ts) * 1000)}</span>${edited}
    </p>
    ${renderBlocks(message.blocks, model)}`;
}

function thread(head: SlackMessage, channel: SlackChannel, model: PageModel): Html | null {
  const replies = channel.messages.filter(({ threadTs }) => threadTs === head.ts);
  if (replies.length === 0) return null;
  const count = `${replies.length} ${replies.length === 1 ? "reply" : "replies"}`;
  return html`<details class="slack-thread" open id="slack-${channel.id}-${head.ts}">
    <summary>${count}</summary>
    <ol>
      ${replies.map((each) => html`<li data-key="${each.ts}">${body(each, model)}</li>`)}
    </ol>
  </details>`;
}

function renderChannel(channel: SlackChannel, model: PageModel): Html | null {
  const heads = channel.messages.filter(({ threadTs }) => threadTs === null).slice(-MOST);
  if (heads.length === 0) return null;
  return html`<div class="slack-channel" data-key="slack-${channel.id}">
    <h3>#${channel.name}</h3>
    <ol>
      ${heads.map(
        (head) =>
          html`<li data-key="${head.ts}">${body(head, model)}${thread(head, channel, model)}</li>`,
      )}
    </ol>
  </div>`;
}

function emptiness({ channels }: PageModel): Html | null {
  return channels.every(({ messages }) => messages.length === 0)
    ? html`<p class="outage quiet">Nothing was told here yet: declare an incident.</p>`
    : null;
}

/** What the team's Slack was told, and the button that takes it down. */
export function renderSlack(model: PageModel): Html {
  return html`<section class="card slack" id="slack" aria-labelledby="slack-title">
    <details open id="slack-fold">
      <summary><h2 id="slack-title">${icon("talk")} Slack</h2></summary>
      ${renderOutage("slack", model)}${emptiness(model)}
      ${model.channels.map((channel) => renderChannel(channel, model))}
    </details>
  </section>`;
}
