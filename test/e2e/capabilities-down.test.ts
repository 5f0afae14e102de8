import { afterEach, beforeAll, expect, test } from "@jest/globals";
import { type EmbeddedSlack, SLACK_FAULTS } from "../../src/sandbox/slack/index.ts";
import { useDeskScenes } from "./desk-scene.ts";
import {
  playStep,
  startStorySlack,
  STORY,
  STORY_POLICY,
  type StoryStep,
  type Trouble,
} from "./outside-story.ts";

const running: EmbeddedSlack[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((slack) => slack.close()));
});
const createDeskScene = useDeskScenes();

/** It stands when the scene does. */
const DECLARED: StoryStep = { name: "it is declared", play: () => Promise.resolve() };

/** Plays the whole story with this trouble in each step, and answers how things stood outside after each. */
async function play(trouble: Trouble = {}): Promise<readonly object[]> {
  const clock = { now: () => 0 };
  const slack = await startStorySlack(() => clock.now());
  running.push(slack);
  const { token, apiUrl } = slack;
  const setting = await createDeskScene({
    policy: STORY_POLICY,
    settings: { slack: { token, apiUrl } },
    before: (desk, scene) => {
      clock.now = () => scene.now();
      trouble.before?.({ slack, desk });
    },
  });
  const outside = { ...setting, slack };
  const outcomes = [await playStep(outside, DECLARED, trouble)];
  for (const step of STORY) outcomes.push(await playStep(outside, step, trouble));
  return outcomes;
}

let undisturbed: readonly object[];
beforeAll(async () => {
  undisturbed = await play();
}, 60_000);

const TROUBLES: Readonly<Record<string, Trouble>> = {
  "chat is down": {
    before: ({ slack }) => slack.faults.setDown(true),
    after: ({ slack }) => slack.faults.setDown(false),
  },
  "chat loses its answer to a message": {
    before: ({ slack }) =>
      slack.faults.failNext(1, { ...SLACK_FAULTS.answerLost, method: "chat.postMessage" }),
  },
  "the support desk is down": {
    before: ({ desk }) => desk.faults.setDown(true),
    after: ({ desk }) => desk.faults.setDown(false),
  },
  "the support desk loses its answer to a reply": {
    before: ({ desk }) => desk.faults.failNext({ kind: "drop", when: "after" }, { method: "POST" }),
  },
  "everything is down, and Sitrep is restarted": {
    before: ({ slack, desk }) => [slack, desk].forEach(({ faults }) => faults.setDown(true)),
    amid: async ({ scene }) => {
      await scene.stop();
      await scene.start();
    },
    after: ({ slack, desk }) => [slack, desk].forEach(({ faults }) => faults.setDown(false)),
  },
};

test.each(Object.keys(TROUBLES))(
  "in every step %s: nothing is lost, doubled or held up",
  async (name) => {
    expect(await play(TROUBLES[name])).toEqual(undisturbed);
  },
  60_000,
);
