import { expect, test } from "@jest/globals";
import type { DutySource, SourceTold } from "../../src/incident/duty.ts";
import { createDutySources } from "../../src/reconcile/duty-sources.ts";

const KEY = { installation: 1, owner: "acme", repo: "hubs", number: 1 };
const TEAM: DutySource = { kind: "team", name: "acme/support" };
const MINUTE = 60_000;

const members = (...logins: readonly string[]): SourceTold => ({
  kind: "members",
  members: logins,
});
const failed: SourceTold = { kind: "failed", why: "Down." };
const gone: SourceTold = { kind: "gone", why: "No such team." };

/** Sources that answer one after the other what is given; the last one over and over. */
function sourcesOf(...answers: readonly SourceTold[]) {
  let now = MINUTE;
  let asked = 0;
  const ask = async () => answers[Math.min(asked++, answers.length - 1)]!;
  const sources = createDutySources(ask, () => now);
  return {
    sources,
    asked: () => asked,
    after: (minutes: number) => {
      now += minutes * MINUTE;
      return sources.read(KEY, TEAM);
    },
  };
}

test("a source is asked once in five minutes", async () => {
  const { after, asked } = sourcesOf(members("bo"), members("cy"));
  expect(await after(0)).toEqual({ members: ["bo"], why: null, asOf: null });
  await after(4);
  expect(asked()).toBe(1);
  expect(await after(2)).toMatchObject({ members: ["cy"] });
});

test("one that does not answer is asked a minute later, and its last answer serves with its time", async () => {
  const { after, asked } = sourcesOf(members("bo"), failed);
  await after(1);
  expect(await after(6)).toEqual({ members: ["bo"], why: "Down.", asOf: 2 * MINUTE });
  await after(0.5);
  expect(asked()).toBe(2);
  await after(1);
  expect(asked()).toBe(3);
});

test("one that is gone tells nothing any more, nor does a record", async () => {
  const { after, sources } = sourcesOf(members("bo"), gone);
  sources.keep(KEY, [{ ...TEAM, who: "bo", at: 1 }]);
  await after(0);
  expect(await after(6)).toEqual({ members: null, why: "No such team.", asOf: null });
  expect(sources.keptOf(KEY, TEAM)).toBeNull();
});

test("of what records tell, the newest counts, for their owner's incidents alone", () => {
  const { sources } = sourcesOf(failed);
  sources.keep(KEY, [{ ...TEAM, who: "bo", at: 5 }]);
  sources.keep({ ...KEY, repo: "other" }, [{ ...TEAM, who: "cy", at: 3 }]);
  expect(sources.keptOf(KEY, TEAM)).toEqual({ who: "bo", at: 5 });
  sources.keep({ ...KEY, number: 7 }, [{ ...TEAM, name: "Acme/Support", who: "sam", at: 9 }]);
  expect(sources.keptOf({ ...KEY, repo: "any" }, TEAM)).toEqual({ who: "sam", at: 9 });
  expect(sources.keptOf({ ...KEY, owner: "else" }, TEAM)).toBeNull();
  expect(sources.keptOf(KEY, { ...TEAM, kind: "group" })).toBeNull();
});
