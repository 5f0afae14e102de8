import { TerminalError } from "../incident/errors.ts";
import type { Instant } from "../incident/instant.ts";
import type { RepositoryKey } from "../incident/key.ts";
import type { Policy } from "../incident/policy.ts";
import { fittingRows, type DebtRow } from "../incident/report-debt.ts";
import {
  roomIn,
  type DebtContent,
  type DebtIssue,
  type DebtPlace,
  type GitHub,
} from "../integrations/github/index.ts";
import { renderDebt } from "../messages/index.ts";
import type { LookResult, Queue } from "../queue/index.ts";
import { decideDebt, mergeRows, nextMidnight } from "../report/index.ts";
import type { DebtMemory } from "./debt-memory.ts";
import type { Memory } from "./memory.ts";

/** What keeping the debt issue needs. */
export interface DebtOptions {
  readonly github: Pick<GitHub, "readDebt" | "createDebt" | "writeDebt">;
  readonly memory: Pick<Memory, "debtOf">;
  readonly queue: Pick<Queue, "add">;
  /** Base of the web pages. */
  readonly server: string;
  /** ms since the epoch. */
  readonly now: () => number;
  /** One line for each look. */
  readonly onDebt: (report: DebtReport) => void;
}

/** What one look at a repository's debt issue did, for the log. */
export interface DebtReport {
  readonly key: RepositoryKey;
  /** How many reports are owed. */
  readonly owed: number;
  readonly did: "nothing" | "created" | "wrote" | "closed" | "reopened";
  readonly lookAgainAt: Instant | null;
  readonly ms: number;
}

const MINUTE = 60_000;
// GitHub shows what it took by then.
const SHOWN_MS = MINUTE;
const LOOK_AGAIN_MS = 5000;
// A missing right: somebody has to mend it first.
const REST_MS = 60 * MINUTE;
// The sweep after a start looks at most of them anyway.
const SEEK_MS = 10 * MINUTE;
const SPREAD_MS = 3000;
const NOTHING_AROUND = { before: "", after: "" };

interface Keeping {
  readonly key: RepositoryKey;
  readonly debt: DebtMemory;
  readonly policy: Policy;
  readonly options: DebtOptions;
}

interface Kept {
  readonly did: DebtReport["did"];
  readonly lookAgainAt: Instant | null;
}

/** Was it made so short a time ago that GitHub need not show it? Then when to look again; null: it would be there. */
function waitsUntil({ createdAt }: DebtMemory, now: Instant): Instant | null {
  return createdAt !== null && now - createdAt < SHOWN_MS ? now + LOOK_AGAIN_MS : null;
}

/** What stands in the issue for these rows, where so much stands around it. */
function toContent(
  rows: readonly DebtRow[],
  around: DebtIssue["body"] | typeof NOTHING_AROUND,
  { key, policy, options }: Keeping,
): DebtContent {
  const room = roomIn(around);
  const view = { key, rows, now: options.now(), server: options.server, room };
  return { text: renderDebt(view, policy).trim(), rows: fittingRows(rows, room) };
}

function demandWritable({ isArchived }: DebtPlace, { key }: Keeping): void {
  if (isArchived)
    throw new TerminalError(`${key.owner}/${key.repo} is archived: nobody can write there.`);
}

/** Makes the issue, once: also where an answer was lost, or GitHub does not show it yet. */
async function create(place: DebtPlace, rows: readonly DebtRow[], keeping: Keeping): Promise<Kept> {
  const { key, debt, options } = keeping;
  const now = options.now();
  const wait = waitsUntil(debt, now);
  if (wait !== null) return { did: "nothing", lookAgainAt: wait };
  demandWritable(place, keeping);
  const content = toContent(rows, NOTHING_AROUND, keeping);
  // Before it is made: the answer may be lost.
  debt.createdAt = now;
  debt.number = await options.github.createDebt(key, place, content);
  return { did: "created", lookAgainAt: null };
}

/** Brings the issue up to date: its text and record, and its state where that is to change. */
async function write(
  place: DebtPlace & { readonly issue: DebtIssue },
  rows: readonly DebtRow[],
  change: "keep" | "close" | "reopen",
  keeping: Keeping,
): Promise<Kept> {
  const { key, options } = keeping;
  const { body, isOvertaken } = place.issue;
  const content = toContent(rows, body, keeping);
  const isSame =
    body.text === content.text &&
    JSON.stringify(body.record?.rows) === JSON.stringify(content.rows);
  if (isSame && !isOvertaken && change === "keep") return { did: "nothing", lookAgainAt: null };
  demandWritable(place, keeping);
  const state = { keep: null, close: "CLOSED", reopen: "OPEN" } as const;
  const isNews = await options.github.writeDebt(key, place, { ...content, state: state[change] });
  const did = { keep: "wrote", close: "closed", reopen: "reopened" } as const;
  return { did: did[change], lookAgainAt: isNews ? options.now() : null };
}

/** Wants a look at the incidents in the issue at which this process has not looked: nothing else may tell that one is gone. */
async function seek(recorded: readonly DebtRow[], { key, debt, options }: Keeping): Promise<void> {
  const missing = recorded.filter(
    ({ number }) => !debt.looked.has(number) && !debt.sought.has(number),
  );
  const first = options.now() + SEEK_MS;
  for (const [index, { number }] of missing.entries()) {
    debt.sought.add(number);
    await options.queue.add({ ...key, number }, first + index * SPREAD_MS);
  }
}

/** Remembers what stands in the issue now; what owes nothing and is not in it need not be known any more. */
function remember(rows: readonly DebtRow[], { debt }: Keeping): void {
  debt.recorded = new Map(rows.map((row) => [row.number, row]));
  // What was found meanwhile is still to be written.
  for (const [number, row] of debt.looked)
    if (row === null && !debt.recorded.has(number)) debt.looked.delete(number);
}

async function read({ key, debt, options }: Keeping): Promise<DebtPlace> {
  const place = await options.github.readDebt(key, debt.number);
  const isLost = place.issue === null && debt.number !== null;
  if (!isLost || waitsUntil(debt, options.now()) !== null) return place;
  debt.number = null;
  debt.createdAt = null;
  return options.github.readDebt(key, null);
}

async function keep(keeping: Keeping): Promise<{ readonly kept: Kept; readonly owed: number }> {
  const { debt } = keeping;
  const place = await read(keeping);
  const { issue } = place;
  const recorded = issue?.body.record?.rows ?? null;
  const before = recorded ?? (debt.recorded === null ? null : [...debt.recorded.values()]);
  const rows = mergeRows(before ?? [], debt.looked);
  const change = decideDebt(issue, before, rows);
  if (issue !== null) debt.number = issue.number;
  const owed = rows.length;
  if (change === "none") {
    const wait = issue === null ? waitsUntil(debt, keeping.options.now()) : null;
    if (issue === null && wait === null) remember([], keeping);
    return { kept: { did: "nothing", lookAgainAt: wait }, owed };
  }
  await seek(recorded ?? [], keeping);
  const isThere = issue !== null && change !== "create";
  const kept = isThere
    ? await write({ ...place, issue }, rows, change, keeping)
    : await create(place, rows, keeping);
  if (isThere || kept.did === "created") remember(rows, keeping);
  const midnight = owed > 0 ? nextMidnight(keeping.options.now()) : null;
  return { kept: { ...kept, lookAgainAt: kept.lookAgainAt ?? midnight }, owed };
}

/**
 * The look at a repository's debt issue: reads it, puts in what looks at its incidents found, and says when to look again. Without a
 * policy that wants it, it does nothing and costs nothing. Failing concerns no incident (docs/decisions/0028).
 */
export function createDebtLook(options: DebtOptions): (key: RepositoryKey) => Promise<LookResult> {
  return async (key) => {
    const started = options.now();
    const debt = options.memory.debtOf(key);
    const { policy } = debt;
    if (policy === null || debt.restUntil > started) return { lookAgainAt: null };
    try {
      const { kept, owed } = await keep({ key, debt, policy, options });
      options.onDebt({ key, owed, ...kept, ms: options.now() - started });
      return { lookAgainAt: kept.lookAgainAt };
    } catch (error) {
      if (error instanceof TerminalError) debt.restUntil = started + REST_MS;
      throw error;
    }
  };
}
