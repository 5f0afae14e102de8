import type { BodyVersion } from "./snapshot.ts";

/**
 * The body to start from: as it is, unless Sitrep wrote it last, and a person before that whose words it had not read. `versions` newest
 * first; `basedOn`: the version that Sitrep's last was made from (null: there was none), where the body says so (undefined: it does not).
 */
export function toBaseText(
  body: string,
  versions: readonly BodyVersion[],
  basedOn: string | null | undefined,
): string {
  if (basedOn === undefined || versions[0]?.editor.kind !== "self") return body;
  const end = basedOn === null ? versions.length : versions.findIndex(({ id }) => id === basedOn);
  const between = versions.slice(1, Math.max(end, 1));
  const theirs = between.find(({ editor, text }) => editor.kind !== "self" && text !== null);
  return theirs?.text ?? body;
}
