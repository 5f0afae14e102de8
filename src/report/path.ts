import type { ReportPolicy } from "../incident/report-policy.ts";
import { toIso } from "../incident/instant.ts";
import type { ReportFacts } from "./facts.ts";

const LONGEST_SLUG = 60;

/** The words of a title as part of a file's name: `Hub is down!` is `hub-is-down`; `incident` where there are none. */
export function toSlug(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .match(/[a-z\d]+/g);
  let slug = "";
  for (const word of words ?? []) {
    const next = slug === "" ? word.slice(0, LONGEST_SLUG) : `${slug}-${word}`;
    if (next.length > LONGEST_SLUG) break;
    slug = next;
  }
  return slug === "" ? "incident" : slug;
}

/** When it began, as far as is known: the date of the report. */
export const beganAt = ({ milestones: { started, declared, detected } }: ReportFacts): number =>
  (started ?? declared ?? detected)?.at ?? 0;

/**
 * The path of an incident's report by the policy's pattern, e.g. `reports/2026-05-04-hub-is-down.md`. It depends on the title and
 * on when it began, both of which people may change: once a report exists, its path is the one that it has.
 */
export function toReportPath({ path }: Pick<ReportPolicy, "path">, facts: ReportFacts): string {
  const date = toIso(beganAt(facts)).slice(0, "2026-05-04".length);
  const values: Readonly<Record<string, string>> = {
    date,
    year: date.slice(0, 4),
    month: date.slice(5, 7),
    number: String(facts.number),
    slug: toSlug(facts.title),
  };
  return path.replace(/\{\{\s?(\w+)\s?\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
