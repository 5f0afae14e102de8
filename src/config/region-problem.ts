import type { Calendar } from "../incident/time/index.ts";
import { parseYaml } from "./parse-yaml.ts";
import { type PolicyProblem, quote } from "./policy-problem.ts";
import { createLocate } from "./policy-sentences.ts";

/** What is wrong where a policy's calendar names a region that has no public holidays; the calendar serves without them. */
export function toRegionProblem(
  text: string | null,
  calendar: Calendar,
  region: string,
): PolicyProblem {
  const source = (text ?? "").replace(/^\uFEFF/, "");
  const yaml = parseYaml(source);
  const offices = calendar.kind === "offices" ? calendar.offices : [];
  const entry = offices.findIndex(({ publicHolidays }) => publicHolidays === region);
  const offsets = "kind" in yaml ? yaml.offsets : new Map<string, number>();
  return {
    ...createLocate(source, offsets)(["calendar", "offices", entry, "country"]),
    what: `Sitrep knows no country or region ${quote(region)}, so the calendar goes without its public holidays.`,
    mend: "Write a country like DE or a region of it like DE-BE, or list the dates under “holidays” and leave “country” out.",
  };
}
