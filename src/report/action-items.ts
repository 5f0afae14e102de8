import { isPlaceholder } from "../incident/fields/placeholders.ts";
import { toPlainText } from "../incident/fields/plain-text.ts";
import { refersToIssue } from "../incident/fields/unfiled-action-items.ts";
import { lineOf, toDocument, type ReportDocument } from "./lint/document.ts";
import { findSection } from "./lint/sections.ts";

/** An action item that is written in a report as a bullet. */
export interface WrittenAction {
  /** From 1. */
  readonly line: number;
  /** As people read it, without its box and without whom it names. */
  readonly title: string;
  /** Logins that it names. */
  readonly assignees: readonly string[];
  readonly isDone: boolean;
  /** Whether it refers to an issue, in itself or in what stands below it. */
  readonly hasIssue: boolean;
}

const BULLET = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const BOX = /^\[([ xX]?)\](?=\s|$)\s*/;
const LOGIN = /(?<![\w@./-])@([a-z\d](?:-?[a-z\d]){0,38})(?![\w/@-])/gi;
const NOTHING = /^(?:none|no action items?|n\/a|nothing)\b/i;

/** The action items of a report that was taken apart. */
export function actionsIn(document: ReportDocument): readonly WrittenAction[] {
  const section = findSection(document, "Action Items");
  if (section === null) return [];
  const inside = document.bullets.filter(({ line }) => line > section.line && line < section.end);
  return inside.flatMap(({ line, end }) => {
    const first = lineOf(document, line).replace(BULLET, "");
    const box = BOX.exec(first)?.[1];
    const words = first.replace(BOX, "");
    const assignees = [...words.matchAll(LOGIN)].map(([, login = ""]) => login);
    const title = toPlainText(words.replace(LOGIN, "")).replace(/[\s,:–—-]+$/, "");
    if (isPlaceholder(title) || NOTHING.test(title)) return [];
    const whole = document.text.slice(
      document.lines[line]?.start ?? 0,
      document.lines[Math.max(line, end - 1)]?.end ?? 0,
    );
    const isDone = box === "x" || box === "X";
    return [{ line: line + 1, title, assignees, isDone, hasIssue: refersToIssue(whole) }];
  });
}

/** The action items that a report lists under its heading, in their order. */
export const readActions = (markdown: string): readonly WrittenAction[] =>
  actionsIn(toDocument(markdown));

/** What became of a bullet: the issue that was made of it. */
export interface FiledAction {
  /** From 1, as in {@link WrittenAction}. */
  readonly line: number;
  /** `#12` or `owner/repo#12`. */
  readonly issue: string;
}

/** The report with the issue's number behind each of these bullets; nothing else of it is changed. */
export function withFiledActions(markdown: string, filed: readonly FiledAction[]): string {
  const { lines } = toDocument(markdown);
  return filed
    .toSorted((one, other) => other.line - one.line)
    .reduce((text, { line, issue }) => {
      const end = lines[line - 1]?.end;
      if (end === undefined) return text;
      return `${text.slice(0, end).trimEnd()} (${issue})${text.slice(end)}`;
    }, markdown);
}
