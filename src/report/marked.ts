import { readPlainLines } from "../incident/markdown/plain-lines.ts";
import type { CommentEvent } from "../incident/snapshot.ts";
import { toEntryText } from "../incident/timeline.ts";
import { NO_DETAILS, type ReportEvent } from "./facts.ts";
import type { ReportSources } from "./sources.ts";

// `TL: text`, also in bold or as an item of a list.
const LINE = /^ {0,3}(?:[-*+] {1,3})?(?:\*\*|__)?TL(?:\*\*|__)? ?:(?:\*\*|__)? {0,3}(\S[^]*)$/i;
const COMMAND = /^ {0,3}\/[a-z]/i;

/** What stands behind `TL:` at the beginning of lines, as people see them: not in code, quotes or what is folded away. */
export const readTimelineLines = (text: string): readonly string[] =>
  readPlainLines(text).flatMap(({ start, end, isPlain }) => {
    const line = isPlain ? text.slice(start, end).trimEnd() : "";
    return LINE.exec(line)?.[1] ?? [];
  });

/** The words of a comment without its commands, on one line. */
function toWords(text: string): string {
  const lines = readPlainLines(text).flatMap(({ start, end, isPlain }) => {
    const line = text.slice(start, end);
    return isPlain && !COMMAND.test(line) ? [line.trim()] : [];
  });
  return lines.filter((line) => line !== "").join(" ");
}

const toEvent = (
  { at, actor, url }: CommentEvent,
  what: "line" | "comment",
  text: string,
): ReportEvent => ({
  ...NO_DETAILS,
  at,
  kind: "marked",
  by: actor.login,
  what,
  text: toEntryText(text),
  url,
});

/**
 * The logins whose rights tell what counts in a report: `TL:` lines, marks, comments by the team. To be read before the facts
 * are gathered.
 */
export const markingLogins = ({
  snapshot,
  marks,
}: Pick<ReportSources, "snapshot" | "marks">): readonly string[] => {
  const people = snapshot.events.flatMap((event) =>
    event.kind === "comment" && event.actor.kind === "person" ? [event.actor.login] : [],
  );
  const all = [...people, ...marks.flatMap(({ by }) => by)];
  return [...new Map(all.map((login) => [login.toLowerCase(), login])).values()];
};

/** The comments that somebody who may command marked for the report, and the `TL:` lines of such people. */
export function toMarked({ snapshot, marks, responders }: ReportSources): readonly ReportEvent[] {
  const isResponder = (login: string): boolean => responders.has(login.toLowerCase());
  const marked = new Set(
    marks.filter(({ by }) => by.some(isResponder)).map(({ comment }) => comment),
  );
  return snapshot.events.flatMap((event) => {
    if (event.kind !== "comment" || event.actor.kind !== "person") return [];
    const mayTell = isResponder(event.actor.login) && (event.editor?.kind ?? "person") === "person";
    const lines = mayTell ? readTimelineLines(event.text) : [];
    if (lines.length > 0) return lines.map((line) => toEvent(event, "line", line));
    if (!marked.has(event.id)) return [];
    const words = toWords(event.text);
    return words === "" ? [] : [toEvent(event, "comment", words)];
  });
}
