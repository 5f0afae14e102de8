import { randomBytes } from "node:crypto";
import MarkdownIt from "markdown-it";
import { trusted } from "../html.ts";
import type { Html } from "../html.ts";
import { cleanHtml } from "./clean.ts";
import { addMentions } from "./mentions.ts";
import type { Mentionable } from "./mentions.ts";
import { addTaskLists } from "./task-lists.ts";
import { toPageAddress } from "./to-page-address.ts";
import type { Addresses } from "./to-page-address.ts";

/** Where a text is shown. */
export interface MarkdownPlace extends Addresses {
  readonly people: Mentionable;
  /** Whether the boxes of its task lists can be ticked. */
  readonly mayTick: boolean;
}

const SEAL = randomBytes(12).toString("hex");

const md = new MarkdownIt({ html: true, linkify: true, breaks: true });
md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
md.use(addMentions).use(addTaskLists);

const KEPT = 400;
const rendered = new Map<string, Html>();

function render(text: string, place: MarkdownPlace): Html {
  const { people, mayTick } = place;
  const tasks = { seal: SEAL, mayTick };
  const markup = md.render(text, { people, tasks });
  const clean = cleanHtml(markup, {
    seal: SEAL,
    toPageAddress: (href) => toPageAddress(href, place),
  });
  return trusted(clean);
}

/** Markdown as GitHub shows it, made safe. What was rendered before is remembered, a few hundred texts of it. */
export function renderMarkdown(text: string, place: MarkdownPlace): Html {
  const key = `${place.githubUrl} ${place.mayTick} ${[...place.people.keys()].join()} ${text}`;
  const known = rendered.get(key) ?? render(text, place);
  rendered.delete(key);
  rendered.set(key, known);
  if (rendered.size > KEPT) rendered.delete(rendered.keys().next().value ?? "");
  return known;
}
