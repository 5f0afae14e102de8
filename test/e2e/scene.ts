import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, expect } from "@jest/globals";
import type { Chat } from "../../src/effects/chat.ts";
import type { Settings } from "../../src/config/index.ts";
import { startSitrep, type Sitrep } from "../../src/index.ts";
import type { StartTimer } from "../../src/queue/clock.ts";
import { createClock } from "../../src/queue/index.ts";
import type {
  EmbeddedGitHub,
  IssueView,
  OpenIssue,
  Permissions,
  Person,
} from "../../src/sandbox/github/index.ts";
import {
  APP_ID,
  APP_PRIVATE_KEY,
  startEmbeddedGitHub,
  WEBHOOK_SECRET,
} from "../support/embedded-github.ts";
import { expectLegalTraffic } from "../support/github-description.ts";

/** The repository of every scene. */
export const REPO = "acme/hubs";

/** The people of every scene and what they may do; `zed` is known to GitHub and has no access. */
export const CAST = {
  ana: "admin",
  bo: "write",
  sam: "maintain",
  tri: "triage",
  cleo: "read",
} as const;

export interface SceneOptions {
  /** Files of the repository, such as its policy. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  /** What the installation grants. Default: all that the App asks for. */
  readonly permissions?: Permissions;
  /** The chat that is told. Default: none is connected. */
  readonly chat?: Chat;
  /** Whether Sitrep runs from the start. Default true. */
  readonly running?: boolean;
}

/** The whole of Sitrep against an embedded GitHub over real HTTP. Only the scene moves its clock: a second for each act. */
export interface Scene {
  readonly github: EmbeddedGitHub;
  readonly installation: number;
  /** The acts of somebody, each a second after the last thing that happened. */
  as(login: string): Person;
  /** Opens an issue as `ana`, or as `by`, and lets Sitrep finish. Returns its number. */
  open(issue: Partial<OpenIssue> & { readonly by?: string }): Promise<number>;
  /** An issue that is an incident already, declared by its opener by label. */
  incident(body?: string, by?: string): Promise<number>;
  /** A comment, and everything that follows from it. */
  say(login: string, number: number, text: string): Promise<void>;
  /** An edit of the top comment by hand, and everything that follows from it. */
  edit(login: string, number: number, change: (body: string) => string): Promise<void>;
  /** Lets every delivery be answered and every look be made, those included that wait to be tried again. */
  settle(): Promise<void>;
  issue(number: number): IssueView;
  /** Sitrep's comments: the status comment first, then the others in order, without marks. */
  posts(number: number): readonly string[];
  /** The text of the status comment that people see, without what is folded away; links to GitHub as their words. */
  status(number: number): string;
  /** Sitrep's comments but for the status comment, in the same form. */
  notices(number: number): readonly string[];
  /** Sitrep's reactions on the newest comment that holds the text. */
  receipts(number: number, text: string): readonly string[];
  /** API calls since the last `forget`, tokens left out, by kind. */
  cost(): { readonly reads: number; readonly writes: number };
  forget(): void;
  /** What the scene's clock shows, ms. */
  now(): number;
  /** Moves the clock, and lets what is due then happen. */
  wind(ms: number): Promise<void>;
  /** Moves the clock from one thing that is due to the next, so that each happens in its time. */
  pass(ms: number): Promise<void>;
  /** Stops Sitrep, and starts it anew, with the same GitHub. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** One look more at every incident writes nothing, now and an hour later; and nothing was said twice. */
  expectSettled(): Promise<void>;
  close(): Promise<void>;
}

// What is due happens with the next turn of the event loop: after a wind, one turn is enough to see it begin.
const startTimer: StartTimer = (ms, fn) => {
  if (ms > 0) {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  }
  const soon = setImmediate(fn);
  return () => clearImmediate(soon);
};

const BOT = "sitrep[bot]";
const START = Date.parse("2026-03-06T14:00:00Z");
const isStatus = (body: string): boolean => /^<!-- sitrep:record/m.test(body);
const withoutMarks = (body: string): string => body.replace(/\n*^<!-- sitrep:[^]*$/m, "");

const withoutLinks = (text: string): string =>
  text.replaceAll(/\[([^\]]+)\]\(http:\/\/127[^)]*\)/g, "$1");

function seed(github: EmbeddedGitHub, { files, permissions }: SceneOptions): number {
  const { world } = github;
  world.addUser({ login: "acme", type: "Organization" });
  for (const login of [...Object.keys(CAST), "zed"]) world.addUser({ login });
  world.addRepository({ owner: "acme", name: "hubs", files: files ?? {} });
  for (const [login, role] of Object.entries(CAST)) world.setPermission(REPO, login, role);
  return world.installApp("acme", ["hubs"], permissions && { permissions });
}

/** Makes a scene; close it after the test. */
export async function createScene(options: SceneOptions = {}): Promise<Scene> {
  let at = START;
  const clock = createClock({ now: () => at, startTimer });
  const github = await startEmbeddedGitHub({ now: () => new Date(at) });
  const installation = seed(github, options);
  const { world } = github;
  let sitrep: Sitrep | null = null;

  const settings: Settings = {
    appId: APP_ID,
    privateKey: APP_PRIVATE_KEY,
    webhookSecret: WEBHOOK_SECRET,
    baseUrl: `${github.url}/api/v3`,
    host: "127.0.0.1",
    port: 0,
    webhookPath: "/api/github/webhooks",
    logLevel: (process.env["SCENE_LOG"] as "info" | undefined) ?? "fatal",
    logFormat: "json",
    concurrency: 8,
    sweepMinutes: 10,
    ...options.settings,
  };

  async function start(): Promise<void> {
    sitrep = await startSitrep(settings, {
      clock,
      ...(options.chat === undefined ? {} : { chat: options.chat }),
    });
    github.setWebhookUrl(`http://127.0.0.1:${sitrep.port}${settings.webhookPath}`);
    // The first sweep runs by itself.
    while (sitrep.sweeper.reached() === null) await nextTurn();
    await settle();
  }

  async function stop(): Promise<void> {
    github.setWebhookUrl(null);
    await sitrep?.close();
    sitrep = null;
  }

  async function settle(): Promise<void> {
    for (let round = 0, before = -1; round < 200; round++) {
      await github.idle();
      await sitrep?.sweeper.idle();
      await sitrep?.policyPushes.idle();
      await sitrep?.queue.idle();
      const stats = await sitrep?.queue.stats();
      const due = stats?.oldestDueAt ?? null;
      // What failed is tried again, and what is to be looked at once more is; deadlines wait until the clock is wound.
      const wait = (stats?.failures ?? 0) > 0 ? 10 * 60_000 : 2000;
      if (due !== null && due > at && due - at <= wait) {
        at = due;
        clock.changed();
        continue;
      }
      if (github.snapshot() === before) return;
      before = github.snapshot();
    }
    throw new Error("Sitrep does not come to rest");
  }

  async function wind(ms: number): Promise<void> {
    at += ms;
    clock.changed();
    await nextTurn();
    await settle();
  }

  async function pass(ms: number): Promise<void> {
    const until = at + ms;
    for (;;) {
      const due = (await sitrep?.queue.stats())?.oldestDueAt ?? null;
      if (due === null || due > until) break;
      await wind(Math.max(due - at, 1));
    }
    await wind(Math.max(until - at, 0));
  }

  /** One look more at every incident changes nothing and writes nothing. */
  async function expectNothingLeft(): Promise<void> {
    const before = world.issues(REPO);
    const written = github.calls.count("write");
    await sitrep?.sweeper.once();
    await settle();
    expect(github.calls.count("write")).toBe(written);
    expect(world.issues(REPO)).toEqual(before);
  }

  const bots = (number: number) =>
    world.issue(REPO, number).comments.filter((comment) => comment.author === BOT);

  const scene: Scene = {
    github,
    installation,
    as: (login) => {
      at += 1000;
      return world.as(login);
    },
    open: async ({ by = "ana", title = "Hub is down", ...rest }) => {
      const number = scene.as(by).openIssue(REPO, { title, ...rest });
      await settle();
      return number;
    },
    incident: async (body = "The hub is down for everyone.", by = "ana") => {
      const number = scene.as(by).openIssue(REPO, { title: "Hub is down", body });
      scene.as("ana").addLabel(REPO, number, "incident");
      await settle();
      return number;
    },
    say: async (login, number, text) => {
      scene.as(login).comment(REPO, number, text);
      await settle();
    },
    edit: async (login, number, change) => {
      scene.as(login).editBody(REPO, number, change(world.issue(REPO, number).body));
      await settle();
    },
    settle,
    issue: (number) => world.issue(REPO, number),
    posts: (number) => bots(number).map((comment) => withoutMarks(comment.body)),
    status: (number) => {
      const found = bots(number).filter((comment) => isStatus(comment.body));
      expect(found).toHaveLength(1);
      const text = withoutMarks(found[0]?.body ?? "").replace(/<details>[^]*/, "");
      return withoutLinks(text);
    },
    notices: (number) =>
      bots(number)
        .filter((comment) => !isStatus(comment.body))
        .map((comment) => withoutLinks(withoutMarks(comment.body))),
    receipts: (number, text) => {
      const said = world
        .issue(REPO, number)
        .comments.findLast((one) => one.author !== BOT && one.body.includes(text));
      return (said?.reactions ?? [])
        .filter((reaction) => reaction.login === BOT)
        .map((reaction) => reaction.content);
    },
    cost: () => ({ reads: github.calls.count("read"), writes: github.calls.count("write") }),
    forget: () => github.calls.clear(),
    now: () => at,
    wind,
    pass,
    stop,
    start,
    expectSettled: async () => {
      await settle();
      await expectNothingLeft();
      // What is due within the hour is done then; and after that, nothing is left again.
      await wind(60 * 60_000);
      await expectNothingLeft();
      const before = world.issues(REPO);
      for (const { number } of before) {
        const marks = bots(number).flatMap(({ body }) => /^<!-- sitrep:post .*/m.exec(body) ?? []);
        expect(marks).toEqual([...new Set(marks)]);
        expect(bots(number).filter(({ body }) => isStatus(body)).length).toBeLessThan(2);
      }
    },
    close: async () => {
      try {
        await stop();
        expectLegalTraffic(github);
      } finally {
        await github.close();
      }
    },
  };
  if (options.running !== false) {
    await start().catch(async (error: unknown) => {
      await github.close();
      throw error;
    });
  }
  return scene;
}

/** Gives a test file its scenes: each is settled, checked against GitHub's descriptions and closed after its test. */
export function useScenes(): (options?: SceneOptions) => Promise<Scene> {
  const scenes: Scene[] = [];
  afterEach(async () => {
    const opened = scenes.splice(0);
    try {
      for (const scene of opened) await scene.expectSettled();
    } finally {
      await Promise.all(opened.map((scene) => scene.close()));
    }
  });
  return async (options) => {
    const scene = await createScene(options);
    scenes.push(scene);
    return scene;
  };
}
