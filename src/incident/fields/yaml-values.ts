import { normalizeArea } from "./experts.ts";

/**
 * The text of a YAML scalar on one line without its comment; `null` for what is no plain or quoted scalar. `@ana`
 * without quotes is read although YAML reserves the `@`: people write it.
 */
export function toScalar(source: string): string | null {
  const text = source.trim();
  const quote = text[0] ?? "";
  if (quote === '"' || quote === "'") {
    const whole = (quote === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/).exec(text)?.[0];
    const rest = text.slice(whole?.length ?? 0).trim();
    if (whole === undefined || (rest !== "" && !rest.startsWith("#"))) return null;
    return quote === "'" ? whole.slice(1, -1).replaceAll("''", "'") : fromJson(whole);
  }
  if (/^(?:[[&!|>%]|\*\w|\{(?!\{))/.test(text)) return null;
  const comment = text.startsWith("#") ? 0 : text.search(/\s#/);
  return (comment === -1 ? text : text.slice(0, comment)).trim();
}

/** The texts of `[a, "b, c", {login: d, area: e}]` on one line; `null` if it is no such list. */
export function toFlowItems(source: string): readonly string[] | null {
  const text = source.trim();
  const parts: string[] = [];
  const marks = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{},]|[^[\]{},"']+|["']/gy;
  marks.lastIndex = 1;
  let part = "";
  let depth = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const [word] = mark;
    if (word === "]" && depth === 0) {
      const rest = text.slice(marks.lastIndex).trim();
      if (rest !== "" && !rest.startsWith("#")) return null;
      const items = [...parts, part]
        .filter((item) => item.trim() !== "")
        .map((item) => toItem([item]));
      return items.every((item) => item !== null) ? items : null;
    }
    if (word === "[") return null;
    if (word === "{") depth += 1;
    if (word === "}") depth -= 1;
    if (word === "," && depth === 0) {
      parts.push(part);
      part = "";
    } else part += word;
  }
  return null;
}

/** The text of one list item from its lines: a scalar, or `login` and `area`; `null` for anything else. */
export function toItem(lines: readonly string[]): string | null {
  const [first = ""] = lines;
  const inner = /^\s*\{([^{}]*)\}\s*$/.exec(first)?.[1];
  const pairs = (inner === undefined ? lines : inner.split(",")).map((line) =>
    /^\s*(\w{1,20}):(?:\s+(.*))?$/s.exec(line),
  );
  if (pairs.every((pair) => pair !== null)) {
    const entries = new Map(
      pairs.map(([, key = "", text = ""]) => [key.toLowerCase(), toScalar(text)]),
    );
    const login = entries.get("login") ?? null;
    if (login === null) return null;
    const area = normalizeArea(entries.get("area") ?? null);
    return area === null ? login : `${login} (${area})`;
  }
  return lines.length === 1 && inner === undefined ? toScalar(first) : null;
}

function fromJson(text: string): string | null {
  try {
    return String(JSON.parse(text));
  } catch {
    // YAML knows more escapes than JSON; such a text is shown as it stands.
    return text.slice(1, -1);
  }
}
