import { isSameLogin } from "../incident/actor.ts";
import type { Incident } from "../incident/incident.ts";
import { ROLE_NAMES, type RoleName } from "../incident/roles.ts";
import type { TimelineEntry } from "../incident/timeline.ts";
import type { Tenure } from "./facts.ts";

const isHeld = ({ to }: Tenure): boolean => to === null;

const ended = (tenure: Tenure, at: number): Tenure => ({ ...tenure, to: at });

/** The tenures after somebody, or nobody, got a role; nothing where it is so already. */
function withHolder(
  tenures: readonly Tenure[],
  role: RoleName,
  who: string | null,
  at: number,
): readonly Tenure[] {
  const now = tenures.find((one) => one.role === role && isHeld(one));
  if (isSameLogin(now?.who ?? null, who)) return tenures;
  const past = tenures.map((one) => (one === now ? ended(one, at) : one));
  return who === null ? past : [...past, { role, who, area: null, from: at, to: null }];
}

function withExpert(tenures: readonly Tenure[], entry: TimelineEntry): readonly Tenure[] {
  const { at, who = null, what = null, kind } = entry;
  const now = tenures.find(
    (one) => one.role === "expert" && isHeld(one) && isSameLogin(one.who, who),
  );
  if (kind === "released") return tenures.map((one) => (one === now ? ended(one, at) : one));
  if (who === null || now !== undefined) return tenures;
  return [...tenures, { role: "expert", who, area: what, from: at, to: null }];
}

function step(tenures: readonly Tenure[], entry: TimelineEntry): readonly Tenure[] {
  if (entry.kind === "expert" || entry.kind === "released") return withExpert(tenures, entry);
  const role = ROLE_NAMES.find((name) => name === entry.what);
  if (entry.kind !== "role" || role === undefined) return tenures;
  return withHolder(tenures, role, entry.who ?? null, entry.at);
}

/** Who had which role from when to when, as the timeline tells; last, as the incident stands, where no entry told. */
export function toTenures(incident: Incident): readonly Tenure[] {
  const told = incident.timeline.reduce(step, []);
  const single = ROLE_NAMES.reduce(
    (now, role) => withHolder(now, role, incident[role], incident.dutySince[role]),
    told,
  );
  return incident.experts.reduce<readonly Tenure[]>((now, { login, area }) => {
    const present = now.find(
      (one) => one.role === "expert" && isHeld(one) && isSameLogin(one.who, login),
    );
    if (present === undefined) {
      return [...now, { role: "expert", who: login, area, from: incident.declaredAt, to: null }];
    }
    return now.map((one) => (one === present ? { ...one, area: area ?? one.area } : one));
  }, single);
}
