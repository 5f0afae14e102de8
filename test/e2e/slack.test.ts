import { afterEach, expect, test } from "@jest/globals";
import {
  type EmbeddedSlack,
  SLACK_FAULTS,
  type SlackMessage,
  startEmbeddedSlack,
} from "../../src/sandbox/slack/index.ts";
import { useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;
const POLICY = [
  "channels: { engineering: '#eng', support: '#support', updates: C0UPDATES }",
  "people: { bo: { slack: U0BO }, sam: { slack: U0SAM } }",
  "manager: sam",
  "engineering: [bo, acme/engineering]",
  "",
].join("\n");

const running: EmbeddedSlack[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((slack) => slack.close()));
});

interface Setting {
  readonly slack: EmbeddedSlack;
  readonly scene: Scene;
  readonly number: number;
}

/** Sitrep between an embedded GitHub and an embedded Slack, with an incident. */
async function connected(
  owners: readonly string[] = ["acme"],
  before: (slack: EmbeddedSlack) => void = () => undefined,
): Promise<Setting> {
  const clock = { now: () => 0 };
  const slack = await startEmbeddedSlack({
    channels: [
      { id: "C0ENG", name: "eng" },
      { id: "C0SUPPORT", name: "support" },
      { id: "C0UPDATES", name: "updates" },
    ],
    now: () => new Date(clock.now()),
  });
  running.push(slack);
  const { token, apiUrl } = slack;
  const scene = await createScene({
    files: { ".github/sitrep.yml": POLICY },
    settings: { owners, slack: { token, apiUrl } },
  });
  clock.now = () => scene.now();
  before(slack);
  return { slack, scene, number: await scene.incident() };
}

const messagesIn = ({ slack }: Setting, id: string): readonly SlackMessage[] =>
  slack.world.find(id)?.messages ?? [];

/** The scene with another policy, which counts from then on. */
async function withPolicy({ scene }: Setting, policy: string): Promise<void> {
  scene.github.world.setFile("acme/hubs", ".github/sitrep.yml", policy);
  await scene.settle();
}

const textsIn = (setting: Setting, id: string): readonly string[] =>
  messagesIn(setting, id).map(({ text }) => text);

test("Slack hears of an incident from its declaration to its end", async () => {
  const setting = await connected();
  const { scene, number } = setting;
  await scene.say("ana", number, "/commander @bo");
  await scene.wind(31 * MINUTE);
  await scene.say("bo", number, "/update <!channel> *logins* are slow");
  await scene.say("bo", number, "/resolve disk replaced");
  const name = `acme/hubs#${number}`;
  const title = scene.issue(number).title;
  expect(textsIn(setting, "C0ENG")).toEqual([
    `Resolved, SEV-4: ${title} (${name})`,
    `ana made bo Incident Commander. (${name}: ${title})`,
    `<@U0BO> <@U0SAM> Help is needed: time ran out, and users cannot work yet. (${name}: ${title})`,
    `Status update from bo. &lt;!channel&gt; *logins* are slow (${name}: ${title})`,
    `Resolved, says bo. disk replaced (${name}: ${title})`,
  ]);
  const [head, ...later] = messagesIn(setting, "C0ENG");
  expect(later.map(({ threadTs }) => threadTs)).toEqual(later.map(() => head?.ts));
  expect(textsIn(setting, "C0SUPPORT")).toHaveLength(2);
  expect(textsIn(setting, "C0UPDATES")).toHaveLength(3);
});

test("a Slack that is down holds nothing up, and hears everything once when it is back", async () => {
  const setting = await connected();
  const { slack, scene, number } = setting;
  slack.faults.setDown(true);
  await scene.say("ana", number, "/commander @bo");
  await scene.say("bo", number, "/update we look into it");
  expect(scene.issue(number).body).toContain("**Incident Commander:** @bo");
  expect(scene.status(number)).toMatch(/Slack, \\?#eng: Slack is not well: it answers 503\./);
  slack.faults.setDown(false);
  await scene.wind(2 * MINUTE);
  expect(textsIn(setting, "C0ENG").slice(1)).toEqual([
    expect.stringContaining("ana made bo Incident Commander."),
    expect.stringContaining("we look into it"),
  ]);
  expect(scene.status(number)).not.toContain("Slack is not well");
});

const loseAnswer = ({ faults }: EmbeddedSlack): void =>
  faults.failNext(1, { ...SLACK_FAULTS.answerLost, method: "chat.postMessage" });

test("an answer that is lost doubles nothing: the first message", async () => {
  const setting = await connected(["acme"], loseAnswer);
  const { scene, number } = setting;
  await scene.wind(2 * MINUTE);
  await scene.say("ana", number, "/severity SEV-2");
  const [head, ...others] = messagesIn(setting, "C0ENG");
  expect(head?.text).toContain("SEV-2");
  expect(others).toEqual([]);
});

test("an answer that is lost doubles nothing: a later message", async () => {
  const setting = await connected();
  const { slack, scene, number } = setting;
  loseAnswer(slack);
  await scene.say("ana", number, "/commander @bo");
  expect(scene.status(number)).toContain("Slack was not reached");
  await scene.say("ana", number, "/update we look into it");
  await scene.wind(2 * MINUTE);
  expect(textsIn(setting, "C0ENG")).toHaveLength(3);
});

test("a channel without Sitrep is told to the team with what to do, and then what happened", async () => {
  const setting = await connected();
  const { slack, scene, number } = setting;
  slack.world.change("C0UPDATES", { isMember: false });
  await scene.say("ana", number, "/update it is bad");
  expect(scene.issue(number).comments[0]?.body).toContain(
    "Sitrep is not in C0UPDATES. Invite it: write `/invite @sitrep` there.",
  );
  await scene.say("ana", number, "/update it is worse");
  expect(textsIn(setting, "C0ENG")).toHaveLength(3);
  slack.world.change("C0UPDATES", { isMember: true });
  await scene.wind(11 * MINUTE);
  expect(textsIn(setting, "C0UPDATES")).toHaveLength(3);
});

test("incidents of owners whom the operator did not name stay on GitHub", async () => {
  const setting = await connected(["someone-else"]);
  await setting.scene.say("ana", setting.number, "/update it is bad");
  expect(setting.slack.calls()).toEqual([]);
});

const BY_EMAIL = POLICY.replace("U0BO", "Bo@Example.org").replace("U0SAM", "gone@example.org");

test("whoever is known by an e-mail address is notified, if Slack knows it; it is shown nowhere", async () => {
  const setting = await connected();
  const { slack, scene, number } = setting;
  slack.world.setUsers([{ id: "U0BO", email: "bo@example.org" }]);
  await withPolicy(setting, BY_EMAIL);
  await scene.say("ana", number, "/escalate");
  const [call] = messagesIn(setting, "C0SUPPORT").slice(1);
  expect(call?.text).toMatch(/^<@U0BO> Help is needed/);
  expect(JSON.stringify(call)).toContain("Called on GitHub: acme/engineering, sam.");
  const written = JSON.stringify([slack.world.channels(), scene.issue(number)]);
  expect(written.toLowerCase()).not.toContain("example.org");
});

test("without the scope for it, whoever is known by an e-mail address is named, and notified on GitHub", async () => {
  const setting = await connected();
  const { slack, scene, number } = setting;
  slack.faults.failNext(2, {
    status: 200,
    body: { ok: false, error: "missing_scope", needed: "users:read.email" },
    method: "users.lookupByEmail",
  });
  await withPolicy(setting, BY_EMAIL);
  await scene.say("ana", number, "/escalate");
  const [call] = messagesIn(setting, "C0SUPPORT").slice(1);
  expect(JSON.stringify(call)).toContain("Called on GitHub: bo, acme/engineering, sam.");
  expect(scene.notices(number).join("\n")).toContain("@bo");
});

test("while Slack does not look anybody up, the call waits for it", async () => {
  const setting = await connected();
  const { slack, scene, number } = setting;
  slack.world.setUsers([{ id: "U0BO", email: "bo@example.org" }]);
  await withPolicy(setting, BY_EMAIL);
  slack.faults.failNext(1, { ...SLACK_FAULTS.unavailable, method: "users.lookupByEmail" });
  await scene.say("ana", number, "/escalate");
  await scene.wind(2 * MINUTE);
  const calls = textsIn(setting, "C0SUPPORT").filter((text) => text.includes("Help is needed"));
  expect(calls).toEqual([expect.stringMatching(/^<@U0BO> /)]);
});

test("while nobody leads, the support channel hears of it and the manager is notified, each time it is asked", async () => {
  const setting = await connected();
  const { scene, number } = setting;
  await scene.edit("ana", number, (body) => body.replace(/(Commander:\*\*) @ana/, "$1"));
  const asks = (): readonly string[] =>
    textsIn(setting, "C0SUPPORT").filter((text) => text.includes("Nobody leads"));
  expect(asks()).toEqual([expect.stringMatching(/^<@U0SAM> Nobody leads the response\./)]);
  await scene.wind(11 * MINUTE);
  expect(asks()).toHaveLength(2);
  await scene.say("bo", number, "/commander me");
  await scene.wind(30 * MINUTE);
  expect(asks()).toHaveLength(2);
});
