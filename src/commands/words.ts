import { toEntryText, type TimelineEntry } from "../incident/timeline.ts";
import type { Argument, CommandContext } from "./command.ts";

/** A person's words behind a command: the rest of its line and the lines below, as they wrote them; "" when there are none. */
export const toWords = ({ line, more }: Argument): string => `${line}\n${more}`.trim();

/** The words as part of a timeline entry: cut to its limit, and left out when there are none. */
export const toEntryPart = (words: string | null): { readonly text?: string } =>
  words === null || words === "" ? {} : { text: toEntryText(words) };

/** Does the timeline hold this entry already, by the same person at the same time? Then the same comment was read before. */
export const isLogged = (
  { incident, at, actor }: Pick<CommandContext, "incident" | "at" | "actor">,
  entry: Pick<TimelineEntry, "kind" | "text">,
): boolean =>
  incident.timeline.some(
    ({ kind, text, by, ...present }) =>
      kind === entry.kind && text === entry.text && by === actor.login && present.at === at,
  );
