import type { Incident } from "../../src/incident/incident.ts";
import type { DatedActionItem, IncidentIssue } from "../../src/incident/incident-issue.ts";
import type { TimelineEntry } from "../../src/incident/timeline.ts";
import type { SiteData } from "../../src/site/index.ts";
import { anIncident, POLICY } from "../support/incident.ts";
import { createRandom, type Random } from "../support/random.ts";

/** When the sites of the tests are built: a Friday. */
export const BUILT_AT = Date.parse("2026-11-27T12:00:00Z");

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const WEB = "https://github.com/acme/hubs";

const HUBS = [
  "leap",
  "openscapes",
  "utoronto",
  "earthscope",
  "cloudbank",
  "nmfs",
  "veda",
  "temple",
];
const TROUBLES = [
  "Users cannot start servers on",
  "Logins fail on",
  "Disk is full on",
  "Slow file system on",
  "Certificate ran out on",
  "Image cannot be pulled on",
  "Spawner times out on",
];
const NOTES = [
  "The node pool is at its limit: 12 of 12 nodes.",
  "Restarted the hub pod, no change.",
  "The log shows timeouts towards the file server.",
  "Rolled back the image of yesterday; new servers start again.",
  "Quota for CPUs is used up in this region. Asked for more.",
];
const PEOPLE = ["ana", "bo", "cy", "dee"];

const REPORT = `---
title: x
date: 2026-01-01
---

## What Happened

The node pool had reached its limit. Users who had no server yet could not start one; **running servers were not hit**.

| What | Value |
| --- | --: |
| Nodes | 12 |
| Limit | 12 |

## What Went Well

- The alert came *before* the first ticket.
- Rolling back took one command: \`deploy --previous\`.

## What Didn't Go So Well

- The quota stood in nobody's checklist. See [the guide](https://example.org/guide).

## Action Items

- [x] Alert before the quota is used up
- [ ] Grow the node pool by itself
`;

const issueUrl = (number: number): string => `${WEB}/issues/${number}`;

interface Course {
  readonly declaredAt: number;
  readonly number: number;
  readonly random: Random;
}

/** How an incident went, with more hand-overs and silences the longer it takes. */
function toTimeline(
  { declaredAt, number, random }: Course,
  hours: number,
): readonly TimelineEntry[] {
  const end = Math.round(declaredAt + hours * HOUR);
  const first = random.pick(PEOPLE);
  const url = (): string => `${issueUrl(number)}#issuecomment-${random.between(1000, 9999)}`;
  const entries: TimelineEntry[] = [
    { at: declaredAt, kind: "declared", by: "eve" },
    { at: declaredAt, kind: "role", by: null, who: first, what: "commander" },
    { at: declaredAt, kind: "role", by: null, who: first, what: "liaison" },
    {
      at: declaredAt + random.between(1, 25) * MINUTE,
      kind: "accepted",
      by: first,
      what: "commander",
      url: url(),
    },
  ];
  let commander = first;
  let at = declaredAt + random.between(5, 30) * MINUTE;
  for (let count = 0; at < end - 5 * MINUTE && count < 24; count++) {
    const draw = random.next();
    const by = commander;
    if (draw < 0.4) entries.push({ at, kind: "note", by, text: random.pick(NOTES), url: url() });
    else if (draw < 0.7) {
      entries.push({
        at,
        kind: "update",
        by,
        text: "We know of it and work on it. Running servers are not hit.",
        url: url(),
      });
    } else if (draw < 0.8) {
      entries.push({ at, kind: "expert", by, who: "fay", what: "storage", url: url() });
    } else if (draw < 0.87) entries.push({ at, kind: "escalated", by: null });
    else {
      commander = random.pick(PEOPLE.filter((login) => login !== commander));
      entries.push({
        at,
        kind: "role",
        by: commander,
        who: commander,
        what: "commander",
        url: url(),
      });
    }
    // Nights are quiet.
    const isNight = new Date(at).getUTCHours() > 19;
    at += (isNight ? random.between(400, 700) : random.between(4, 70)) * MINUTE;
  }
  const mitigatedAt = Math.round(declaredAt + hours * HOUR * (0.5 + random.next() * 0.45));
  const all: TimelineEntry[] = [
    ...entries,
    {
      at: mitigatedAt,
      kind: "phase",
      by: commander,
      what: "mitigated",
      text: "New servers start again.",
      url: url(),
    },
    {
      at: end,
      kind: "phase",
      by: commander,
      what: "resolved",
      text: "The cause is gone.",
      url: url(),
    },
  ];
  return all.toSorted((one, other) => one.at - other.at);
}

function toActionItems({ declaredAt, number, random }: Course): readonly DatedActionItem[] {
  return Array.from({ length: random.between(0, 3) }, (_, index) => {
    const openedAt = declaredAt + random.between(1, 6) * DAY;
    const doneAt = openedAt + random.between(1, 40) * DAY;
    const isOpen = random.next() < 0.3 || doneAt > BUILT_AT;
    return {
      number: 10_000 + number * 4 + index,
      title: random.pick([
        "Alert before the quota is used up",
        "Write down how to roll back",
        "Grow the node pool by itself",
      ]),
      url: issueUrl(10_000 + number * 4 + index),
      isOpen,
      openedAt,
      closedAt: isOpen ? null : doneAt,
    };
  }).filter(({ openedAt }) => openedAt < BUILT_AT);
}

/** Who holds what at the end of a timeline. */
function holdersOf(timeline: readonly TimelineEntry[], declaredAt: number): Partial<Incident> {
  const last = (role: string) =>
    timeline.findLast(({ kind, what }) => kind === "role" && what === role);
  const [commander, liaison] = [last("commander"), last("liaison")];
  return {
    commander: commander?.who ?? null,
    liaison: liaison?.who ?? null,
    dutySince: {
      commander: commander?.at ?? declaredAt,
      liaison: liaison?.at ?? declaredAt,
    },
  };
}

function anIssue(course: Course): IncidentIssue {
  const { declaredAt, number, random } = course;
  const hours = random.next() < 0.15 ? random.between(20, 60) : 0.6 + random.next() * 6;
  const timeline = toTimeline(course, hours);
  const end = timeline.at(-1)?.at ?? declaredAt;
  const isOpen = end > BUILT_AT;
  const past = timeline.filter(({ at }) => at <= BUILT_AT);
  const phase = past.findLast(({ kind }) => kind === "phase");
  const closedAt = end + random.between(2, 6) * DAY;
  const isClosed = closedAt < BUILT_AT;
  const isWritten = random.next() < 0.7;
  const incident: Incident = anIncident({
    declaredAt,
    declaredBy: "eve",
    followedSince: declaredAt,
    respondingSince: declaredAt,
    phase: (phase?.what as Incident["phase"] | undefined) ?? "investigating",
    phaseSince: phase?.at ?? declaredAt,
    severity: random.pick(["SEV-1", "SEV-2", "SEV-2", "SEV-3", "SEV-3", "SEV-3", "SEV-4", "SEV-4"]),
    ...holdersOf(past, declaredAt),
    impactStarted: random.next() < 0.5 ? declaredAt - random.between(5, 90) * MINUTE : null,
    timeline: past,
    vouched: isWritten && !isOpen ? { report: { at: end + DAY, by: "ana" } } : {},
  });
  return {
    number,
    title: `${random.pick(TROUBLES)} ${random.pick(HUBS)}`,
    url: issueUrl(number),
    body: "",
    isOpen: !isClosed,
    reason: isClosed ? "completed" : null,
    createdAt: declaredAt,
    closedAt: isClosed ? closedAt : null,
    opener: "eve",
    labels: ["incident", POLICY.phases[incident.phase]],
    marks: [{ kind: "labeled", at: declaredAt, label: "incident" }],
    actionItems: toActionItems(course),
    // The first ones are from before Sitrep came.
    incident: number % 17 === 0 ? null : incident,
    reportText: isWritten && isClosed && number % 17 !== 0 ? REPORT : null,
  };
}

/** The data of a site with so many incidents over so many days, the same for the same seed. */
export function aHistory(count: number, days = 420, seed = 7): SiteData {
  const random = createRandom(seed);
  const times = Array.from({ length: count }, () => BUILT_AT - random.next() * days * DAY).toSorted(
    (one, other) => one - other,
  );
  return {
    owner: "acme",
    repo: "hubs",
    url: WEB,
    policy: POLICY,
    issues: times.map((at, index) =>
      anIssue({ declaredAt: Math.floor(at / MINUTE) * MINUTE, number: index + 1, random }),
    ),
    builtAt: BUILT_AT,
    baseUrl: "https://acme.github.io/hubs/",
    names: false,
  };
}
