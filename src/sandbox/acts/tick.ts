const BOX = /^(?:[\s>]|[-*+]\s|\d+[.)]\s)*\[(?<mark>[ xX])\]\s/;

/** The lines of a text with their line breaks, as Markdown counts them. */
const linesOf = (text: string): readonly string[] => text.split(/(?<=\r\n|\n|\r(?!\n))/);

const withoutBreak = (line: string): string => line.replace(/[\r\n]+$/, "");

/** A line (from 0) without its line break; empty behind the end. */
export const lineAt = (text: string, line: number): string =>
  withoutBreak(linesOf(text)[line] ?? "");

/**
 * The text with the task box on one line ticked, or unticked; every other byte stays. Null when that line is no longer what
 * the person saw, or has no box.
 */
export function toggleTask(text: string, line: number, was: string): string | null {
  const lines = linesOf(text);
  const found = lines[line];
  if (found === undefined || withoutBreak(found) !== was) return null;
  const mark = BOX.exec(found)?.groups?.["mark"];
  if (mark === undefined) return null;
  const at = found.indexOf("[") + 1;
  const turned = `${found.slice(0, at)}${mark === " " ? "x" : " "}${found.slice(at + 1)}`;
  return lines.with(line, turned).join("");
}
