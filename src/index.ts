import { readFileSync } from "node:fs";
import type { Chat } from "./effects/chat.ts";
import type { Settings } from "./config/index.ts";
import { readPolicy, toServer } from "./config/index.ts";
import type { IncidentKey } from "./incident/key.ts";
import type { Policy } from "./incident/policy.ts";
import { connectOutside } from "./connections.ts";
import { toReadyCheck } from "./doctor/ready.ts";
import { toWanted } from "./doctor/wanted.ts";
import { createGranted } from "./integrations/github/read-app.ts";
import { createReach } from "./integrations/github/reach.ts";
import { createGitHub } from "./integrations/github/index.ts";
import {
  createAppAccess,
  createSitrepProbot,
  createTokenCache,
} from "./integrations/github/create-probot.ts";
import { toLoggedError } from "./integrations/github/logged-error.ts";
import { renderDeadline } from "./messages/index.ts";
import {
  createInProcessQueue,
  createClock,
  createWoundClock,
  type Clock,
  type Queue,
} from "./queue/index.ts";
import {
  createDebtLook,
  createDutySources,
  createLook,
  createMemory,
  createPolicyPushes,
  createSweeper,
  type LookReport,
  type Memory,
  type PolicyPushes,
  type Sweeper,
} from "./reconcile/index.ts";
import { createApp } from "./webhooks/app.ts";
import { createProbotReceiver } from "./webhooks/probot-receiver.ts";
import { toReady } from "./ready.ts";
import { createSandboxDesk } from "./webhooks/sandbox-desk.ts";
import { createSandboxRoutes } from "./webhooks/sandbox-routes.ts";
import { createWebhookServer } from "./webhooks/server.ts";

/** A running Sitrep. */
export interface Sitrep {
  readonly port: number;
  readonly queue: Queue;
  readonly sweeper: Sweeper;
  readonly policyPushes: PolicyPushes;
  /** Takes no more deliveries, finishes the looks under way, and leaves the rest to the next process's sweep. */
  close(): Promise<void>;
}

export interface SitrepOptions {
  readonly clock?: Clock;
  /** The chat that is told, of any owner's incidents. Default: the one of the settings, of its owners'. */
  readonly chat?: Chat;
}

const DEFAULT_LABELS = readPolicy(null).policy.labels;

const toKnown = (memory: Memory, botLogin: string) => ({
  botLogin,
  isIncident: (key: IncidentKey) => memory.isIncident(key),
  isIncidentLabel: (owner: string, repo: string, label: string): boolean =>
    (memory.labelsOf(owner, repo) ?? DEFAULT_LABELS).some(
      (name) => name.toLowerCase() === label.toLowerCase(),
    ),
});

const inWords = (agenda: LookReport["agenda"], policy: Policy | null, server: string) =>
  policy === null
    ? []
    : agenda.map((item) => ({ ...item, ...renderDeadline(item, policy, { server }) }));

/** Starts Sitrep as the GitHub App of these settings. Rejects when its credentials do not work or its port is taken. */
export async function startSitrep(
  settings: Settings,
  options: SitrepOptions = {},
): Promise<Sitrep> {
  const { sandbox = null } = settings;
  const wound = sandbox && createWoundClock(sandbox.clockOffset);
  const { clock = wound ?? createClock() } = options;
  const tokens = createTokenCache();
  const probot = createSitrepProbot(settings, tokens);
  // Probot has no log before it is ready. Errors carry requests with their headers, which belong in no log.
  const ready = await probot.ready();
  const log = ready.log.child({}, { serializers: { err: toLoggedError } });
  const access = createAppAccess(probot);
  const botLogin = await access.readLogin();
  const isReached = createReach(access, clock.now);
  const readGranted = createGranted(probot, clock.now);
  const wanted = toWanted(readFileSync(new URL("../app.yml", import.meta.url), "utf8"));
  const memory = createMemory();
  const github = createGitHub({
    octokitOf: (installation) => probot.auth(installation),
    forgetToken: (installation) => tokens.forget(installation),
    now: clock.now,
    secret: settings.webhookSecret,
  });
  const outside = connectOutside(settings, { github, chat: options.chat, now: clock.now });
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
  const policyPushes = createPolicyPushes({
    github,
    queue,
    memory,
    server: toServer(settings.baseUrl),
    onUnable: (error) => log.debug({ err: error }, "a policy could not be checked"),
  });
  await probot.load(
    createApp({
      enqueue: (key) => queue.add(key),
      known: toKnown(memory, botLogin),
      pushed: (push) => policyPushes.take(push),
      proposed: (proposal) => policyPushes.consider(proposal),
      onError: (error, id) =>
        log.error({ err: error, delivery: id }, "a delivery was not understood"),
    }),
  );
  const desk = wound && createSandboxDesk({ clock: wound, queue, sweeper });
  const onError = (error: unknown, id: string | null): void =>
    log.error({ err: error, delivery: id }, "an answer failed");
  const server = createWebhookServer({
    receiver: await createProbotReceiver(probot),
    ready: async () => {
      const swept = sweeper.reached();
      const reached = swept === true ? await isReached() : swept;
      const app = toReadyCheck(reached === true ? await readGranted() : null, wanted);
      const seen = { reached, app, outside: outside.checks() };
      return toReady(seen, await queue.stats(), clock.now());
    },
    onError,
    onDelivery: (outcome) => log.debug(outcome, "delivery"),
    host: settings.host,
    port: settings.port,
    path: settings.webhookPath,
    ...(sandbox && desk && { routes: createSandboxRoutes(sandbox.token, desk, onError) }),
  });
  const pages = toServer(settings.baseUrl);
  const keepDebt = createDebtLook({
    github,
    memory,
    queue,
    now: clock.now,
    server: pages,
    onDebt: (report) => log.info(report, "looked at the report debt"),
  });
  const look = createLook({
    github,
    memory,
    queue,
    chatOf: outside.chatOf,
    ticketsOf: outside.ticketsOf,
    duties: createDutySources(outside.askSource, clock.now),
    now: clock.now,
    server: pages,
    onLook: ({ agenda, dueAt, policy, ...report }) => {
      const words = inWords(agenda, policy, pages);
      desk?.note({ key: report.key, agenda: words, lookAgainAt: dueAt });
      log.info(report, "looked");
    },
  });
  await queue.start((key) => (key.number === null ? keepDebt(key) : look(key)));
  const port = await server.listen();
  log.info({ port, path: settings.webhookPath, app: botLogin }, "Sitrep is running");
  sweeper.start();
  return {
    port,
    queue,
    sweeper,
    policyPushes,
    close: async () => {
      const swept = sweeper.stop();
      await server.close();
      await Promise.all([swept, queue.stop()]);
    },
  };
}
