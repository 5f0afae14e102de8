import { toIso } from "../incident/instant.ts";
import { MILESTONE_NAMES, type MilestoneName, type ReportFacts } from "../report/index.ts";

const TITLES: Readonly<Record<MilestoneName, string>> = {
  started: "Impact started",
  detected: "Detected",
  declared: "Declared",
  acknowledged: "Acknowledged",
  mitigated: "Mitigated",
  resolved: "Resolved",
};

interface Mark {
  readonly at: number;
  readonly text: string;
}

const MOST = 30;
// Signs that mean something in Mermaid; what is left are words.
const toWords = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} .,'’/-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

function marksOf({ milestones, timeline, severities }: ReportFacts): readonly Mark[] {
  const reached = MILESTONE_NAMES.flatMap((name) => {
    const at = milestones[name]?.at;
    return at === undefined ? [] : [{ at, text: TITLES[name] }];
  });
  const told = timeline.flatMap(({ at, kind, by }) => {
    if (kind === "escalated") return [{ at, text: "Help called" }];
    return kind === "role" && by !== null ? [{ at, text: "Hand-over" }] : [];
  });
  const severe = severities.slice(1).map(({ at, severity }) => ({ at, text: toWords(severity) }));
  return [...reached, ...told, ...severe]
    .toSorted((one, other) => one.at - other.at)
    .slice(0, MOST);
}

/**
 * The course of an incident as a Mermaid timeline by dates in UTC. Nothing in it is a person's words but the names of severities, and
 * of those only letters and digits; times have no colon, which ends a text there. Empty where there is little to draw.
 */
export function toChart(facts: ReportFacts): string {
  const marks = marksOf(facts);
  if (marks.length < 2) return "";
  const lines = marks.flatMap(({ at, text }, index) => {
    const [date = "", time = ""] = toIso(at).split("T");
    const before = marks[index - 1];
    const isNewDay = before === undefined || !toIso(before.at).startsWith(date);
    const clock = `${time.slice(0, 2)}h${time.slice(3, 5)}`;
    return [...(isNewDay ? [`    section ${date} UTC`] : []), `        ${clock} : ${text}`];
  });
  return ["```mermaid", "timeline", ...lines, "```"].join("\n");
}
