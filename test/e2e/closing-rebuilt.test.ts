import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene, type SceneOptions } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;
const POLICY_FILE = ".github/sitrep.yml";

const statusOf = (scene: Scene, number: number) => {
  const found = scene
    .issue(number)
    .comments.find(({ body }) => body.includes("<!-- sitrep:record"));
  if (found === undefined) throw new Error("there is no status comment");
  return found;
};

/** Everything that people see, but for where the status comment is. */
const shown = (scene: Scene, number: number) => {
  const { body, labels, state, stateReason, comments } = scene.issue(number);
  const others = comments.filter((comment) => !comment.body.includes("<!-- sitrep:record"));
  const timeline = scene.status(number).replace(/^[^]*### Timeline/, "");
  return { body, labels, state, stateReason, others, timeline };
};

/** Takes the record away and lets Sitrep look again. */
async function lose(scene: Scene, number: number): Promise<void> {
  const { id, body } = statusOf(scene, number);
  const spoilt = body.replace(/<!-- sitrep:record[^]*/, "<!-- sitrep:record v2 -->");
  scene.as("ana").editComment(REPO, number, id, spoilt);
  await scene.settle();
}

const close = async (scene: Scene, number: number, login = "bo"): Promise<void> => {
  scene.as(login).close(REPO, number);
  await scene.settle();
};

interface Story {
  readonly play: (scene: Scene, number: number) => Promise<void>;
  readonly options?: SceneOptions;
}

const STORIES: readonly (readonly [string, Story])[] = [
  ["a closing that was undone", { play: async (scene, number) => close(scene, number) }],
  [
    "a closing that was undone, and the second that stood",
    {
      play: async (scene, number) => {
        await close(scene, number);
        await scene.wind(5 * MINUTE);
        await close(scene, number);
      },
    },
  ],
  [
    "a refused /close, and the closing by hand that stood",
    {
      play: async (scene, number) => {
        await scene.say("bo", number, "/close");
        await close(scene, number);
      },
    },
  ],
  [
    "a refused /close beside another command",
    { play: async (scene, number) => scene.say("bo", number, "/note waits\n/close") },
  ],
  [
    "a closing by command, with boxes that people ticked",
    {
      play: async (scene, number) => {
        await scene.say("ana", number, "/resolve\n/confirm");
        await scene.edit("bo", number, (body) => body.replace("[ ] Fill in", "[x] Fill in"));
        await scene.say("ana", number, "/close");
      },
    },
  ],
  [
    "a closing that was only warned of",
    {
      play: async (scene, number) => close(scene, number),
      options: { files: { [POLICY_FILE]: "closeGate: warn\n" } },
    },
  ],
  [
    "tries of somebody without rights",
    {
      play: async (scene, number) => {
        await close(scene, number, "cleo");
        await close(scene, number, "cleo");
      },
    },
  ],
  [
    "help that was called by command",
    { play: async (scene, number) => scene.say("bo", number, "/escalate it burns\n/escalate") },
  ],
];

test.each(STORIES)(
  "without its record, Sitrep tells the same of %s",
  async (_, { play, options }) => {
    const scene = await createScene(options);
    const number = await scene.incident("The hub is down.", "cleo");
    await play(scene, number);
    await scene.say("sam", number, "I see.");
    const before = shown(scene, number);
    await lose(scene, number);
    expect(shown(scene, number)).toEqual(before);
  },
);

test("what stayed closed stays so without the record, though the policy would not have it now", async () => {
  const scene = await createScene({ files: { [POLICY_FILE]: "closeGate: off\n" } });
  const number = await scene.incident();
  await close(scene, number);
  await scene.wind(30 * 24 * 60 * MINUTE);
  scene.github.world.setFile(REPO, POLICY_FILE, "closeGate: reopen\n");
  await lose(scene, number);
  await scene.say("ana", number, "I see.");
  expect(scene.issue(number).state).toBe("closed");
  expect(scene.notices(number).filter((text) => text.includes("something is missing"))).toEqual([]);
});

test("what was closed before Sitrep came stays closed", async () => {
  const scene = await createScene({ running: false });
  const number = scene.as("ana").openIssue(REPO, { title: "Old", labels: ["incident"] });
  scene.as("ana").close(REPO, number);
  await scene.start();
  await scene.say("bo", number, "It was the disk.");
  expect(scene.issue(number).state).toBe("closed");
  expect(scene.notices(number).filter((text) => text.includes("something is missing"))).toEqual([]);
});

test("a closing that somebody undid before Sitrep came is remembered, not answered", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.stop();
  scene.as("bo").close(REPO, number);
  scene.as("bo").reopen(REPO, number);
  await scene.start();
  expect(scene.issue(number).state).toBe("open");
  expect(scene.notices(number)).toEqual([]);
  expect(scene.status(number)).toContain("bo closed it while something is missing");
  expect(scene.status(number)).toContain("bo opened it again");
});
