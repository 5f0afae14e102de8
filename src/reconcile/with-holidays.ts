import type { Policy } from "../incident/policy.ts";
import { neededRegions, withPublicHolidays } from "../incident/time/index.ts";
import type { FindHolidays } from "../integrations/holidays/index.ts";
import type { Instant } from "../incident/instant.ts";

/** A policy whose calendar knows its public holidays, and the regions that there are not. */
export interface PolicyWithHolidays {
  readonly policy: Policy;
  readonly unknown: readonly string[];
}

/** A deadline may have begun last year, and a duration is 366 days at most, working days too. */
const YEARS = [-1, 0, 1, 2];

/**
 * Puts public holidays into the policy's calendar, for the years that a deadline can reach from `now`. Without a country in the
 * policy nothing is asked. A region that does not exist has none, and the calendar serves without.
 */
export async function withHolidays(
  policy: Policy,
  now: Instant,
  find: FindHolidays,
): Promise<PolicyWithHolidays> {
  const regions = neededRegions(policy.calendar);
  if (regions.length === 0) return { policy, unknown: [] };
  const year = new Date(now).getUTCFullYear();
  const years = YEARS.map((more) => year + more);
  const found = await Promise.all(
    regions.map(async (region) => [region, await find(region, years)] as const),
  );
  const dates = new Map(found.map(([region, holidays]) => [region, holidays ?? []]));
  return {
    policy: { ...policy, calendar: withPublicHolidays(policy.calendar, dates) },
    unknown: found.flatMap(([region, holidays]) => (holidays === null ? [region] : [])),
  };
}
