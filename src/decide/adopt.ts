import type { Fact } from "../effects/index.ts";
import { isSameLogin } from "../incident/actor.ts";
import { assertNever } from "../incident/assert-never.ts";
import type { BodyFields, FieldName } from "../incident/fields/index.ts";
import type { Incident } from "../incident/incident.ts";
import { findPhase } from "../incident/phases.ts";
import { findSeverity } from "../incident/severity.ts";
import type { BodyVersion } from "../incident/snapshot.ts";
import { changedFields } from "./changed-fields.ts";
import { isFromThread, withOutcomes, type Given, type Walk } from "./walk.ts";

function toRole(
  role: "commander" | "liaison",
  now: BodyFields,
  incident: Incident,
): readonly Fact[] {
  const who = now[role];
  const isSo = who === null ? incident[role] === null : isSameLogin(incident[role], who);
  return isSo ? [] : [{ kind: "designate", role, who }];
}

function toExperts({ experts }: BodyFields, incident: Incident): readonly Fact[] {
  const lost = incident.experts.filter(
    ({ login }) => !experts.some((expert) => isSameLogin(expert.login, login)),
  );
  const found = experts.filter(
    ({ login }) => !incident.experts.some((expert) => isSameLogin(expert.login, login)),
  );
  return [
    ...lost.map(({ login }) => ({ kind: "release-expert", login }) as const),
    ...found.map(({ login, area }) => ({ kind: "add-expert", login, area }) as const),
  ];
}

/** What Sitrep wrote into this field. Where the incident says so already, it stays as it is, with what was asked about it. */
function toFacts(
  field: FieldName,
  now: BodyFields,
  incident: Incident,
  given: Given,
): readonly Fact[] {
  switch (field) {
    case "commander":
    case "liaison":
      return toRole(field, now, incident);
    case "experts":
      return toExperts(now, incident);
    case "severity": {
      const severity = now.severity === null ? null : findSeverity(now.severity, given.policy);
      return severity === null ? [] : [{ kind: "set-severity", severity }];
    }
    case "status": {
      const phase = now.status === null ? null : findPhase(now.status);
      return phase === null || phase === incident.phase ? [] : [{ kind: "set-phase", phase }];
    }
    case "ticket":
      return [{ kind: "set-tickets", tickets: now.tickets }];
    case "representative":
      return [{ kind: "set-representative", login: now.representative }];
    case "impactStarted":
      // Only people write it.
      return [];
    default:
      return assertNever(field);
  }
}

/**
 * The walk after a version of the top comment that Sitrep wrote, where the incident is put together from the thread: what Sitrep
 * changed there and nothing in the thread explains was said in a comment that somebody deleted since. It stands.
 */
export function adopt(before: Walk, after: Walk, version: BodyVersion, given: Given): Walk {
  if (!isFromThread(given) || after.incident?.active !== true) return after;
  const cause = { key: version.id, at: version.at, done: true };
  return changedFields(before.fields, after.fields).reduce<Walk>((walk, field) => {
    if (walk.incident === null) return walk;
    return withOutcomes(walk, toFacts(field, walk.fields, walk.incident, given), cause);
  }, after);
}
