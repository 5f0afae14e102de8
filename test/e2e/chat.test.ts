import { expect, test } from "@jest/globals";
import { RetryLaterError, TerminalError } from "../../src/incident/errors.ts";
import { createFakeChat, type FakeChat } from "../support/fake-chat.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;
const POLICY = "channels: { engineering: '#eng', support: '#support', updates: '#updates' }\n";

async function connected(): Promise<{ chat: FakeChat; scene: Scene; number: number }> {
  const chat = createFakeChat();
  const scene = await createScene({ chat, files: { ".github/sitrep.yml": POLICY } });
  return { chat, scene, number: await scene.incident() };
}

const inChannel = (chat: FakeChat, channel: string): readonly string[] =>
  chat.messages().flatMap((one) => (one.channel === channel ? [one.text] : []));

/** Who stands in which thread: the first message of a channel in none. */
const threads = (chat: FakeChat): readonly string[] =>
  chat.messages().map(({ channel, thread }) => `${channel} ${thread ?? "head"}`);

test("a declaration is told to engineering, and what follows in its thread", async () => {
  const { chat, scene, number } = await connected();
  expect(threads(chat)).toEqual(["#eng head"]);
  await scene.say("ana", number, "/commander @bo");
  await scene.say("bo", number, "/note nobody outside needs this");
  await scene.say("bo", number, "/update logins are slow");
  expect(threads(chat)).toEqual(["#eng head", "#eng 1", "#eng 1", "#updates head", "#updates 4"]);
  expect(inChannel(chat, "#updates")[1]).toContain("logins are slow");
});

test("the first message follows the incident", async () => {
  const { chat, scene, number } = await connected();
  const before = inChannel(chat, "#eng")[0];
  expect(before).toContain("Investigating");
  await scene.say("ana", number, "/resolve");
  expect(inChannel(chat, "#eng")[0]).toContain("Resolved");
  expect(inChannel(chat, "#eng")[0]).not.toContain("Investigating");
});

test("help is called where support is, once", async () => {
  const { chat, scene, number } = await connected();
  await scene.wind(31 * MINUTE);
  expect(inChannel(chat, "#support")).toHaveLength(2);
  await scene.say("ana", number, "/escalate");
  expect(inChannel(chat, "#support")).toHaveLength(2);
});

test.each(["before", "after"] as const)(
  "what is lost %s it took effect is told once, in order, and holds nothing up",
  async (when) => {
    const { chat, scene, number } = await connected();
    chat.failNext(new RetryLaterError("Slack does not answer.", 60_000), when, 1);
    await scene.say("ana", number, "/commander @bo");
    expect(scene.issue(number).body).toContain("**Incident Commander:** @bo");
    expect(scene.status(number)).toMatch(/Slack, \\?#eng: Slack does not answer\./);
    await scene.say("bo", number, "/update we look into it");
    await scene.wind(2 * MINUTE);
    expect(scene.status(number)).not.toContain("Slack does not answer.");
    const told = inChannel(chat, "#eng");
    expect(told).toHaveLength(3);
    expect(told[2]).toContain("we look into it");
  },
);

test("a channel that Sitrep may not write to is told when that is mended", async () => {
  const { chat, scene, number } = await connected();
  chat.failNext(new TerminalError("Sitrep is not in #updates. Invite it."), "before", 1);
  await scene.say("ana", number, "/severity SEV-1");
  await scene.say("ana", number, "/update it is bad");
  await scene.wind(11 * MINUTE);
  expect(inChannel(chat, "#updates")).toHaveLength(2);
  expect(inChannel(chat, "#eng")).toHaveLength(2);
});

test("nobody is told twice when Sitrep is restarted, or its record is lost", async () => {
  const { chat, scene, number } = await connected();
  await scene.say("ana", number, "/commander @bo");
  const told = chat.messages();
  await scene.stop();
  await scene.start();
  expect(chat.messages()).toEqual(told);
  const status = scene.issue(number).comments.find(({ body }) => body.includes("sitrep:record"));
  scene.as("ana").deleteComment(REPO, number, status?.id ?? 0);
  await scene.settle();
  await scene.say("bo", number, "/note seen");
  expect(chat.messages()).toEqual(told);
});

test("without channels in the policy nobody is told", async () => {
  const chat = createFakeChat();
  const scene = await createScene({ chat });
  const number = await scene.incident();
  await scene.say("ana", number, "/update it is bad");
  expect(chat.messages()).toEqual([]);
});
