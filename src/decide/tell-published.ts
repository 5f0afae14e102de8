import type { TicketMessage } from "../effects/ticket-message.ts";
import type { OwedMessage } from "../incident/desk.ts";
import type { Instant } from "../incident/instant.ts";
import { isInternalAddress, type OutgoingSurroundings } from "../incident/outgoing/index.ts";
import type { Given, Walk } from "./walk.ts";

/**
 * What a ticket is told of a report that stands at this address: the community, where it can open that, and the policy lets something
 * go out without a person's word; else the agents.
 */
function toMessage(
  report: string,
  around: OutgoingSurroundings,
  { policy, report: seen }: Given,
): TicketMessage {
  const isOpen = seen?.isPublic === true && !isInternalAddress(report, around);
  return isOpen && policy.ticket.approval !== "always"
    ? { name: "published", data: { report } }
    : { name: "published-note", data: { report, isOpen } };
}

/** What tickets are owed for the report's publication (docs/process.md, step 11), where this look saw it. It is owed once in an incident. */
export function tellPublished(
  { told }: Walk,
  tickets: readonly string[],
  around: OutgoingSurroundings,
  given: Given,
  isPast: (since: Instant) => boolean,
): readonly OwedMessage[] {
  const entry = told.find((one) => one.entry.kind === "published")?.entry;
  if (entry?.url === undefined || tickets.length === 0) return [];
  const { at: since, url } = entry;
  const key = `published/${given.snapshot.nodeId}`;
  const message = toMessage(url, around, given);
  return [{ key, tickets, message, by: null, since, isPast: isPast(since) }];
}
