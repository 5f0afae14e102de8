import { ROUTES } from "./routes/index.ts";
import type { Route } from "./route.ts";

/** A route that fits a call, with the path's variables. */
export interface MatchedRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** A `{path}` at the end takes all the rest; a variable that ends in `id` or `number` takes digits only. */
function fit(template: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = template.split("/");
  const given = path.split("/");
  const greedy = wanted.at(-1) === "{path}";
  if (greedy ? given.length < wanted.length : given.length !== wanted.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const last = greedy && index === wanted.length - 1;
    const raw = last ? given.slice(index).join("/") : (given[index] ?? "");
    const value = decode(raw);
    if (value === null || (part !== "" && value === "")) return null;
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined && part !== value) return null;
    if (name !== undefined && /(?:id|number)$/.test(name) && !/^\d+$/.test(value)) return null;
    if (name !== undefined) params[name] = value;
  }
  return params;
}

/** The route for a method and a path (without `/api/v3`), or null when the embedded GitHub has none. */
export function matchRoute(method: string, path: string): MatchedRoute | null {
  for (const route of ROUTES) {
    const params = route.method === method ? fit(route.template, path) : null;
    if (params !== null) return { route, params };
  }
  return null;
}
