import { describe, expect, test } from "@jest/globals";
import type { DeskFault } from "../../src/sandbox/freshdesk/index.ts";
import { REPO } from "./scene.ts";
import { useDeskScenes, type DeskSetting } from "./desk-scene.ts";

const createDeskScene = useDeskScenes();
const MINUTE = 60_000;

const replies = ({ messages }: DeskSetting): readonly string[] =>
  messages().filter((one) => one.startsWith("reply: "));

const FIRST = expect.stringContaining("We are looking into it now.");

/** A way to fail at one call, and what the issue says of it while it lasts. */
const FAULTS: readonly (readonly [string, DeskFault, RegExp])[] = [
  ["the connection, before it took effect", { kind: "drop", when: "before" }, /cannot be reached/],
  ["the connection, after it took effect", { kind: "drop", when: "after" }, /cannot be reached/],
  ["with 502, before", { kind: "answer", status: 502 }, /Freshdesk is down \(it answers 502\)/],
  ["with 502, after", { kind: "answer", status: 502, when: "after" }, /it answers 502/],
  [
    "with 429, for five minutes",
    { kind: "answer", status: 429, retryAfter: "300" },
    /Freshdesk asks for patience/,
  ],
];

describe("a call that fails", () => {
  test.each(FAULTS)("%s: the update comes once, and nothing else waits", async (_, fault, says) => {
    const setting = await createDeskScene();
    const { desk, scene, number, status } = setting;
    desk.faults.failNext(fault, { method: "POST" });
    await scene.say("ana", number, "/update we make room\n/severity SEV-1");
    expect(scene.status(number)).toMatch(says);
    expect(scene.issue(number).labels).toContain("SEV-1");
    const isTold = fault.kind !== "hang" && fault.when === "after";
    expect(replies(setting)).toHaveLength(isTold ? 2 : 1);
    await scene.wind(6 * MINUTE);
    expect(replies(setting)).toEqual([FIRST, expect.stringContaining("we make room")]);
    expect(scene.status(number)).not.toMatch(says);
    expect(status()).toBe(3);
  });

  test("asks for patience, and is left alone for as long as it asks", async () => {
    const { desk, scene, number } = await createDeskScene();
    desk.faults.failNext({ kind: "answer", status: 429, retryAfter: "300" });
    await scene.say("ana", number, "/update we make room");
    const before = desk.calls().length;
    await scene.say("ana", number, "/note waiting");
    await scene.wind(4 * MINUTE);
    expect(desk.calls()).toHaveLength(before);
    await scene.wind(2 * MINUTE);
    expect(desk.calls().length).toBeGreaterThan(before);
  });

  test("in setting the status doubles no reply", async () => {
    const setting = await createDeskScene();
    const { desk, scene, number, status } = setting;
    desk.faults.failNext({ kind: "answer", status: 500 }, { method: "PUT" });
    await scene.say("ana", number, "/resolve");
    expect(status()).toBe(3);
    await scene.wind(2 * MINUTE);
    expect(replies(setting)).toHaveLength(2);
    expect(status()).toBe(4);
  });
});

test("a desk that never answers holds up nothing but its own messages", async () => {
  const setting = await createDeskScene();
  const { desk, scene, number } = setting;
  desk.faults.failNext({ kind: "hang" });
  await scene.say("ana", number, "/update we make room\n/severity SEV-1");
  expect(scene.issue(number).labels).toContain("SEV-1");
  expect(scene.status(number)).toContain("cannot be reached, or did not answer in time.");
  await scene.wind(2 * MINUTE);
  expect(replies(setting)).toEqual([FIRST, expect.stringContaining("we make room")]);
  // It is given ten seconds.
}, 60_000);

describe("a desk that is down for an hour", () => {
  test("stops no role, phase or reminder, and is told everything once, in order", async () => {
    const setting = await createDeskScene({ before: ({ faults }) => faults.setDown(true) });
    const { desk, scene, number, status } = setting;
    await scene.say("ana", number, "/commander @bo");
    await scene.wind(31 * MINUTE);
    await scene.say("bo", number, "/update first");
    await scene.say("bo", number, "/update second");
    await scene.wind(31 * MINUTE);
    expect(scene.status(number)).toContain("Freshdesk: Freshdesk is down (it answers 503).");
    expect(scene.notices(number).join()).toContain("Help is needed");
    desk.faults.setDown(false);
    await scene.wind(11 * MINUTE);
    expect(replies(setting)).toEqual([
      FIRST,
      expect.stringContaining(" first"),
      expect.stringContaining(" second"),
    ]);
    expect(status()).toBe(3);
    expect(scene.status(number)).not.toContain("Freshdesk is down");
  });

  test("is told no more than there is room for: of updates the newest", async () => {
    const setting = await createDeskScene();
    const { desk, scene, number } = setting;
    desk.faults.setDown(true);
    for (const letter of ["a", "b", "c", "d", "e"]) {
      await scene.say("ana", number, `/update ${letter} ${"word ".repeat(280)}`);
    }
    desk.faults.setDown(false);
    await scene.wind(11 * MINUTE);
    const told = replies(setting)
      .slice(1)
      .map((one) => /now: (\w)/.exec(one)?.[1]);
    expect(told).toEqual(["d", "e"]);
  });
});

describe("Sitrep is killed", () => {
  test("between a reply and its record: it is found, and not sent again", async () => {
    const setting = await createDeskScene();
    const { scene, number } = setting;
    // What was owed is written, what came of it is not.
    scene.github.faults.failNext(20, {
      status: 502,
      match: ({ kind, fields }) => kind === "write" && fields.join() === "updateIssueComment",
    });
    await scene.say("ana", number, "/update we make room").catch(() => undefined);
    expect(replies(setting)).toHaveLength(2);
    await scene.stop();
    scene.github.faults.reset();
    await scene.start();
    expect(replies(setting)).toHaveLength(2);
    expect(setting.status()).toBe(3);
  });

  test("with its record deleted afterwards: the resolution is found, with the time when it was told", async () => {
    const setting = await createDeskScene();
    const { scene, number } = setting;
    await scene.say("ana", number, "/update we make room");
    await scene.say("ana", number, "/resolve");
    await scene.wind(3 * 60 * MINUTE);
    const told = replies(setting);
    const before = scene.status(number);
    await scene.stop();
    const record = scene.issue(number).comments.find(({ body }) => body.includes("sitrep:record"));
    scene.as("ana").deleteComment(REPO, number, record?.id ?? 0);
    await scene.start();
    expect(replies(setting)).toEqual(told);
    expect(scene.status(number)).toContain("agreement from Tue 2026-03-10 14:00 UTC on");
    expect(before).toContain("agreement from Tue 2026-03-10 14:00 UTC on");
    expect(setting.status()).toBe(4);
  });
});

describe("a ticket that cannot be written to is told to the team, with what to do", () => {
  test.each<readonly [string, (setting: DeskSetting) => void, RegExp]>([
    ["deleted", ({ desk, ticket }) => desk.world.remove(ticket), /is deleted\. Restore it/],
    ["spam", ({ desk, ticket }) => desk.world.markSpam(ticket), /is marked as spam\. Unmark it/],
    [
      "closed",
      ({ desk, ticket }) => desk.world.setStatus(ticket, 5),
      /is closed, perhaps since it was merged into another\. Reopen it/,
    ],
    [
      "merged",
      ({ desk, ticket }) => desk.world.merge(ticket, desk.world.openTicket()),
      /is closed, perhaps since it was merged/,
    ],
  ])("%s", async (_, happens, says) => {
    const setting = await createDeskScene();
    const { desk, scene, number } = setting;
    happens(setting);
    await scene.say("ana", number, "/update we make room");
    expect(scene.status(number)).toMatch(says);
    expect(replies(setting)).toHaveLength(1);
    // Another ticket goes on in its place.
    const other = desk.world.openTicket();
    await scene.edit("ana", number, (body) =>
      body.replace(desk.addressOf(setting.ticket), desk.addressOf(other)),
    );
    await scene.say("ana", number, "/update we made room");
    expect(setting.messages(other).filter((one) => one.startsWith("reply"))).toEqual([
      FIRST,
      expect.stringContaining("we made room"),
    ]);
    expect(scene.status(number)).not.toMatch(says);
  });

  test("that does not exist, beside one that does", async () => {
    const setting = await createDeskScene();
    const { desk, scene, number } = setting;
    await scene.say("ana", number, `/ticket ${desk.addressOf(999)}`);
    expect(scene.status(number)).toContain("There is no ticket 999 in Freshdesk");
    await scene.say("ana", number, "/update we make room");
    expect(replies(setting)).toEqual([FIRST, expect.stringContaining("we make room")]);
  });

  test("in which the team's canned response is missing", async () => {
    const setting = await createDeskScene({ policy: "ticket: { canned: { update: 7 } }\n" });
    const { desk, scene, number } = setting;
    await scene.say("ana", number, "/update we make room");
    expect(scene.status(number)).toContain("There is no canned response 7 in Freshdesk");
    desk.world.keepCanned(7, "<p>Canned.</p>");
    await scene.wind(11 * MINUTE);
    expect(replies(setting)[1]).toContain("Canned. we make room");
  });
});
