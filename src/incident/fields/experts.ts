import { findBareLogin, findMentions, toLogin } from "./logins.ts";
import { isPlaceholder } from "./placeholders.ts";
import type { Parsed } from "./parsed.ts";
import type { Expert } from "./types.ts";

const MOST = 50;

/** An area in the form that is safe in every shape: letters, digits and `-_./+,'`, at most 60 characters. */
export function normalizeArea(area: string | null): string | null {
  const text = (area ?? "")
    .replace(/[^\p{L}\p{M}\p{N}\-_./+,']+/gu, " ")
    .trim()
    .slice(0, 60)
    .trim();
  return isPlaceholder(text) ? null : text;
}

/** Experts with valid logins and safe areas, each person once, at most 50. */
export function normalizeExperts(experts: readonly Expert[]): readonly Expert[] {
  const seen = new Set<string>();
  return experts
    .flatMap(({ login, area }): Expert[] => {
      const valid = toLogin(login);
      if (valid === null || seen.has(valid.toLowerCase())) return [];
      seen.add(valid.toLowerCase());
      return [{ login: valid, area: normalizeArea(area) }];
    })
    .slice(0, MOST);
}

/** Reads `@cy (storage), @dee and @eli`. What stands in brackets behind a name is the area. */
export function parseExperts(plain: string, raw: string): Parsed<readonly Expert[]> {
  if (isPlaceholder(plain)) return { value: [], problems: [], exact: true };
  const parts = splitParts(plain).filter((part) => !isPlaceholder(part));
  const read = parts.map(parsePart);
  const value = normalizeExperts(read.flatMap(({ experts }) => experts));
  const problems = read.flatMap(({ why }) => (why === null ? [] : [why]));
  return {
    value,
    problems: [...new Set(problems)].map((why) => ({ text: raw, why })),
    exact: read.every(({ exact }) => exact),
  };
}

/** Splits at commas, semicolons, `and`, `&` and `+`, but not within brackets. */
function splitParts(plain: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (const mark of plain.matchAll(/[(),;]|\s(?:and|&|\+)(?=\s)/gi)) {
    if (mark[0] === "(") depth += 1;
    else if (mark[0] === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(plain.slice(start, mark.index).trim());
      start = mark.index + mark[0].length;
    }
  }
  return [...parts, plain.slice(start).trim()];
}

function parsePart(part: string): {
  readonly experts: readonly Expert[];
  readonly why: "team" | "not-a-login" | null;
  readonly exact: boolean;
} {
  const { logins, hasTeam } = findMentions(outsideBrackets(part));
  const bare = findBareLogin(part);
  if (bare !== null) {
    return { experts: [{ login: bare, area: areaOf(part, bare.length) }], why: null, exact: true };
  }
  const experts = logins.map(({ login, end }) => ({ login, area: areaOf(part, end) }));
  const rest = outsideBrackets(part)
    .replace(/@[\w-]+/g, "")
    .trim();
  const why = experts.length > 0 ? null : hasTeam ? "team" : "not-a-login";
  return { experts, why, exact: why === null && rest === "" };
}

/** The part with brackets and what is in them blanked, so that offsets stay. */
function outsideBrackets(part: string): string {
  return part.replace(/\([^()]*\)/g, (group) => " ".repeat(group.length));
}

function areaOf(part: string, end: number): string | null {
  const after = part.slice(end, end + 200).trimStart();
  const close = after.indexOf(")");
  return after.startsWith("(")
    ? normalizeArea(after.slice(1, close === -1 ? undefined : close))
    : null;
}
