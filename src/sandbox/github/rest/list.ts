import { HttpError } from "../http/http-error.ts";
import type { RestAnswer, RestCall } from "./route.ts";

function wholeNumber(text: string | null, fallback: number, most: number): number {
  if (text === null || !/^\d+$/.test(text)) return fallback;
  return Math.min(Math.max(Number(text), 1), most);
}

/**
 * One page of a list, as `page` and `per_page` (default 30, at most 100) ask for it, with the `Link` header to the others. `wrap`
 * makes the body from the page's items and the length of the whole list.
 */
export function answerList<T>(
  call: RestCall,
  items: readonly T[],
  render: (item: T) => unknown,
  wrap: (page: readonly unknown[], total: number) => unknown = (page) => page,
): RestAnswer {
  const size = wholeNumber(call.query.get("per_page"), 30, 100);
  const page = wholeNumber(call.query.get("page"), 1, Number.MAX_SAFE_INTEGER);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (target: number, rel: string): string => {
    const url = new URL(call.url);
    url.searchParams.set("page", String(target));
    return `<${url.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, last), "prev")] : []),
    ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
    ...(page > 1 ? [link(1, "first")] : []),
  ];
  const body = wrap(items.slice((page - 1) * size, page * size).map(render), items.length);
  return { status: 200, body, ...(links.length > 0 && { headers: { link: links.join(", ") } }) };
}

/** The instant that a query's `since` names, in ms; null without one. Refuses what is no date. */
export function sinceOf(query: URLSearchParams): number | null {
  const since = query.get("since");
  if (since === null) return null;
  const instant = Date.parse(since);
  if (Number.isNaN(instant)) throw new HttpError(422, "Validation Failed");
  return instant;
}
