const MARK =
  /^(?:\s*(?:\[[^\]]{1,30}\]|\([^)]{1,30}\)|(?:incident(?: report)?|outage|post-?mortem|solved|resolved|not urgent)\s*[:：–—-])\s*)+/iu;
const LEADING_SIGNS = /^[\p{Extended_Pictographic}\uFE0F\s]+/u;

/** An issue's title without what marks it as an incident: `[Incident] Hub is down` is `Hub is down`. Never empty where it was not. */
export function toReportTitle(title: string): string {
  const flat = title.replace(/\s+/g, " ").trim();
  const bare = flat.replace(LEADING_SIGNS, "").replace(MARK, "").trim();
  return bare === "" ? flat : bare;
}
