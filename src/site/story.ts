import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { findPhase, type PhaseName } from "../incident/phases.ts";
import type { Policy } from "../incident/policy.ts";
import type { TimelineEntry } from "../incident/timeline.ts";
import { toTenures } from "../report/index.ts";
import { toEntryWords } from "./entry-words.ts";
import { toLine, toPlain } from "./html/user-text.ts";
import { NOBODY, toNaming, withEntry, withoutNames, type Holders } from "./people.ts";
import type { Command, SiteEntry, SiteIncident } from "./site-data.ts";

/** Kept in the issue: a ticket is nobody's business but the team's and its customer's, a reminder put off is noise later. */
const UNTOLD: readonly TimelineEntry["kind"][] = ["ticket", "snoozed", "backlog"];

/** Told, though not where: the address is a ticket's. */
const UNLINKED: readonly TimelineEntry["kind"][] = ["told", "answered"];

interface Telling {
  readonly names: boolean;
  /** When the response ended; null: it goes on. */
  readonly over: Instant | null;
}

/** Who led, from when to when: by login, or by the number of the one who led. */
function toCommands(incident: Incident, { names, over }: Telling): readonly Command[] {
  const led = toTenures(incident).flatMap(({ role, who, from, to }) => {
    const until = to === null || (over !== null && to > over) ? over : to;
    return role !== "commander" || (until !== null && until <= from)
      ? []
      : [{ who, from, to: until }];
  });
  const people = [...new Set(led.map(({ who }) => who.toLowerCase()))];
  return led.map((one) => {
    const number = people.indexOf(one.who.toLowerCase()) + 1;
    return { ...one, number, who: names ? toLine(one.who) : `Commander ${number}` };
  });
}

function phaseOf({ kind, what = "" }: TimelineEntry): PhaseName | null {
  if (kind === "declared" || kind === "reopened") return "investigating";
  return kind === "phase" ? findPhase(what) : null;
}

/** The timeline of an incident in words, oldest first, and who led it. */
export function toStory(
  incident: Incident,
  policy: Policy,
  telling: Telling,
): Pick<SiteIncident, "entries" | "commands"> {
  const naming = toNaming(incident, policy, telling.names);
  let holders: Holders = NOBODY;
  const entries: SiteEntry[] = [];
  for (const entry of incident.timeline) {
    const { at, kind, text, url } = entry;
    const before = holders;
    holders = withEntry(holders, entry);
    // Who hands a role over holds it while they say so.
    const words = toEntryWords(entry, before, naming);
    const said = text === undefined ? null : withoutNames(toPlain(text), holders, naming).trim();
    if (UNTOLD.includes(kind)) continue;
    entries.push({
      at,
      kind,
      phase: phaseOf(entry),
      words: toPlain(words),
      said: said || null,
      url: UNLINKED.includes(kind) ? null : (url ?? null),
    });
  }
  return { entries, commands: toCommands(incident, telling) };
}
