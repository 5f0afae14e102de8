import type { Call, Delivery } from "../../github/index.ts";
import { isDoubled, isLost } from "../../wire/traffic.ts";
import type { Exchange, Traffic } from "../../wire/traffic.ts";
import { html } from "../html.ts";
import type { Html, Part } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { icon } from "./icon.ts";

const tellMs = (ms: number): string => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`);

const many = (count: number, one: string, more = `${one}s`): string =>
  `${count === 0 ? "no" : count} ${count === 1 ? one : more}`;

/** What went over the wire since the last act, in one line. */
export function summarise({
  deliveries,
  lost,
  doubled,
  reads,
  writes,
  tokens,
  took,
}: Traffic): string {
  const requests = reads + writes + tokens;
  const parts = [
    reads > 0 ? many(reads, "read") : "",
    writes > 0 ? many(writes, "write") : "",
    tokens > 0 ? many(tokens, "token") : "",
  ].filter(Boolean);
  const details = requests === 0 ? "" : ` (${parts.join(", ")})`;
  const settled = requests === 0 || took === null ? "" : `, in ${tellMs(took)}`;
  const broken = [lost > 0 ? `${lost} lost` : "", doubled > 0 ? `${doubled} sent twice` : ""]
    .filter(Boolean)
    .join(", ");
  const told = many(deliveries, "delivery", "deliveries") + (broken === "" ? "" : ` (${broken})`);
  return `${told}, ${many(requests, "request")}${details}${settled}`;
}

function status(code: number | null, problem: string | null): Html {
  if (code === null && problem === null) return html`<span class="code code-wait">…</span>`;
  const tone = code !== null && code < 400 ? "good" : "bad";
  return html`<span class="code code-${tone}">${code ?? problem}</span>`;
}

const deliveryStatus = (delivery: Delivery): Html =>
  status(delivery.status, isLost(delivery) ? "lost" : delivery.problem);

function callWords(
  { protocol, method, path, kind, operationName, fields }: Call,
  repository: string,
): Part {
  if (protocol === "rest")
    return html`<b>${method}</b> <span>${path.replace(`/repos/${repository}`, "/repos/…")}</span>`;
  const verb = kind === "write" ? "mutation" : "query";
  return html`<b>${verb}</b>
    <span>${operationName ?? ""}</span> ${fields.map((field) => html`<i>${field}</i> `)}`;
}

function deliveryWords({ event, action, issue, sender }: Delivery): Part {
  const what = action === null ? event : `${event}.${action}`;
  return html`<b>${what}</b>
    <span>${issue !== null && `#${issue}`}${sender !== null && ` by ${sender}`}</span>`;
}

/** What was broken about it, as was ordered, besides its answer; null: nothing. */
function tellBroken(exchange: Exchange): string | null {
  if (exchange.way === "out") return exchange.call.faulty ? "made to fail" : null;
  return isDoubled(exchange.delivery) ? "sent twice" : null;
}

function row(exchange: Exchange, repository: string): Html {
  const isIn = exchange.way === "in";
  const words = isIn ? deliveryWords(exchange.delivery) : callWords(exchange.call, repository);
  const answer = isIn ? deliveryStatus(exchange.delivery) : status(exchange.call.status, null);
  const errors = isIn ? 0 : exchange.call.errors;
  const broken = tellBroken(exchange);
  return html`<li data-key="x-${exchange.id}">
    <details class="exchange" data-bodies="/wire/${exchange.id}">
      <summary>
        <span class="way way-${exchange.way}"
          >${icon(isIn ? "out" : "in")}<span class="sr"
            >${isIn ? "GitHub to Sitrep" : "Sitrep to GitHub"}</span
          ></span
        >
        <span class="exchange-words">${words}</span
        >${broken !== null && html`<span class="code code-broken">${broken}</span>`}${errors > 0 && html`<span class="code code-bad">${many(errors, "error")}</span>`}${answer}
      </summary>
      <pre tabindex="0" data-keep aria-label="Bodies"></pre>
    </details>
  </li>`;
}

/** The panel that shows what the last act caused between GitHub and Sitrep; bodies come on demand. */
export function renderWire({ traffic, repository }: PageModel): Html {
  const { act, exchanges } = traffic;
  const nothingYet = "Do something, and see here what GitHub and Sitrep tell each other.";
  const summary = act === null ? nothingYet : summarise(traffic);
  return html`<footer class="wire" id="wire">
    <details id="wire-fold">
      <summary>
        <span class="wire-name">${icon("wire")} Under the hood</span
        ><span class="wire-act">${act}</span><span class="wire-sum">${summary}</span>
      </summary>
      <div class="wire-box">
        <p class="quiet">
          ${icon("out")} is a signed delivery from GitHub to Sitrep, ${icon("in")} a call of Sitrep
          to GitHub's API. Open one for its bodies.
        </p>
        <ol>
          ${exchanges.map((exchange) => row(exchange, repository))}
        </ol>
        ${exchanges.length === 0 && html`<p class="quiet">Nothing went over the wire yet.</p>`}
      </div>
    </details>
  </footer>`;
}
