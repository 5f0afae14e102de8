import { decide, type Given } from "../../src/decide/index.ts";
import { standingIn, type Walk } from "../../src/decide/walk.ts";
import type { Standing } from "../../src/decide/rules/rule.ts";
import { readFields } from "../../src/incident/fields/index.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { MachineRecord } from "../../src/incident/record.ts";
import type { Snapshot, ThreadEvent } from "../../src/incident/snapshot.ts";
import { after, anIncident } from "../support/incident.ts";
import { A_STATUS, aGiven, aSnapshot } from "../support/snapshot.ts";

/** A record of an incident that ana declared at minute 0, in which nothing else was digested. */
export const aRecord = (
  incident: Partial<Incident> = {},
  more: Partial<MachineRecord> = {},
): MachineRecord => ({
  incident: anIncident({ sectionInserted: true, ...incident }),
  digest: { through: after(0), recent: [], version: null },
  outbox: [],
  receipts: [],
  leaving: [],
  writtenAt: after(0),
  pinned: true,
  ...more,
});

/** What GitHub shows of that incident when all is well. */
export const aSettled = (overrides: Partial<Snapshot> = {}): Snapshot =>
  aSnapshot({
    events: [],
    labels: ["incident", "incident: investigating", "SEV-4"],
    status: A_STATUS,
    assignees: ["ana"],
    record: aRecord(),
    body: "The hub is down.\n",
    ...overrides,
  });

/** What a look 25 minutes after the declaration makes of these events. */
export function lookAt(
  events: readonly ThreadEvent[],
  overrides: Partial<Snapshot> = {},
  given: Partial<Given> = {},
) {
  const snapshot = aSettled({ events, ...overrides });
  const { effects, record, ...rest } = decide({ ...aGiven(snapshot), ...given }, after(25));
  const incident = record?.incident;
  return {
    ...rest,
    record,
    incident,
    effects,
    posts: effects.flatMap((effect) => (effect.kind === "post" ? [effect.key] : [])),
    receipts: effects.flatMap((effect) => (effect.kind === "react" ? [effect.receipt] : [])),
    log: incident?.timeline.slice(1).map(({ at: _at, ...entry }) => entry),
  };
}

/** What rules judge by: the incident, a walk that changed nothing, and what GitHub shows. */
export function aStanding(
  incident: Partial<Incident> = {},
  overrides: Partial<Snapshot> = {},
  walked: Partial<Walk> = {},
): Standing {
  const snapshot = aSettled(overrides);
  const given = aGiven(snapshot);
  const text = walked.text ?? snapshot.body;
  const fields = readFields(text, given.vocabulary);
  const walk: Walk = {
    incident: null,
    text,
    fields,
    version: null,
    screen: text,
    followed: null,
    stood: standingIn(fields),
    held: [],
    authors: {},
    posts: [],
    receipts: [],
    told: [],
    said: [],
    live: [],
    outdated: [],
    opening: null,
    ...walked,
  };
  return { incident: anIncident(incident), walk, given };
}
