import { afterEach, expect, test } from "@jest/globals";
import { type EmbeddedSlack, SLACK_FAULTS } from "../../src/sandbox/slack/index.ts";
import { useDeskScenes } from "./desk-scene.ts";
import { startStorySlack } from "./outside-story.ts";
import { REPO } from "./scene.ts";

const POLICY = "channels: { engineering: '#eng', support: '#support', updates: '#status' }\n";
const MINUTE = 60_000;

const running: EmbeddedSlack[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((slack) => slack.close()));
});
const createDeskScene = useDeskScenes();

/** Sitrep between all embedded systems, with an incident whose top comment names a ticket. */
async function connected() {
  const clock = { now: () => 0 };
  const slack = await startStorySlack(() => clock.now());
  running.push(slack);
  const { token, apiUrl } = slack;
  const setting = await createDeskScene({
    policy: POLICY,
    settings: { slack: { token, apiUrl } },
    before: (_, scene) => {
      clock.now = () => scene.now();
    },
  });
  const address = setting.desk.addressOf(setting.ticket);
  /** The timeline of the report that is drafted, without links to comments: what happened, and what was told. */
  const timeline = (): readonly string[] => {
    const [pull] = setting.scene.github.world.pullRequests(REPO);
    const text = (pull?.files[0]?.text ?? "").replaceAll("\u200B", "");
    const [, part = ""] = text.split("## Timeline");
    return part
      .replaceAll(`[ticket ${setting.ticket}](${address})`, "TICKET")
      .replaceAll(/ \(\[source\][^)]*\)\)/g, "")
      .split("\n")
      .flatMap((line) => /^\| (\d\d:\d\d) UTC \| (.*) \|$/.exec(line)?.slice(1).join(" ") ?? []);
  };
  return { ...setting, slack, timeline };
}

test("the report tells where and when Sitrep told whom, without a word of it twice", async () => {
  const { scene, number, slack, desk, ticket, timeline } = await connected();
  await scene.wind(4 * MINUTE);
  await scene.say("ana", number, "/commander @bo");
  await scene.wind(4 * MINUTE);
  // The message arrives, and Sitrep does not hear of it: what it finds later is as old as it is.
  slack.faults.failNext(1, { ...SLACK_FAULTS.answerLost, method: "chat.postMessage" });
  await scene.say("ana", number, "/update We make room on the disk.");
  await scene.wind(12 * MINUTE);
  slack.faults.setDown(true);
  await scene.say("bo", number, "/mitigated Servers start again.");
  await scene.wind(5 * MINUTE);
  slack.faults.setDown(false);
  await scene.wind(15 * MINUTE);
  desk.world.answerAsCustomer(ticket, "<p>Planted answer narwhal: it works</p>");
  await scene.wind(15 * MINUTE);
  await scene.say("bo", number, "/resolve The disk has room again.");
  expect(timeline()).toEqual([
    "14:00 The first Incident Commander declared the incident; told in \\#eng",
    "14:00 The community got a first response in TICKET",
    "14:04 The second Incident Commander took over from the first; told in \\#eng",
    "14:08 Status update: We make room on the disk.; told in \\#status, \\#eng and TICKET",
    "14:20 Mitigated: Servers start again.",
    expect.stringMatching(/^14:\d\d Told in \\#eng and \\#status: the new state of 14:20 UTC$/),
    expect.stringMatching(/^14:\d\d The community wrote in TICKET$/),
    "14:55 Resolved: The disk has room again.; told in \\#eng, \\#status and TICKET",
  ]);
  await scene.expectSettled();
});
