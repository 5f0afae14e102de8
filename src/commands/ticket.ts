import { defineCommand, reject, type Parsed } from "./command.ts";
import { responders } from "./who.ts";

const LONGEST = 500;
const MOST = 20;
const EXAMPLE = "Give the link of the ticket, like `https://example.freshdesk.com/a/tickets/125`.";

/** A word without what people put around a link: `<...>`, `[text](...)`, a comma behind it. */
const unwrap = (word: string): string =>
  word
    .replace(/[,;.]+$/, "")
    .replace(/^\[[^\]]*\]\((.*)\)$/, "$1")
    .replace(/^<(.*)>$/, "$1");

/** The link in its normal form, or null: only http(s), no account or password in it, not longer than {@link LONGEST}. */
function parseLink(word: string): string | null {
  if (word.length > 3 * LONGEST) return null;
  const link = URL.parse(unwrap(word));
  if (link === null || !/^https?:$/.test(link.protocol)) return null;
  if (link.username !== "" || link.password !== "" || link.href.length > LONGEST) return null;
  return link.href;
}

function parseTickets(line: string, more: string): Parsed<readonly string[]> {
  const below = more.split(/\s+/).filter((word) => /^<?https?:/i.test(word));
  const words = [...line.split(/\s+|,(?=<?https?:)/i), ...below].filter((word) => word !== "");
  if (words.length === 0) return { kind: "problem", problem: `There is no link. ${EXAMPLE}` };
  const links = words.map(parseLink);
  const good = links.filter((link) => link !== null);
  if (good.length < links.length) {
    return {
      kind: "problem",
      problem: `Not every word is a link that starts with \`https://\`. ${EXAMPLE}`,
    };
  }
  return { kind: "value", value: [...new Set(good)] };
}

/** `/ticket`: records where the community asked for help; what is there stays. */
export const ticket = defineCommand<readonly string[]>({
  name: "ticket",
  aliases: ["tickets"],
  usage: "/ticket URL",
  summary: "records the support ticket; several are fine",
  examples: [
    "/ticket https://example.freshdesk.com/a/tickets/125",
    "/ticket https://example.freshdesk.com/a/tickets/125 https://example.freshdesk.com/a/tickets/126",
  ],
  who: responders,
  parse: ({ line, more }) => parseTickets(line, more),
  decide: (links, { incident, actor }) => {
    const added = links.filter((link) => !incident.tickets.includes(link));
    if (added.length === 0) return [];
    const tickets = [...incident.tickets, ...added];
    if (tickets.length > MOST) return reject(`An incident holds ${MOST} tickets at most.`);
    return [
      { kind: "set-tickets", tickets },
      ...added.map(
        (link) =>
          ({ kind: "log", entry: { kind: "ticket", by: actor.login, what: link } }) as const,
      ),
    ];
  },
});
