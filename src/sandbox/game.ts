import { randomBytes } from "node:crypto";
import { toAppEnvironment } from "./app/app-environment.ts";
import { createAppProcess } from "./app/app-process.ts";
import { createCredentials } from "./app/credentials.ts";
import { createBreaker } from "./breaking/breaker.ts";
import { createProjectsOutage } from "./breaking/projects-outage.ts";
import { readRepositoryFiles } from "./cast/read-files.ts";
import { REPOSITORY, seedWorld } from "./cast/seed.ts";
import { SLACK_CHANNELS } from "./cast/slack.ts";
import { seedDesk, TICKETS } from "./cast/tickets.ts";
import { findFreePort } from "./free-port.ts";
import { createEmbeddedFreshdesk } from "./freshdesk/index.ts";
import { createEmbeddedGitHub } from "./github/index.ts";
import type { EmbeddedGitHub } from "./github/index.ts";
import type { SourceParts } from "./page/create-source.ts";
import { createEventStream } from "./page/http/event-stream.ts";
import { startEmbeddedSlack } from "./slack/index.ts";
import { createAppDesk } from "./time/app-desk.ts";
import { createDeadlineBook } from "./time/deadline-book.ts";
import { createGameClock } from "./time/game-clock.ts";
import type { GameClock } from "./time/game-clock.ts";
import { createWinder } from "./time/winder.ts";
import { createWiretap } from "./wire/wiretap.ts";

/** How a game is set up. */
export interface GameOptions {
  /** The script that is run as the app. */
  readonly entry: string;
  /** When it begins, ms since 1970 UTC; undefined: now. */
  readonly startAt: number | undefined;
  readonly log: (line: string) => void;
}

/** Everything but the page: the embedded GitHub with its world, the app against it, and what winds and breaks them. */
export interface Game extends SourceParts {
  /** Starts the app. */
  start(): void;
  close(): Promise<void>;
}

const SLUG = "sitrep";
const BOT = `${SLUG}[bot]`;
/** How many calls and deliveries the page remembers. */
const KEEP = 500;

/** The lines of the app's log that a person at the terminal should see: warnings, errors, and what is no log line at all. */
function isAlarming(line: string): boolean {
  const level = /"level":\s*"?(\w+)/.exec(line)?.[1] ?? "error";
  return /^(warn|error|fatal|[456]0)$/.test(level);
}

async function startFreshdesk(clock: GameClock) {
  const freshdesk = await createEmbeddedFreshdesk({ now: clock.now });
  seedDesk(freshdesk.world, clock.goBack);
  return freshdesk;
}

async function startGitHub(clock: GameClock, ticket: string) {
  const credentials = await createCredentials();
  const github = await createEmbeddedGitHub({
    webhookUrl: null,
    webhookSecret: credentials.webhookSecret,
    app: { id: credentials.appId, slug: SLUG, publicKey: credentials.publicKey },
    now: clock.date,
    keep: KEEP,
  });
  const firstIssue = seedWorld(github.world, {
    files: readRepositoryFiles(),
    goBack: clock.goBack,
    startAt: clock.now(),
    ticket,
  });
  github.deliveries.clear();
  return { github, credentials, firstIssue };
}

/** The issues in which Sitrep has said something. */
const findIncidents = ({ world }: EmbeddedGitHub): readonly number[] =>
  world
    .issues(REPOSITORY)
    .filter(({ comments }) => comments.some(({ author }) => author === BOT))
    .map(({ number }) => number);

/** Sets up a game; its app is not started yet. */
export async function createGame({ entry, startAt, log }: GameOptions): Promise<Game> {
  const clock = createGameClock(startAt);
  const freshdesk = await startFreshdesk(clock);
  const ticket = freshdesk.addressOf(TICKETS.outage.id);
  const { github, credentials, firstIssue } = await startGitHub(clock, ticket);
  const slack = await startEmbeddedSlack({ channels: SLACK_CHANNELS, now: clock.date });
  const token = randomBytes(24).toString("hex");
  const port = await findFreePort(0);
  const place = { githubUrl: github.url, slack, freshdesk, port, token };
  const appUrl = `http://127.0.0.1:${port}`;
  github.setWebhookUrl(`${appUrl}/api/github/webhooks`);

  const stream = createEventStream();
  const desk = createAppDesk(appUrl, token);
  const issues = (): readonly number[] => findIncidents(github);
  const book = createDeadlineBook({ desk, issues, onChange: () => stream.changed() });
  const moved = (): void => {
    stream.changed();
    book.refreshSoon();
  };
  const wiretap = createWiretap(github, moved);
  const unsubscribe = [
    github.subscribe(moved),
    ...[slack, freshdesk].map((system) => system.subscribe(() => stream.changed())),
  ];
  const app = createAppProcess({
    entry,
    env: () =>
      toAppEnvironment(credentials, { ...place, clockOffset: clock.offset() }, process.env),
    readyUrl: `${appUrl}/readyz`,
    onChange: moved,
    onLine: (line) => isAlarming(line) && log(`[sitrep] ${line}`),
  });
  const isRunning = (): boolean => app.state().kind === "running";
  return {
    github,
    slack,
    freshdesk,
    backlog: createProjectsOutage(github, clock.now),
    wiretap,
    stream,
    firstIssue,
    clock,
    book,
    bot: BOT,
    appState: app.state,
    winder: createWinder({ clock, desk, github, isRunning, onStep: moved }),
    breaker: createBreaker({ github, clock, kill: app.kill, isRunning, onOver: moved }),
    onError: (error) => log(`[sandbox] ${error instanceof Error ? error.stack : String(error)}`),
    start: app.start,
    close: async () => {
      for (const stop of unsubscribe) stop();
      book.close();
      wiretap.close();
      stream.close();
      await app.stop();
      await Promise.all([github.close(), slack.close(), freshdesk.stop()]);
    },
  };
}
