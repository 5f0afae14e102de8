import { request } from "node:http";
import type { AddressInfo } from "node:net";
import type { AppState } from "../../../src/sandbox/app/app-state.ts";
import { createBreaker } from "../../../src/sandbox/breaking/breaker.ts";
import { createProjectsOutage } from "../../../src/sandbox/breaking/projects-outage.ts";
import { readTemplates } from "../../../src/sandbox/cast/read-templates.ts";
import { seedDesk, TICKETS } from "../../../src/sandbox/cast/tickets.ts";
import { seedWorld } from "../../../src/sandbox/cast/seed.ts";
import {
  createEmbeddedFreshdesk,
  type EmbeddedFreshdesk,
} from "../../../src/sandbox/freshdesk/index.ts";
import type { EmbeddedGitHub } from "../../../src/sandbox/github/index.ts";
import { type EmbeddedSlack, startEmbeddedSlack } from "../../../src/sandbox/slack/index.ts";
import { SLACK_CHANNELS } from "../../../src/sandbox/cast/slack.ts";
import { createSource } from "../../../src/sandbox/page/create-source.ts";
import { createEventStream } from "../../../src/sandbox/page/http/event-stream.ts";
import { createPageServer } from "../../../src/sandbox/page/http/page-server.ts";
import type { AppDesk } from "../../../src/sandbox/time/app-desk.ts";
import { createDeadlineBook } from "../../../src/sandbox/time/deadline-book.ts";
import type { Deadlines } from "../../../src/sandbox/time/deadlines.ts";
import { createGameClock } from "../../../src/sandbox/time/game-clock.ts";
import type { GameClock } from "../../../src/sandbox/time/game-clock.ts";
import { createWinder } from "../../../src/sandbox/time/winder.ts";
import { createWiretap } from "../../../src/sandbox/wire/wiretap.ts";
import { startEmbeddedGitHub } from "../../support/embedded-github.ts";

/** An answer of the page's server to a raw request. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** The sandbox's page over HTTP without a browser, and without the app: tests play its part as `sitrep[bot]`. */
export interface TestPage {
  readonly url: string;
  readonly github: EmbeddedGitHub;
  readonly slack: EmbeddedSlack;
  readonly freshdesk: EmbeddedFreshdesk;
  readonly firstIssue: number;
  readonly clock: GameClock;
  setApp(state: AppState): void;
  /** What the app tells of every issue from now on. */
  setDeadlines(deadlines: Deadlines): Promise<void>;
  /** How often the app was killed. */
  kills(): number;
  /** The HTML of a path, as somebody sees it. */
  look(path: string, as?: string): Promise<string>;
  act(deed: unknown): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
  /** A request with headers that `fetch` does not let one set. */
  raw(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<RawAnswer>;
  /** Ends it. Rejects when the page made a mistake of its own meanwhile. */
  close(): Promise<void>;
}

function sendRaw(url: string, method: string, headers: Record<string, string>, body: string) {
  return new Promise<RawAnswer>((resolve, reject) => {
    const sent = request(url, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    sent.once("error", reject).end(body);
  });
}

/** Starts the page on the seeded world, at an instant (ms; default: now); close it after the test. */
export async function startPage(startAt?: number): Promise<TestPage> {
  let state: AppState = { kind: "running" };
  let told: Deadlines = { agenda: [], lookAgainAt: null };
  let kills = 0;
  const clock = createGameClock(startAt);
  const mistakes: unknown[] = [];
  const github = await startEmbeddedGitHub({ now: clock.date });
  const slack = await startEmbeddedSlack({ channels: SLACK_CHANNELS, now: clock.date });
  const freshdesk = await createEmbeddedFreshdesk({ now: clock.now });
  const { goBack } = clock;
  seedDesk(freshdesk.world, goBack);
  const ticket = freshdesk.addressOf(TICKETS.outage.id);
  const firstIssue = seedWorld(github.world, {
    files: readTemplates(),
    goBack,
    startAt: clock.now(),
    ticket,
  });
  const stream = createEventStream();
  const changed = (): void => stream.changed();
  const wiretap = createWiretap(github, changed);
  for (const system of [github, slack, freshdesk]) system.subscribe(changed);
  const desk: AppDesk = {
    wind: async () => ({ nextLookAt: null }),
    readDeadlines: async () => told,
  };
  const book = createDeadlineBook({ desk, issues: () => [firstIssue], onChange: changed });
  const isRunning = (): boolean => state.kind === "running";
  const winder = createWinder({ clock, desk, github, isRunning, onStep: changed });
  const kill = (): void => void (kills += 1);
  const source = createSource({
    github,
    slack,
    freshdesk,
    backlog: createProjectsOutage(github, clock.now),
    wiretap,
    stream,
    firstIssue,
    bot: "sitrep[bot]",
    appState: () => state,
    clock,
    winder,
    book,
    breaker: createBreaker({ github, clock, kill, isRunning, onOver: changed }),
    onError: (error) => void mistakes.push(error),
  });
  const server = createPageServer(source);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    github,
    slack,
    freshdesk,
    firstIssue,
    clock,
    setDeadlines: async (deadlines) => {
      told = deadlines;
      await book.refresh();
    },
    kills: () => kills,
    setApp: (next) => {
      state = next;
      stream.changed();
    },
    look: async (path, as = "ana-sre") => {
      const answer = await fetch(url + path, { headers: { cookie: `sandbox-as=${as}` } });
      return answer.text();
    },
    act: async (deed) => {
      const headers = { "content-type": "application/json", origin: url };
      const body = JSON.stringify(deed);
      const answer = await fetch(`${url}/act`, { method: "POST", headers, body });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    raw: (method, path, headers, body = "") => sendRaw(url + path, method, headers, body),
    close: async () => {
      stream.close();
      wiretap.close();
      book.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await Promise.all([github.close(), slack.close(), freshdesk.stop()]);
      if (mistakes.length > 0) throw new AggregateError(mistakes, "The page made mistakes.");
    },
  };
}
