import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { EmbeddedGitHub } from "../../../src/sandbox/github/index.ts";
import { startEmbeddedGitHub } from "../../support/embedded-github.ts";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { startReceiver } from "./receiver.ts";
import type { Receiver } from "./receiver.ts";

const REPO = "acme/support";

let github: EmbeddedGitHub;
let receiver: Receiver;
let clock: number;
let number: number;

beforeEach(async () => {
  clock = Date.parse("2026-03-06T14:00:00Z");
  receiver = await startReceiver();
  github = await startEmbeddedGitHub({ webhookUrl: receiver.url, now: () => new Date(clock) });
  const { world } = github;
  world.addUser({ login: "ana" });
  world.addRepository({ owner: "acme", name: "support" });
  world.setPermission(REPO, "ana", "admin");
  number = world.as("ana").openIssue(REPO, { title: "Hub down" });
  world.installApp("acme", ["support"]);
  await github.idle();
  github.deliveries.clear();
  receiver.received.length = 0;
});

afterEach(async () => {
  await github.idle();
  await github.close();
  await receiver.close();
  expectLegalTraffic(github);
});

const say = (...words: readonly string[]): void => {
  for (const word of words) github.world.as("ana").comment(REPO, number, word);
};

/** What arrived, in the order of arrival. */
const heard = async (): Promise<readonly (string | undefined)[]> => {
  await github.idle();
  return receiver.received.map(
    ({ text }) => (JSON.parse(text) as { comment?: { body: string } }).comment?.body,
  );
};

test("a delivery can be lost, and sent again by hand", async () => {
  github.faults.dropNextDelivery();
  say("lost", "found");
  expect(await heard()).toEqual(["found"]);
  const [lost] = github.deliveries.all;
  expect(lost).toMatchObject({ problem: "dropped", attempts: 0, status: null });
  github.deliveries.redeliver(lost?.id ?? "");
  expect(await heard()).toEqual(["found", "lost"]);
  expect(lost).toMatchObject({ problem: null, attempts: 1, status: 202 });
});

test("a delivery can come twice, with the same id", async () => {
  github.faults.doubleNextDelivery();
  say("twice");
  expect(await heard()).toEqual(["twice", "twice"]);
  const [doubled] = github.deliveries.all;
  expect(doubled).toMatchObject({ problem: null, attempts: 2, status: 202 });
  const ids = receiver.received.map(({ headers }) => headers["x-github-delivery"]);
  expect(ids).toEqual([doubled?.id, doubled?.id]);
});

test("a delayed delivery is sent when its time has come and somebody winds the clock, the earliest first", async () => {
  github.faults.delayNextDelivery(120_000);
  github.faults.delayNextDelivery(60_000, 2);
  say("last", "first", "second", "at once");
  expect(await heard()).toEqual(["at once"]);
  expect(github.deliveries.all[0]).toMatchObject({ problem: "delayed", attempts: 0, status: null });
  clock += 59_999;
  expect(github.deliverDue()).toBe(0);
  clock += 1;
  expect(github.deliverDue()).toBe(2);
  expect(await heard()).toEqual(["at once", "first", "second"]);
  expect(github.deliverDue()).toBe(0);
  clock += 86_400_000;
  expect(github.deliverDue()).toBe(1);
  expect(await heard()).toEqual(["at once", "first", "second", "last"]);
  expect(github.deliveries.all[0]).toMatchObject({ problem: null, attempts: 1, status: 202 });
});

test("deliveries can come in reverse order; the next ones are not kept back", async () => {
  github.faults.reorderNextDeliveries(3);
  say("one", "two");
  expect(await heard()).toEqual([]);
  say("three", "four");
  const all = await heard();
  expect(all.filter((word) => word !== "four")).toEqual(["three", "two", "one"]);
  expect(all).toContain("four");
  expect(github.deliveries.all.every(({ status, problem }) => status === 202 && !problem)).toBe(
    true,
  );
});

test("what is kept back can be sent before its time, and nothing of it is lost when the faults are taken back", async () => {
  github.faults.delayNextDelivery(60_000);
  github.faults.reorderNextDeliveries(3);
  github.faults.dropNextDelivery();
  say("delayed", "one", "two");
  github.faults.reset();
  say("at once");
  expect(await heard()).toEqual(["at once"]);
  expect(github.deliverHeld()).toBe(3);
  expect(github.deliverHeld()).toBe(0);
  expect(await heard()).toEqual(["at once", "delayed", "two", "one"]);
});

test("each delivery takes one fault, in the order in which they were ordered", async () => {
  github.faults.dropNextDelivery();
  github.faults.delayNextDelivery(1_000);
  github.faults.doubleNextDelivery();
  say("lost", "late", "twice", "once");
  expect(new Set(await heard())).toEqual(new Set(["twice", "once"]));
  clock += 1_000;
  github.deliverDue();
  expect((await heard()).at(-1)).toBe("late");
});
