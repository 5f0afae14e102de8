import type { Settings } from "./config/index.ts";
import { readPolicy } from "./config/index.ts";
import type { IncidentKey } from "./incident/key.ts";
import { createReach } from "./integrations/github/reach.ts";
import { createGitHub } from "./integrations/github/index.ts";
import {
  createAppAccess,
  createSitrepProbot,
  createTokenCache,
} from "./integrations/github/create-probot.ts";
import { createInProcessQueue, createClock, type Clock, type Queue } from "./queue/index.ts";
import {
  createLook,
  createMemory,
  createSweeper,
  type Memory,
  type Sweeper,
} from "./reconcile/index.ts";
import { createApp } from "./webhooks/app.ts";
import { createProbotReceiver } from "./webhooks/probot-receiver.ts";
import type { ReadyReport } from "./webhooks/readiness.ts";
import { createWebhookServer } from "./webhooks/server.ts";

/** A running Sitrep. */
export interface Sitrep {
  readonly port: number;
  readonly queue: Queue;
  readonly sweeper: Sweeper;
  /** Takes no more deliveries, finishes the looks under way, and leaves the rest to the next process's sweep. */
  close(): Promise<void>;
}

export interface SitrepOptions {
  readonly clock?: Clock;
}

const DEFAULT_LABELS = readPolicy(null).policy.labels;

const toKnown = (memory: Memory, botLogin: string) => ({
  botLogin,
  isIncident: (key: IncidentKey) => memory.isIncident(key),
  isDeclaringLabel: (owner: string, repo: string, label: string): boolean =>
    (memory.labelsOf(owner, repo) ?? DEFAULT_LABELS).some(
      (name) => name.toLowerCase() === label.toLowerCase(),
    ),
});

/** Where GitHub's pages are, from where its REST API is. */
export const toServer = (baseUrl: string): string =>
  baseUrl === "https://api.github.com" ? "https://github.com" : baseUrl.replace(/\/api\/v3$/, "");

/** Starts Sitrep as the GitHub App of these settings. Rejects when its credentials do not work or its port is taken. */
export async function startSitrep(
  settings: Settings,
  options: SitrepOptions = {},
): Promise<Sitrep> {
  const { clock = createClock() } = options;
  const tokens = createTokenCache();
  const probot = createSitrepProbot(settings, tokens);
  // Probot has no log before it is ready.
  const { log } = await probot.ready();
  const access = createAppAccess(probot);
  const botLogin = await access.readLogin();
  const isReached = createReach(access, clock.now);
  const memory = createMemory();
  const github = createGitHub({
    octokitOf: (installation) => probot.auth(installation),
    forgetToken: (installation) => tokens.forget(installation),
    now: clock.now,
    secret: settings.webhookSecret,
  });
  const queue = createInProcessQueue({
    clock,
    concurrency: settings.concurrency,
    onFailure: ({ key, error, failures, retryAt }) =>
      log.warn({ key, err: error, failures, retryAt }, "a look failed"),
  });
  const sweeper = createSweeper({
    github,
    queue,
    memory,
    clock,
    everyMs: settings.sweepMinutes * 60_000,
    installations: () => access.listInstallations(),
    onSweep: ({ repositories, incidents, errors }) => {
      log.info({ repositories, incidents, errors: errors.length }, "swept");
      for (const error of errors) log.warn({ err: error }, "an installation could not be swept");
    },
    onError: (error) => log.warn({ err: error }, "the installations could not be listed"),
  });
  await probot.load(
    createApp({
      enqueue: (key) => queue.add(key),
      known: toKnown(memory, botLogin),
      onError: (error, id) =>
        log.error({ err: error, delivery: id }, "a delivery was not understood"),
    }),
  );
  const server = createWebhookServer({
    receiver: await createProbotReceiver(probot),
    ready: async () => {
      const swept = sweeper.reached();
      const reached = swept === true ? await isReached() : swept;
      return toReady(reached, await queue.stats(), clock.now());
    },
    onError: (error, id) => log.error({ err: error, delivery: id }, "an answer failed"),
    onDelivery: (outcome) => log.debug(outcome, "delivery"),
    host: settings.host,
    port: settings.port,
    path: settings.webhookPath,
  });
  await queue.start(
    createLook({
      github,
      memory,
      now: clock.now,
      server: toServer(settings.baseUrl),
      onLook: (report) => log.info(report, "looked"),
    }),
  );
  const port = await server.listen();
  log.info({ port, path: settings.webhookPath, app: botLogin }, "Sitrep is running");
  sweeper.start();
  return {
    port,
    queue,
    sweeper,
    close: async () => {
      const swept = sweeper.stop();
      await server.close();
      await Promise.all([swept, queue.stop()]);
    },
  };
}

// A queue whose first key has been due this long does not keep up.
const LATE_MS = 5 * 60_000;

function toReady(
  reached: boolean | null,
  stats: Awaited<ReturnType<Queue["stats"]>>,
  now: number,
): ReadyReport {
  const late = stats.oldestDueAt !== null && now - stats.oldestDueAt > LATE_MS;
  const says = {
    true: "GitHub accepts the App's credentials.",
    false: "GitHub was not reached, or does not accept the App's credentials. The log says why.",
    null: "GitHub has not answered yet.",
  };
  return {
    checks: {
      github: { isOk: reached === true, says: says[`${reached}`] },
      queue: {
        isOk: !late,
        says: late ? "Looks have been due for more than five minutes." : "The queue runs.",
      },
    },
  };
}
