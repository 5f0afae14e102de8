import { expect, test } from "@jest/globals";
import { useDeskScenes, type DeskSceneOptions, type DeskSetting } from "./desk-scene.ts";
import { theReport } from "./reports.ts";
import { REPO } from "./scene.ts";

const createDeskScene = useDeskScenes();
const MINUTE = 60_000;

/** An incident that was resolved, whose report can be merged. */
async function resolved(options: DeskSceneOptions = {}): Promise<DeskSetting> {
  const setting = await createDeskScene(options);
  const { scene, number } = setting;
  await scene.say("ana", number, "/liaison @bo");
  await scene.say("bo", number, "/resolve the disk is bigger now");
  scene.as("ana").markReady(REPO, theReport(scene).number);
  await scene.settle();
  return setting;
}

async function merge({ scene }: DeskSetting): Promise<string> {
  const { number } = theReport(scene);
  scene.as("ana").merge(REPO, number);
  await scene.settle();
  return `${scene.github.url}/${REPO}/pull/${number}`;
}

const toReply = (link: string): string =>
  `reply: Hello, The report about this incident is published. It says what happened, and what we do about it: ${link} It is for you to read. You need not answer.`;

test("a merged report is told in each ticket once, though the answer is lost, and nobody's status changes", async () => {
  const setting = await resolved();
  const { desk, scene, number, messages, status } = setting;
  const other = desk.world.openTicket();
  await scene.say("bo", number, `/ticket ${desk.addressOf(other)}`);
  const before = [messages(), messages(other)];
  desk.faults.failNext({ kind: "drop", when: "after" }, { method: "POST" });
  const link = await merge(setting);
  await scene.wind(6 * MINUTE);
  expect(messages()).toEqual([...(before[0] ?? []), toReply(link)]);
  expect(messages(other)).toEqual([...(before[1] ?? []), toReply(link)]);
  expect([status(), status(other)]).toEqual([4, 2]);
  expect(scene.status(number)).toContain(
    "the community was told where the Incident Report is, in the ticket",
  );
  expect(scene.status(number)).toContain("agreement from Tue 2026-03-10 14:00 UTC on");
});

test("a report that is merged after the closing is told in the closed ticket, which stays closed", async () => {
  const setting = await resolved();
  const { scene, number, messages, status } = setting;
  await scene.say("bo", number, "/done report\n/confirm");
  await scene.say("ana", number, "/close");
  expect(status()).toBe(5);
  const told = messages();
  const link = await merge(setting);
  expect(messages()).toEqual([...told, toReply(link)]);
  expect(status()).toBe(5);
});

test.each<readonly [string, DeskSceneOptions, string]>([
  [
    "in a private repository",
    { before: (_, { github }) => github.world.setPrivate(REPO, true) },
    "The community cannot open this address, and was not told of it. What they are to know, tell them in a reply.",
  ],
  [
    "where each text waits for somebody's word",
    { policy: "ticket: { approval: always }\n" },
    "The community was not told of it. If they are to read it, send them this address in a reply.",
  ],
])("%s, agents alone are told of it", async (_, options, says) => {
  const setting = await resolved(options);
  const { scene, number, messages } = setting;
  await scene.say("bo", number, "/approve");
  const told = messages();
  const link = await merge(setting);
  expect(messages()).toEqual([...told, `note: The Incident Report is published: ${link} ${says}`]);
  expect(scene.status(number)).not.toContain("the community was told where");
});

test("of a report that somebody says is done, and that stands nowhere, no ticket hears", async () => {
  const setting = await resolved();
  const { scene, number, messages } = setting;
  const told = messages();
  await scene.say("bo", number, "/done report");
  expect(scene.issue(number).body).toContain("[x] Fill in the Incident Report");
  expect(messages()).toEqual(told);
});

test("without its record Sitrep finds what it said of the report, and says it once", async () => {
  const setting = await resolved();
  const { scene, number, messages } = setting;
  await merge(setting);
  const told = messages();
  await scene.wind(3 * 60 * MINUTE);
  await scene.stop();
  const record = scene.issue(number).comments.find(({ body }) => body.includes("sitrep:record"));
  scene.as("ana").deleteComment(REPO, number, record?.id ?? 0);
  await scene.start();
  expect(messages()).toEqual(told);
  expect(scene.status(number)).toContain("the community was told where the Incident Report is");
});
