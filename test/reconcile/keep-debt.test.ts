import { describe, expect, it } from "@jest/globals";
import { RetryLaterError, TerminalError } from "../../src/incident/errors.ts";
import { keyText, type LookKey } from "../../src/incident/key.ts";
import type { DebtRow } from "../../src/incident/report-debt.ts";
import type { DebtContent, DebtIssue, DebtPlace } from "../../src/integrations/github/index.ts";
import { createDebtLook, createMemory, type DebtReport } from "../../src/reconcile/index.ts";
import { aRow } from "../report/debt-rows.ts";
import { after, POLICY } from "../support/incident.ts";

const KEY = { installation: 1, owner: "acme", repo: "hubs", number: null } as const;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MIDNIGHT = Date.parse("2026-05-05T00:00:00Z");
const START = after(60);

type Written = DebtContent & { readonly state?: "OPEN" | "CLOSED" | null };

const toIssue = ({ text, rows }: DebtContent): DebtIssue => ({
  id: "I_5",
  number: 5,
  isOpen: true,
  hasLabel: true,
  body: { before: "", after: "", text, record: { rows, basedOn: null } },
  versions: [],
  isOvertaken: false,
});

/** A process that knows these rows, and a GitHub that holds an issue, or none. */
function aProcess(looked: readonly DebtRow[], recorded: readonly DebtRow[] | null = null) {
  const memory = createMemory();
  const debt = memory.debtOf(KEY);
  debt.policy = POLICY;
  for (const row of looked) debt.looked.set(row.number, row);
  const world = {
    now: START,
    /** GitHub shows what it holds. */
    isShown: true,
    isArchived: false,
    issue: null as DebtIssue | null,
    fails: null as Error | null,
    /** What happens while it writes. */
    meanwhile: () => {},
  };
  const made: Written[] = [];
  const written: Written[] = [];
  const wanted: string[] = [];
  const reports: DebtReport[] = [];
  if (recorded !== null) world.issue = toIssue({ text: "As of yesterday.", rows: recorded });
  const look = createDebtLook({
    github: {
      readDebt: async (): Promise<DebtPlace> => ({
        repositoryId: "R_1",
        labelId: "LA_1",
        isArchived: world.isArchived,
        own: "sitrep[bot]",
        issue: world.isShown ? world.issue : null,
      }),
      createDebt: async (_key, _place, content) => {
        if (world.fails instanceof TerminalError) throw world.fails;
        made.push(content);
        world.issue = toIssue(content);
        if (world.fails !== null) throw world.fails;
        return 5;
      },
      writeDebt: async (_key, _place, content) => {
        world.meanwhile();
        if (world.fails !== null) throw world.fails;
        written.push(content);
        world.issue = toIssue(content);
        return false;
      },
    },
    memory,
    queue: {
      add: async (key: LookKey, at = 0) =>
        void wanted.push(`${keyText(key)} in ${(at - world.now) / SECOND} s`),
    },
    server: "https://github.com",
    now: () => world.now,
    onDebt: (report) => void reports.push(report),
  });
  const didOf = async (): Promise<DebtReport["did"] | undefined> => {
    await look(KEY);
    return reports.at(-1)?.did;
  };
  return { world, debt, made, written, wanted, didOf, look: () => look(KEY) };
}

const rejection = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  );
const numbers = (content: Written | undefined) => content?.rows.map(({ number }) => number);

describe("the look at the list of owed reports", () => {
  it("does nothing where no policy wants it, and asks nothing", async () => {
    const { debt, look, wanted } = aProcess([aRow(1)]);
    debt.policy = null;
    expect(await look()).toEqual({ lookAgainAt: null });
    expect(wanted).toEqual([]);
    expect(debt.recorded).toBeNull();
  });

  it("makes it once, and looks again at midnight, when ages change", async () => {
    const { look, made, didOf } = aProcess([aRow(1)]);
    expect(await look()).toEqual({ lookAgainAt: MIDNIGHT });
    expect(await didOf()).toBe("nothing");
    expect(made).toHaveLength(1);
  });

  it("makes it once, though GitHub does not show it for a while", async () => {
    const { world, look, made, didOf } = aProcess([aRow(1)]);
    await look();
    world.isShown = false;
    world.now += 30 * SECOND;
    expect(await look()).toEqual({ lookAgainAt: world.now + 5 * SECOND });
    world.now += 29 * SECOND;
    world.isShown = true;
    expect(await didOf()).toBe("nothing");
    expect(made).toHaveLength(1);
  });

  it("makes it once, though the answer is lost and GitHub does not show it for a while", async () => {
    const { world, look, made, didOf } = aProcess([aRow(1)]);
    world.fails = new RetryLaterError("no answer", SECOND);
    expect(await rejection(look())).toBeInstanceOf(RetryLaterError);
    world.fails = null;
    world.isShown = false;
    expect(await look()).toEqual({ lookAgainAt: world.now + 5 * SECOND });
    world.isShown = true;
    expect(await didOf()).toBe("nothing");
    expect(made).toHaveLength(1);
  });

  it("makes it anew where people deleted it, with the rows that stood there", async () => {
    const { world, look, made } = aProcess([], [aRow(1), aRow(2)]);
    await look();
    world.issue = null;
    world.now += 2 * MINUTE;
    await look();
    expect(made.map(numbers)).toEqual([[1, 2]]);
  });

  it("is left alone for an hour where GitHub refuses it for good", async () => {
    const { world, look, made } = aProcess([aRow(1)]);
    world.fails = new TerminalError("no right");
    expect(await rejection(look())).toBeInstanceOf(TerminalError);
    world.fails = null;
    world.now += 59 * MINUTE;
    expect(await look()).toEqual({ lookAgainAt: null });
    expect(made).toEqual([]);
    world.now += MINUTE;
    await look();
    expect(made).toHaveLength(1);
  });

  it("closes it with the last row, and reopens it with the next", async () => {
    const { world, debt, written, look } = aProcess([], [aRow(1)]);
    debt.looked.set(1, null);
    expect(await look()).toEqual({ lookAgainAt: null });
    expect(written.at(-1)).toMatchObject({ state: "CLOSED", rows: [] });
    world.issue = world.issue && { ...world.issue, isOpen: false };
    debt.looked.set(2, aRow(2));
    await look();
    expect(written.at(-1)).toMatchObject({ state: "OPEN", rows: [aRow(2)] });
  });

  it("loses nothing that is found while it writes", async () => {
    const { world, debt, written, look } = aProcess([aRow(1)], [aRow(2), aRow(3)]);
    world.meanwhile = () => {
      debt.looked.set(2, null);
      debt.looked.set(4, aRow(4));
      world.meanwhile = () => {};
    };
    await look();
    expect(numbers(written.at(-1))).toEqual([1, 2, 3]);
    await look();
    expect(numbers(written.at(-1))).toEqual([1, 3, 4]);
  });

  it("wants a look at each incident in it at which nobody looked since the start, once, later", async () => {
    const { wanted, look } = aProcess([aRow(2)], [aRow(1), aRow(2), aRow(3)]);
    await look();
    expect(wanted).toEqual(["acme/hubs#1 in 600 s", "acme/hubs#3 in 603 s"]);
    await look();
    expect(wanted).toHaveLength(2);
  });

  it("puts back what people's words came between, though nothing else changed", async () => {
    const { world, look, written, didOf } = aProcess([], [aRow(1)]);
    await look();
    expect(written).toHaveLength(1);
    expect(await didOf()).toBe("nothing");
    world.issue = world.issue && { ...world.issue, isOvertaken: true };
    expect(await didOf()).toBe("wrote");
  });

  it("says nothing of an archived repository as long as nothing has to be written", async () => {
    const { world, debt, look, didOf } = aProcess([], [aRow(1)]);
    await look();
    world.isArchived = true;
    expect(await didOf()).toBe("nothing");
    debt.looked.set(1, null);
    expect(await rejection(look())).toMatchObject({
      name: "TerminalError",
      message: "acme/hubs is archived: nobody can write there.",
    });
  });

  it("forgets what owes nothing and is not there", async () => {
    const { debt, look } = aProcess([]);
    debt.looked.set(1, null);
    await look();
    expect([...debt.looked]).toEqual([]);
    expect(debt.recorded).toEqual(new Map());
  });
});
