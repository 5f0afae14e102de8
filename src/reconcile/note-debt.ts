import { toDebtRow } from "../decide/index.ts";
import type { Instant } from "../incident/instant.ts";
import { repositoryOf, type IncidentKey } from "../incident/key.ts";
import type { DebtRow } from "../incident/report-debt.ts";
import { isSameRow, toStayingRow } from "../report/index.ts";
import type { DebtMemory } from "./debt-memory.ts";
import type { LookOptions, Sight } from "./sight.ts";

// What happens to several incidents together makes one edit.
const SOON_MS = 2000;
// The next look, which comes at once, finds the draft that this one made, and wants it sooner.
const LATER_MS = 30_000;
const AT_ONCE_MS = 5000;

/** Is the row of an incident to be put into the issue, or out of it? */
function isNews(
  { looked, recorded }: DebtMemory,
  number: number,
  row: DebtRow | null,
  isNew: boolean,
): boolean {
  if (recorded !== null) return !isSameRow(recorded.get(number) ?? null, row);
  if (row !== null) return true;
  // Nobody knows what stands in the issue. What was declared this moment cannot be there.
  return !isNew && looked.get(number) !== null;
}

/** What a look at an incident knows of others: whether one found it before, and when the next comes (null: nobody knows). */
export interface Between {
  readonly isNew: boolean;
  readonly again: Instant | null;
}

/** Keeps what a look found, and wants a look at the repository's debt issue where that says otherwise. Costs no request itself. */
async function note(
  key: IncidentKey,
  found: DebtRow | null,
  { isNew, again }: Between,
  { memory, queue, now }: Pick<LookOptions, "memory" | "queue" | "now">,
): Promise<void> {
  const debt = memory.debtOf(repositoryOf(key));
  const { number } = key;
  const before = debt.looked.get(number) ?? debt.recorded?.get(number) ?? null;
  const row = found === null ? null : toStayingRow(found, before);
  const isDue = isNews(debt, number, row, isNew);
  const isKnown = row !== null || debt.recorded === null || debt.recorded.has(number);
  if (isKnown) debt.looked.set(number, row);
  else debt.looked.delete(number);
  if (!isDue) return;
  const wait = again !== null && again - now() < AT_ONCE_MS ? LATER_MS : SOON_MS;
  await queue.add(repositoryOf(key), Math.max(now() + wait, debt.restUntil));
}

/** Notes whether an incident owes its report, as this look found it. */
export async function noteDebt(
  { given, decision, report }: Sight,
  between: Between,
  options: LookOptions,
): Promise<void> {
  const { snapshot, policy } = given;
  const debt = options.memory.debtOf(repositoryOf(snapshot.key));
  if (policy.report.debt === "off") {
    debt.policy = null;
    debt.looked.clear();
    debt.recorded = null;
    return;
  }
  debt.policy = policy;
  const incident = decision.record?.incident ?? null;
  const row =
    incident === null ? null : toDebtRow(incident, snapshot, report?.text ?? null, policy);
  await note(snapshot.key, row, between, options);
}

/** Notes that an issue is no incident, or is not there any more: it owes nothing. */
export async function noteNoDebt(
  key: IncidentKey,
  options: Pick<LookOptions, "memory" | "queue" | "now">,
): Promise<void> {
  const debt = options.memory.debtOf(repositoryOf(key));
  const isListed = (debt.looked.get(key.number) ?? debt.recorded?.get(key.number)) !== undefined;
  if (debt.policy !== null && isListed)
    await note(key, null, { isNew: true, again: null }, options);
}
