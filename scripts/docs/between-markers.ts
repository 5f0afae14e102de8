/**
 * The text with what stands between `<!-- <name>:start -->` and `<!-- <name>:end -->` replaced; the markers stay. Throws where they
 * are missing, since a table that is nowhere goes stale unseen.
 */
export function betweenMarkers(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`there is no ${start} ... ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}
