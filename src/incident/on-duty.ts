import { onDuty, type Duty } from "./duty.ts";
import type { Instant } from "./instant.ts";
import { mayHoldRole, personOf, type People, type Person } from "./person.ts";
import type { Policy } from "./policy.ts";

/** Whom a duty falls to at an instant, and who came before them but may not hold a role here, or is no account. */
export interface OnDuty {
  readonly who: Person | null;
  readonly passedOver: readonly string[];
}

/** Finds whom a duty falls to: the first of its logins who may hold a role. Throws when their rights were not read. */
export function findOnDuty(duty: Duty, at: Instant, people: People, policy: Policy): OnDuty {
  const found = onDuty(duty, at).map((login) => ({ login, person: personOf(people, login) }));
  const first = found.findIndex(({ person }) => mayHoldRole(person, policy));
  const before = first === -1 ? found : found.slice(0, first);
  return {
    who: found[first]?.person ?? null,
    passedOver: before.map(({ login, person }) => person?.login ?? login),
  };
}
