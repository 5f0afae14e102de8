const nameOf = (line: string): string | null =>
  /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1] ?? null;

/** One line of the file: quoted where it has to be, with `\n` for line breaks, as Node's `parseEnv` reads it back. */
function toLine(name: string, value: string): string {
  // Probot hands over the key in quotation marks already.
  const bare = /^"[^]*"$/.test(value) ? value.slice(1, -1) : value;
  const safe = /^[\w./:@-]*$/.test(bare);
  return `${name}=${safe ? bare : `"${bare.replaceAll("\n", "\\n")}"`}`;
}

/** The text of an `.env` with these values in it; lines about other names, comments and blank lines stay as they are. */
export function withValues(text: string, values: Readonly<Record<string, string>>): string {
  const kept = text.split(/\r?\n/).filter((line) => !Object.hasOwn(values, nameOf(line) ?? ""));
  const lines = [
    ...kept.join("\n").trimEnd().split("\n"),
    ...Object.entries(values).map(([name, value]) => toLine(name, value)),
  ];
  return `${lines.join("\n").trimStart()}\n`;
}
