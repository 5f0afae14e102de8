const PATH = /^\/(?:a|helpdesk)\/tickets\/([1-9]\d{0,15})\/?$/;

/**
 * The number of the ticket that an address leads to, as agents see it: `/a/tickets/125`, or `/helpdesk/tickets/125` as it was in the
 * older pages. Null: it is no ticket of the support desk at `desk` (an origin).
 */
export function toTicketNumber(ticket: string, desk: string): string | null {
  const url = URL.parse(ticket);
  if (url === null || url.username !== "" || url.password !== "") return null;
  if (!/^https?:$/.test(url.protocol) || url.host !== new URL(desk).host) return null;
  return PATH.exec(url.pathname)?.[1] ?? null;
}
