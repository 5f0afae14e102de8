import type { Page } from "playwright-core";

/** What the page shows of the systems outside: of each channel and each ticket its lines, times left out. */
export interface SeenOutside {
  /** By channel; what stands in a thread is set in. */
  readonly slack: Readonly<Record<string, readonly string[]>>;
  /** By subject and number: the status, then who said what. */
  readonly tickets: Readonly<Record<string, readonly string[]>>;
  /** By column: the items with their other fields. */
  readonly backlog: Readonly<Record<string, readonly string[]>>;
}

/** Runs in the page. */
const READ = `() => {
  const words = (node, without) => {
    const copy = node.cloneNode(true);
    for (const part of copy.querySelectorAll(without)) part.remove();
    for (const block of copy.querySelectorAll("p, li, blockquote")) block.append(" ");
    return copy.textContent.replace(/\\s+/g, " ").trim();
  };
  const toEntries = (selector, name, lines) =>
    Object.fromEntries([...document.querySelectorAll(selector)].map((one) => [
      words(one.querySelector(name), ".count"), lines(one),
    ]));
  const message = (indent) => (li) => indent + words(li, ".slack-by, .slack-thread");
  const slack = toEntries(".slack-channel", "h3", (channel) =>
    [...channel.querySelectorAll(":scope > ol > li")].flatMap((head) => [
      message("")(head), ...[...head.querySelectorAll(".slack-thread li")].map(message("  ")),
    ]));
  const kind = { "is-incoming": "asks", "is-reply": "replies", "is-note": "notes" };
  const said = (one) =>
    words(one.querySelector(".ticket-by strong"), "none") + " " +
    kind[one.classList[1]] + ": " + words(one.querySelector(".ticket-words"), ".ticket-reference");
  const tickets = toEntries(".ticket", "h3", (ticket) =>
    [words(ticket.querySelector(".ticket-status"), "none"),
      ...[...ticket.querySelectorAll(".ticket-said")].map(said)]);
  const backlog = toEntries(".backlog-column", "h3", (column) =>
    [...column.querySelectorAll(".backlog-item")].map((one) => words(one, ".backlog-move")));
  return { slack, tickets, backlog };
}`;

/** Reads the page's panels, with every time of day as `HH:MM`. */
export async function readOutside(page: Page): Promise<SeenOutside> {
  const seen = JSON.stringify(await page.evaluate(`(${READ})()`));
  return JSON.parse(seen.replaceAll(/\b\d\d:\d\d\b/g, "HH:MM")) as SeenOutside;
}
