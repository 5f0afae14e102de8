import { describe, expect, it } from "@jest/globals";
import type { FieldToSet } from "../../src/effects/backlog.ts";
import type { BacklogItem } from "../../src/incident/backlog-item.ts";
import { RetryLaterError, TerminalError } from "../../src/incident/errors.ts";
import { followBacklog, type Following } from "../../src/reconcile/follow-backlog.ts";
import { createFakeBacklog, type FakeBacklog } from "../support/fake-backlog.ts";
import { after } from "../support/incident.ts";

const PROJECT = {
  owner: "acme",
  ownedBy: "organization",
  number: 3,
  server: "https://github.com",
} as const;
const ISSUE = { owner: "acme", repo: "hubs", number: 1, nodeId: "I_1" };
const WANTED: BacklogItem = { project: "acme/3", since: after(10), id: null, gone: false, set: {} };
const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

const field = (name: string, value: string, moment = "escalated/1", at = after(10)) =>
  ({ field: name, value, moment, at }) satisfies FieldToSet;
const HELP = field("Status", "Needs help");
const SPRINT = field("Sprint", "current");

const following = (backlog: FakeBacklog, overrides: Partial<Following> = {}): Following => ({
  backlog,
  project: PROJECT,
  server: "https://github.com",
  issue: ISSUE,
  item: WANTED,
  fields: [HELP, SPRINT],
  isRebuilt: false,
  troubles: [],
  now: after(11),
  ...overrides,
});

const DONE: BacklogItem = {
  ...WANTED,
  id: 1,
  set: { Status: "escalated/1", Sprint: "escalated/1" },
};

describe("following the backlog", () => {
  it("adds the issue, sets what is wanted, and is silent when it is so", async () => {
    const backlog = createFakeBacklog();
    const followed = await followBacklog(following(backlog));
    expect(followed).toEqual({ item: DONE, troubles: [] });
    expect(backlog.items()).toEqual([{ Status: "Needs help", Sprint: "current" }]);
    expect(backlog.calls.splice(0)).toEqual(["find", "add", "set Status, Sprint"]);
    expect(await followBacklog(following(backlog, { item: DONE }))).toEqual(followed);
    expect(backlog.calls).toEqual([]);
  });

  it("adds none where one is, and sets there what is wanted", async () => {
    const backlog = createFakeBacklog();
    await backlog.add(PROJECT, ISSUE);
    const { item } = await followBacklog(following(backlog));
    expect(item).toEqual(DONE);
    expect(backlog.calls).toEqual(["add", "find", "set Status, Sprint"]);
    expect(backlog.items()).toHaveLength(1);
  });

  it("sets only what changed since, and forgets what is not wanted any more", async () => {
    const backlog = createFakeBacklog();
    await followBacklog(following(backlog));
    backlog.calls.length = 0;
    const fields = [field("Status", "Done", "resolved/2", after(20))];
    const { item } = await followBacklog(
      following(backlog, { item: DONE, fields, now: after(21) }),
    );
    expect(item.set).toEqual({ Status: "resolved/2" });
    expect(backlog.calls).toEqual(["set Status"]);
  });

  it("keeps the other marks when one field is set", async () => {
    const backlog = createFakeBacklog();
    await followBacklog(following(backlog));
    const fields = [field("Status", "Done", "resolved/2", after(20)), SPRINT];
    const { item } = await followBacklog(
      following(backlog, { item: DONE, fields, now: after(21) }),
    );
    expect(item.set).toEqual({ Status: "resolved/2", Sprint: "escalated/1" });
  });

  it("leaves an item out that somebody took out, and says nothing", async () => {
    const backlog = createFakeBacklog();
    const fields = [field("Status", "Done", "resolved/2", after(20))];
    const gone = await followBacklog(following(backlog, { item: DONE, fields }));
    expect(gone).toEqual({ item: { ...DONE, id: null, gone: true }, troubles: [] });
    backlog.calls.length = 0;
    expect(await followBacklog(following(backlog, { item: gone.item, fields }))).toEqual(gone);
    expect(backlog.calls).toEqual([]);
  });

  it("sets everything where it had to be put back", async () => {
    const backlog = createFakeBacklog();
    const { item } = await followBacklog(following(backlog, { item: { ...DONE, id: null } }));
    expect(item).toEqual(DONE);
    expect(backlog.items()).toEqual([{ Status: "Needs help", Sprint: "current" }]);
  });

  it("after its record was lost takes for set what is older than an hour, if the item is there", async () => {
    const backlog = createFakeBacklog();
    await backlog.add(PROJECT, ISSUE);
    const old = { isRebuilt: true, now: after(71) };
    const { item } = await followBacklog(following(backlog, old));
    expect(item).toEqual(DONE);
    expect(backlog.items()).toEqual([{}]);
    const young = createFakeBacklog();
    await young.add(PROJECT, ISSUE);
    await followBacklog(following(young, { isRebuilt: true, now: after(70) }));
    expect(young.items()).toEqual([{ Status: "Needs help", Sprint: "current" }]);
    const missing = createFakeBacklog();
    await followBacklog(following(missing, old));
    expect(missing.items()).toEqual([{ Status: "Needs help", Sprint: "current" }]);
  });

  it("gives up after a week, counted from when it was wanted there", async () => {
    const began = field("Status", "In progress", "investigating/0", after(-WEEK / MINUTE));
    const late = { item: { ...WANTED, id: 1 }, fields: [began] };
    const inTime = createFakeBacklog();
    await inTime.add(PROJECT, ISSUE);
    await followBacklog(following(inTime, { ...late, now: after(10) + WEEK }));
    expect(inTime.items()).toEqual([{ Status: "In progress" }]);
    const tooLate = createFakeBacklog();
    await tooLate.add(PROJECT, ISSUE);
    await followBacklog(following(tooLate, { ...late, now: after(10) + WEEK + 1 }));
    expect(tooLate.items()).toEqual([{}]);
  });
});

describe("a backlog that stays out of reach", () => {
  it("is tried for a week, and then no more", async () => {
    const backlog = createFakeBacklog();
    backlog.failNext("find", new TerminalError("No such project."));
    const last = await followBacklog(following(backlog, { now: after(10) + WEEK }));
    expect(last.troubles).toHaveLength(1);
    backlog.calls.length = 0;
    const over = following(backlog, { troubles: last.troubles, now: after(10) + WEEK + 1 });
    expect(await followBacklog(over)).toEqual({ item: WANTED, troubles: [] });
    expect(backlog.calls).toEqual([]);
  });
});

describe("a backlog that fails", () => {
  it("is tried again when it said, and what is there already is kept", async () => {
    const backlog = createFakeBacklog();
    backlog.failNext("set", new RetryLaterError("Down.", 90_000));
    const { item, troubles } = await followBacklog(following(backlog));
    expect(item).toEqual({ ...WANTED, id: 1 });
    const retryAt = after(11) + 90_000;
    expect(troubles).toEqual([
      { system: "Backlog", place: "acme/3", why: "Down.", retryAt, failures: 1 },
    ]);
    backlog.calls.length = 0;
    const early = following(backlog, { item, troubles, now: retryAt - 1 });
    expect(await followBacklog(early)).toEqual({ item, troubles });
    expect(backlog.calls).toEqual([]);
    const then = following(backlog, { item, troubles, now: retryAt });
    expect(await followBacklog(then)).toEqual({ item: DONE, troubles: [] });
    expect(backlog.calls).toEqual(["set Status, Sprint"]);
  });

  it("that has no such project says so, and is tried again in ten minutes", async () => {
    const backlog = createFakeBacklog();
    backlog.failNext("find", new TerminalError("No such project."));
    const { item, troubles } = await followBacklog(following(backlog));
    expect(item).toEqual(WANTED);
    expect(troubles).toMatchObject([
      { place: "acme/3", why: "No such project.", retryAt: after(21) },
    ]);
  });

  it("is on another server is not asked", async () => {
    const backlog = createFakeBacklog();
    const { item, troubles } = await followBacklog(
      following(backlog, { server: "https://ghe.acme.example" }),
    );
    expect(item).toEqual(WANTED);
    expect(troubles.map(({ why }) => why)).toEqual([
      "The project is on https://github.com, and Sitrep on https://ghe.acme.example. It reaches no other.",
    ]);
    expect(backlog.calls).toEqual([]);
  });

  it("throws what is a bug of Sitrep's own", async () => {
    const backlog = createFakeBacklog();
    backlog.failNext("add", new TypeError("undefined is not a function"));
    await expect(followBacklog(following(backlog))).rejects.toThrow("undefined is not a function");
  });
});

function lacking(): FakeBacklog {
  const backlog = createFakeBacklog();
  backlog.lack("Status", "It has no option Needs help.");
  return backlog;
}

describe("a field that cannot be set", () => {
  it("is told, while the others are set, and alone is tried again in ten minutes", async () => {
    const backlog = lacking();
    const { item, troubles } = await followBacklog(following(backlog));
    expect(item.set).toEqual({ Sprint: "escalated/1" });
    expect(troubles).toMatchObject([
      { place: "acme/3", why: "It has no option Needs help.", retryAt: after(21) },
    ]);
    backlog.calls.length = 0;
    const early = following(backlog, { item, troubles, now: after(21) - 1 });
    expect(await followBacklog(early)).toEqual({ item, troubles });
    expect(backlog.calls).toEqual([]);
    backlog.lack("Status", null);
    const then = following(backlog, { item, troubles, now: after(21) });
    expect(await followBacklog(then)).toEqual({ item: DONE, troubles: [] });
    expect(backlog.calls).toEqual(["set Status"]);
  });

  it("is left alone when another field is set meanwhile", async () => {
    const backlog = lacking();
    const { item, troubles } = await followBacklog(following(backlog));
    backlog.calls.length = 0;
    const fields = [HELP, field("Sprint", "next", "resolved/2", after(12))];
    const next = await followBacklog(
      following(backlog, { item, troubles, fields, now: after(12) }),
    );
    expect(backlog.calls).toEqual(["set Sprint"]);
    expect(next).toEqual({ item: { ...item, set: { Sprint: "resolved/2" } }, troubles });
  });

  it("keeps nothing back that is due for something else", async () => {
    const backlog = lacking();
    const { item, troubles } = await followBacklog(following(backlog));
    backlog.lack("Status", null);
    const fields = [field("Status", "Done", "resolved/2", after(12)), SPRINT];
    const next = await followBacklog(
      following(backlog, { item, troubles, fields, now: after(12) }),
    );
    expect(next.troubles).toEqual([]);
    expect(backlog.items()).toEqual([{ Status: "Done", Sprint: "current" }]);
  });
});
