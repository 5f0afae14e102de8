import { afterEach, beforeAll, expect, test } from "@jest/globals";
import { type EmbeddedSlack, SLACK_FAULTS } from "../../src/sandbox/slack/index.ts";
import { useDeskScenes } from "./desk-scene.ts";
import {
  playStep,
  type Outcome,
  prepareGitHub,
  startStorySlack,
  STORY,
  STORY_POLICY,
  type StoryStep,
  type Trouble,
} from "./outside-story.ts";
import { REPO } from "./scene.ts";

const running: EmbeddedSlack[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((slack) => slack.close()));
});
const createDeskScene = useDeskScenes();

/** It is so when the scene stands. */
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
      prepareGitHub(scene);
      trouble.before?.({ slack, desk, scene });
    },
  });
  const outside = { ...setting, slack };
  const outcomes = [await playStep(outside, DECLARED, trouble)];
  for (const step of STORY) {
    trouble.before?.(outside);
    outcomes.push(await playStep(outside, step, trouble));
  }
  return outcomes;
}

let undisturbed: readonly object[];
beforeAll(async () => {
  undisturbed = await play();
}, 120_000);

const isProject = ({ path }: { readonly path: string }): boolean => path.includes("/projectsV2");
const isTeam = ({ operationName }: { readonly operationName: string | null }): boolean =>
  operationName === "Team";
/** Longer than any step. */
const LONG = 30 * 24 * 60 * 60_000;

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
  "the backlog is down": {
    before: ({ scene }) => scene.github.faults.failFor(LONG, { status: 502, match: isProject }),
    after: ({ scene }) => scene.github.faults.reset(),
  },
  "the backlog loses its answer": {
    before: ({ scene }) =>
      scene.github.faults.failNext(1, {
        status: "drop",
        when: "after",
        match: (call) => call.kind === "write" && isProject(call),
      }),
  },
  "nobody says who is Support Steward": {
    before: ({ scene }) => {
      // Nobody has ever said so until it is declared: then the fallback would serve.
      if (scene.github.world.issues(REPO).length > 0)
        scene.github.faults.failFor(LONG, { status: 502, match: isTeam });
    },
    after: ({ scene }) => scene.github.faults.reset(),
  },
  "everything is down, and Sitrep is restarted": {
    before: ({ slack, desk, scene }) => {
      slack.faults.setDown(true);
      desk.faults.setDown(true);
      scene.github.faults.failFor(LONG, { status: 502, match: isProject });
    },
    amid: async ({ scene }) => {
      await scene.stop();
      await scene.start();
    },
    after: ({ slack, desk, scene }) => {
      slack.faults.setDown(false);
      desk.faults.setDown(false);
      scene.github.faults.reset();
    },
  },
};

test("undisturbed, the systems outside hold this in the end", () => {
  const { channels, ticket, backlog } = Object.values(undisturbed.at(-1) ?? {})[0] as Outcome;
  expect(channels.map(([name, messages]) => [name, messages.length])).toEqual([
    ["#eng", 10],
    ["#support", 2],
    ["#status", 5],
  ]);
  expect(ticket.messages.map((text) => text.replace(/\. .*/, "."))).toEqual([
    "reply: Hello, Thank you for telling us.",
    `note: This ticket is worked on as an incident: ${REPO}#1 What is written there may be public.`,
    "reply: Hello, This is what we know now: We make room on the disk.",
    "answer: Planted answer narwhal: still slow",
    "reply: Hello, This is what we know now: It is half done.",
    "reply: Hello, As far as we can see, it works again.",
    "answer: Planted answer narwhal: it works",
  ]);
  const [pending, resolved, closed] = [3, 4, 5];
  expect(ticket.statuses).toEqual([pending, pending, resolved, closed]);
  expect(backlog).toMatchObject([{ number: 1, fields: { Status: "Done", Kind: "Incident" } }]);
});

test.each(Object.keys(TROUBLES))(
  "in every step %s: nothing is lost, doubled or held up",
  async (name) => {
    expect(await play(TROUBLES[name])).toEqual(undisturbed);
  },
  120_000,
);
