import type { StatusNotice } from "../effects/index.ts";
import {
  DUTY_NAMES,
  isAsked,
  onDuty,
  type Duty,
  type DutyName,
  type KeptDuty,
} from "../incident/duty.ts";
import type { Instant } from "../incident/instant.ts";
import type { IncidentKey } from "../incident/key.ts";
import type { Policy } from "../incident/policy.ts";
import type { DutySources } from "./duty-sources.ts";

/** A policy that knows who is in the teams and groups that it names, and what has to be said and remembered of that. */
export interface PolicyWithDuties {
  readonly policy: Policy;
  readonly notices: readonly StatusNotice[];
  /** For the record: who has a duty by a source, and as of when. */
  readonly kept: readonly KeptDuty[];
}

type AskedDuty = Extract<Duty, { readonly members: unknown }>;

/** Who has a duty by its source: logins, the one who is meant first; why that is not known, or not known now, and as of when it is. */
interface Found {
  readonly members: readonly string[] | null;
  readonly why: string | null;
  readonly asOf: Instant | null;
}

const SEVERAL =
  "More than one person is in it, and the policy means its only one; `pick: first` means the first by login.";

/** Why members who were read do not tell who has the duty; null: they do. `logins`: those of them whom the policy knows. */
function problemOf(
  pick: AskedDuty["pick"],
  members: readonly string[],
  logins: readonly string[],
): string | null {
  if (members.length === 0) return "Nobody is in it.";
  if (pick === "only" && members.length > 1) return SEVERAL;
  return logins.length > 0
    ? null
    : "Nobody in it has their member ID in the policy, under `people`.";
}

/** Members as logins; those of a group are known by the member IDs that the policy has, in the order of their logins. */
function toLogins(
  { kind }: AskedDuty,
  members: readonly string[],
  { people }: Policy,
): readonly string[] {
  if (kind === "team") return members;
  const known = Object.values(people).filter(({ slack }) => slack && members.includes(slack));
  return known.map(({ login }) => login).toSorted((one, other) => one.localeCompare(other, "en"));
}

/** What a source says; where it cannot be read, its last answer, in this process or else in a record. */
async function ask(
  duty: AskedDuty,
  policy: Policy,
  key: IncidentKey,
  sources: DutySources,
): Promise<Found> {
  const { members, why, asOf } = await sources.read(key, duty);
  if (members === null) {
    const kept = sources.keptOf(key, duty);
    return { members: kept && [kept.who], why, asOf: kept && kept.at };
  }
  const logins = toLogins(duty, members, policy);
  const problem = problemOf(duty.pick, members, logins);
  return { members: problem === null ? logins : [], why: why ?? problem, asOf };
}

interface Resolved extends Pick<PolicyWithDuties, "notices" | "kept"> {
  readonly duty: Duty;
}

async function resolve(
  name: DutyName,
  duty: Duty,
  now: Instant,
  asked: (duty: AskedDuty) => Promise<Found>,
): Promise<Resolved> {
  if (!isAsked(duty)) return { duty, notices: [], kept: [] };
  const { kind, name: source, fallback } = duty;
  const { members, why, asOf } = await asked(duty);
  const isGroup = kind === "group";
  const notice = {
    kind: "duty",
    duty: name,
    source,
    isGroup,
    why: why ?? "",
    asOf,
    fallback,
  } as const;
  const [who] = members ?? [];
  return {
    duty: { ...duty, members },
    notices: why === null ? [] : [notice],
    kept: who === undefined ? [] : [{ kind, name: source, who, at: asOf ?? now }],
  };
}

/**
 * Puts into the policy who is in the teams and groups that have a duty, and who the manager is at `now`: for reminders, which name
 * whoever can help at the time that they come. Where a source cannot be read, its last answer serves, else the fallback.
 */
export async function withDuties(
  policy: Policy,
  now: Instant,
  key: IncidentKey,
  sources: DutySources,
): Promise<PolicyWithDuties> {
  const asked = (duty: AskedDuty): Promise<Found> => ask(duty, policy, key, sources);
  const found = await Promise.all(
    DUTY_NAMES.map(
      async (name) => [name, await resolve(name, policy.duties[name], now, asked)] as const,
    ),
  );
  const duties = { ...policy.duties };
  for (const [name, { duty }] of found) duties[name] = duty;
  const [manager = null] = onDuty(duties.manager, now);
  return {
    policy: { ...policy, duties, manager },
    notices: found.flatMap(([, { notices }]) => notices),
    kept: found.flatMap(([, { kept }]) => kept),
  };
}

/** Whether a record that holds one says the same as another: who it is; when that was known matters once it is not any more. */
export const isSameKept = (one: readonly KeptDuty[], other: readonly KeptDuty[]): boolean =>
  one.length === other.length &&
  one.every(({ kind, name, who }, n) => {
    const that = other[n];
    return that?.kind === kind && that.name === name && that.who === who;
  });
