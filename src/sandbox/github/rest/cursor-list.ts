import type { RestAnswer, RestCall } from "./route.ts";

const toCursor = (index: number): string => Buffer.from(`after:${index}`).toString("base64url");

function indexAfter(cursor: string | null): number {
  const [, index = "-1"] = /^after:(\d+)$/.exec(
    Buffer.from(cursor ?? "", "base64url").toString(),
  ) ?? [null, undefined];
  return Number(index) + 1;
}

/** One page of a list as `after` and `per_page` (default 30, at most 100) ask for it, with the `Link` header to the next one. */
export function answerCursorList<T>(
  call: RestCall,
  items: readonly T[],
  render: (item: T) => unknown,
): RestAnswer {
  const asked = Number(call.query.get("per_page") ?? 30);
  const size = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), 100) : 30;
  const start = indexAfter(call.query.get("after"));
  const end = start + size;
  const body = items.slice(start, end).map(render);
  if (end >= items.length) return { status: 200, body };
  const next = new URL(call.url);
  next.searchParams.set("after", toCursor(end - 1));
  return { status: 200, body, headers: { link: `<${next.href}>; rel="next"` } };
}
