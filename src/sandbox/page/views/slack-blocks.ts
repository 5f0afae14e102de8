import { findSlackMember } from "../../cast/slack.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { toPageAddress } from "../markdown/to-page-address.ts";
import type { PageModel } from "../page-model.ts";

interface Node {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly url?: unknown;
  readonly user_id?: unknown;
  readonly style?: unknown;
  readonly indent?: unknown;
  readonly offset?: unknown;
  readonly elements?: unknown;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const nodesOf = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.filter(isNode) : [];

const mention = (id: string): Html =>
  html`<span class="slack-mention">@${findSlackMember(id) ?? id}</span>`;

function link({ url, text }: Node, model: PageModel): Html {
  const href = toPageAddress(textOf(url), model);
  const words = textOf(text) || textOf(url);
  return href === null ? html`${words}` : html`<a href="${href}">${words}</a>`;
}

const STYLES: readonly (readonly [string, (inner: Html) => Html])[] = [
  ["code", (inner) => html`<code>${inner}</code>`],
  ["strike", (inner) => html`<s>${inner}</s>`],
  ["italic", (inner) => html`<em>${inner}</em>`],
  ["bold", (inner) => html`<strong>${inner}</strong>`],
];

function styled(node: Node): Html {
  const style = (isNode(node.style) ? node.style : {}) as Readonly<Record<string, unknown>>;
  const worn = STYLES.filter(([name]) => style[name] === true);
  return worn.reduce((inner, [, wear]) => wear(inner), html`${textOf(node.text)}`);
}

function piece(node: Node, model: PageModel): Html {
  if (node.type === "link") return link(node, model);
  return node.type === "user" ? mention(textOf(node.user_id)) : styled(node);
}

/** A list at its depth, numbered from where it goes on. */
function list(node: Node, model: PageModel): Html {
  const entries = nodesOf(node.elements).map(
    (entry) => html`<li>${nodesOf(entry.elements).map((each) => piece(each, model))}</li>`,
  );
  const depth = Number(node.indent) || 0;
  const start = (Number(node.offset) || 0) + 1;
  const inner =
    node.style === "ordered"
      ? html`<ol start="${start}">
          ${entries}
        </ol>`
      : html`<ul>
          ${entries}
        </ul>`;
  return html`<blockquote class="slack-list depth-${depth}">${inner}</blockquote>`;
}

const unescape = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Text that Slack reads: mentions of members show; whatever else it could mean shows as it is written. */
function read(text: string): readonly Html[] {
  return text.split(/(<@[UW][A-Z\d]+>)/).map((word) => {
    const id = /^<@([UW][A-Z\d]+)>$/.exec(word)?.[1];
    return id === undefined ? html`${unescape(word)}` : mention(id);
  });
}

function part(node: Node, model: PageModel): Html {
  if (node.type === "rich_text_list") return list(node, model);
  const pieces = nodesOf(node.elements).map((each) => piece(each, model));
  if (node.type === "rich_text_preformatted") {
    return html`<blockquote><pre class="slack-code">${pieces}</pre></blockquote>`;
  }
  return node.type === "rich_text_quote"
    ? html`<blockquote>${pieces}</blockquote>`
    : html`<p class="slack-text">${pieces}</p>`;
}

function block(node: Node, model: PageModel): Html {
  const inner = (node.text ?? {}) as Node;
  switch (node.type) {
    case "header":
      return html`<p class="slack-title">${textOf(inner.text)}</p>`;
    case "section":
      return html`<p class="slack-text">${read(textOf(inner.text))}</p>`;
    case "rich_text":
      return html`${nodesOf(node.elements).map((each) => part(each, model))}`;
    default:
      return html``;
  }
}

/** A message's blocks as Slack would show them, roughly; nothing in them is markup. */
export const renderBlocks = (blocks: readonly unknown[], model: PageModel): Html =>
  html`${nodesOf(blocks).map((each) => block(each, model))}`;
