import { expect } from "@jest/globals";
import type { ProjectItemView } from "../../src/sandbox/github/index.ts";
import { type EmbeddedSlack, startEmbeddedSlack } from "../../src/sandbox/slack/index.ts";
import { items, OWN_POLICY, PROJECT } from "./backlog-scene.ts";
import type { DeskSetting } from "./desk-scene.ts";
import type { Scene } from "./scene.ts";

const MINUTE = 60_000;

/** The policy of the story: channels, a project, people, and where it stands who has a duty. */
export const STORY_POLICY = [
  OWN_POLICY,
  "channels: { engineering: '#eng', support: '#support', updates: '#status' }",
  "people: { ana: { slack: U0ANA }, bo: { slack: U0BO }, sam: { slack: U0SAM } }",
  "steward: { team: acme/support, fallback: sam }",
  "manager: { slack: '@leads', fallback: ana }",
  "engineering: [ana, bo]",
  "",
].join("\n");

/** An incident of which Slack and the support desk are told, and which a project follows. */
export interface Outside extends DeskSetting {
  readonly slack: EmbeddedSlack;
}

/** The systems outside, which are there before there is an incident. */
export type Systems = Pick<Outside, "slack" | "desk" | "scene">;

/** A Slack with the story's channels, and the group of its managers. */
export async function startStorySlack(now: () => number): Promise<EmbeddedSlack> {
  const slack = await startEmbeddedSlack({
    channels: [
      { id: "C0ENG", name: "eng" },
      { id: "C0SUPPORT", name: "support" },
      { id: "C0STATUS", name: "status" },
    ],
    now: () => new Date(now()),
  });
  slack.world.setGroups([{ id: "S0LEADS", handle: "leads", users: ["U0SAM"] }]);
  return slack;
}

/** Makes the story's team and project on GitHub. */
export function prepareGitHub({ github }: Scene): void {
  github.world.setTeam("acme/support", ["bo"]);
  github.world.projects.add(PROJECT);
}

/** A step of the process, as people take it. */
export interface StoryStep {
  readonly name: string;
  readonly play: (outside: Outside) => Promise<void>;
}

const say =
  (login: string, text: string): StoryStep["play"] =>
  ({ scene, number }) =>
    scene.say(login, number, text);

const answer =
  (html: string): StoryStep["play"] =>
  ({ desk, ticket }) => {
    desk.world.answerAsCustomer(ticket, html);
    return Promise.resolve();
  };

/** The twelve steps of the process after the declaration, from designating somebody to closing. */
export const STORY: readonly StoryStep[] = [
  { name: "the commander is designated", play: say("ana", "/commander steward") },
  { name: "the liaison is designated", play: say("bo", "/accept\n/liaison @sam") },
  { name: "notes are taken", play: say("bo", "/note the disk is full\n/severity 2") },
  { name: "half an hour passes", play: ({ scene }) => scene.pass(31 * MINUTE) },
  { name: "an expert is called", play: say("bo", "/sme @ana storage") },
  { name: "the community is told", play: say("sam", "/accept\n/update We make room on the disk.") },
  { name: "the community answers", play: answer("<p>Planted answer narwhal: still slow</p>") },
  { name: "another responder has words for them", play: say("ana", "/update It is half done.") },
  { name: "the liaison approves", play: say("sam", "/approve") },
  { name: "the commander hands off", play: say("bo", "/handoff @ana") },
  { name: "the new one accepts", play: say("ana", "/accept") },
  { name: "it is mitigated", play: say("ana", "/mitigated Servers start again.") },
  { name: "it is resolved", play: say("ana", "/resolve The disk has room again.") },
  { name: "the community says so, too", play: answer("<p>Planted answer narwhal: it works</p>") },
  { name: "the liaison confirms", play: say("sam", "/confirm") },
  { name: "the report is filled in", play: say("ana", "/done report") },
  { name: "it is closed", play: say("ana", "/close") },
];

/** How long whatever was down is left alone at most, and a little. */
const PATIENCE = 12 * MINUTE;

/** What each outside system holds, and the issue: nothing of when or in how many tries it came about. */
export interface Outcome {
  /** By name: the messages, and which one they are under. */
  readonly channels: readonly (readonly [string, readonly string[]])[];
  readonly ticket: {
    readonly messages: readonly string[];
    readonly status: number;
    /** Every status that was set, in turn. */
    readonly statuses: readonly unknown[];
  };
  readonly backlog: readonly ProjectItemView[];
  readonly issue: object;
  readonly posts: readonly string[];
}

/** The outcome as it stands. */
export function toOutcome({ slack, desk, messages, status, scene, number }: Outside): Outcome {
  const channels = slack.world.channels().map(({ name, messages: all }) => [
    `#${name}`,
    all.map(({ text, threadTs }) => {
      const head = all.findIndex(({ ts }) => ts === threadTs);
      return threadTs === null ? text : `under ${head}: ${text}`;
    }),
  ]);
  const statuses = desk.calls().flatMap(({ method, status: answered, body }) => {
    return method === "PUT" && answered === 200 ? [(body as { status: unknown }).status] : [];
  });
  const { body, labels, assignees, state, stateReason } = scene.issue(number);
  const issue = { body, labels: labels.toSorted(), assignees: assignees.toSorted(), state };
  const ticket = { messages: messages(), status: status(), statuses };
  const whole = {
    channels,
    ticket,
    backlog: items(scene),
    issue: { ...issue, stateReason },
    // What is told late is told of later.
    posts: scene.notices(number).map((post) => post.replaceAll(/[-\d]+ [\d:]+ UTC/g, "WHEN")),
  };
  // Each desk has a port of its own.
  const text = JSON.stringify(whole).replaceAll(new URL(desk.url).port, "PORT");
  return JSON.parse(text) as Outcome;
}

/** What happens around a step to the systems outside; nothing where a function is left out. */
export interface Trouble {
  readonly before?: (systems: Systems) => void;
  readonly amid?: (outside: Outside) => Promise<void>;
  readonly after?: (systems: Systems) => void;
}

/** Plays a step amid this trouble, which has begun, and then lets pass what Sitrep waits at most before it tries again. Answers the outcome. */
export async function playStep(
  outside: Outside,
  { name, play }: StoryStep,
  { amid, after }: Trouble,
): Promise<object> {
  await play(outside);
  await outside.scene.settle();
  await amid?.(outside);
  after?.(outside);
  await outside.scene.pass(PATIENCE);
  expect(outside.scene.status(outside.number)).not.toMatch(
    /is not well|was not reached|Freshdesk is down/,
  );
  return { [name]: toOutcome(outside) };
}
