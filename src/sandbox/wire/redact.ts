const SECRET = /token|secret|password|authorization|private.?key/i;

/** A JSON value without anything that could be a credential: what stands under a name like one is not shown. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    SECRET.test(name) && typeof inner === "string" ? "(not shown)" : redact(inner),
  ]);
  return Object.fromEntries(entries);
}
