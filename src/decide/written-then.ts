import { findCommand, readCommandLines } from "../commands/index.ts";
import { readFields, type BodyFields } from "../incident/fields/index.ts";
import type { Instant } from "../incident/instant.ts";
import { isFromThread, type Given } from "./walk.ts";

const NAMING: readonly string[] = [
  "commander",
  "liaison",
  "handoff",
  "accept",
  "decline",
  "release",
  "sme",
];

const names = (text: string): boolean =>
  readCommandLines(text)
    .map((line) => findCommand(line.word))
    .some((command) => command !== null && NAMING.includes(command.name));

/**
 * What Sitrep wrote into the top comment at a declaration, where its record is lost: it tells who got a role then, though a
 * team has other members now, or the policy is another. Null where somebody named people before it was written, since then it
 * tells what came of that.
 */
export function writtenThen(
  declaredAt: Instant,
  given: Pick<Given, "snapshot" | "vocabulary">,
): BodyFields | null {
  const { snapshot, vocabulary } = given;
  if (!isFromThread(given)) return null;
  const later = snapshot.versions.filter(({ at }) => at >= declaredAt);
  const [first] = later;
  // A version by somebody else in between may name people too.
  if (first?.editor.kind !== "self" || first.text === null) return null;
  const opening = snapshot.before?.text ?? snapshot.body;
  const isNamed = snapshot.events.some(
    (event) => event.kind === "comment" && event.at <= first.at && names(event.text),
  );
  return isNamed || names(opening) ? null : readFields(first.text, vocabulary);
}

/**
 * What Sitrep wrote into the top comment when it carried out the commands of a comment, where its record is lost. Null where it
 * wrote nothing before somebody wrote again: then it cannot be told what it was written for.
 */
export function writtenAfter(
  { subject, at }: { readonly subject: string; readonly at: Instant },
  given: Pick<Given, "snapshot" | "vocabulary">,
): BodyFields | null {
  const { snapshot, vocabulary } = given;
  if (!isFromThread(given)) return null;
  const first = snapshot.versions.find((version) => version.at >= at);
  if (first?.editor.kind !== "self" || first.text === null) return null;
  const isAnswered = snapshot.events.some(
    (event) =>
      event.kind === "comment" && event.id !== subject && event.at >= at && event.at <= first.at,
  );
  return isAnswered ? null : readFields(first.text, vocabulary);
}
