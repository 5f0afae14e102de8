import { readFileSync } from "node:fs";
import type { Chat } from "./effects/chat.ts";
import type { Tickets } from "./effects/tickets.ts";
import type { Settings } from "./config/index.ts";
import { isServed, readPolicy } from "./config/index.ts";
import type { DutySource, SourceTold } from "./incident/duty.ts";
import type { IncidentKey } from "./incident/key.ts";
import type { Policy } from "./incident/policy.ts";
import { createFreshdesk } from "./integrations/freshdesk/index.ts";
import { createReadGroup, createSlack } from "./integrations/slack/index.ts";
import { toReadyCheck } from "./doctor/ready.ts";
import { toWanted } from "./doctor/wanted.ts";
import { createGranted } from "./integrations/github/read-app.ts";
import { createReach } from "./integrations/github/reach.ts";
import { createGitHub, type GitHub } from "./integrations/github/index.ts";
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
import type { ReadyCheck, ReadyReport } from "./webhooks/readiness.ts";
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

/** Where GitHub's pages are, from where its REST API is. */
export const toServer = (baseUrl: string): string =>
  baseUrl === "https://api.github.com" ? "https://github.com" : baseUrl.replace(/\/api\/v3$/, "");

const inWords = (agenda: LookReport["agenda"], policy: Policy | null, server: string) =>
  policy === null
    ? []
    : agenda.map((item) => ({ ...item, ...renderDeadline(item, policy, { server }) }));

/** Whoever installs the App is served on GitHub; outside of it only those whom the operator named. */
function toChatOf(
  { slack = null, owners }: Settings,
  { chat: given }: SitrepOptions,
  now: () => number,
): (key: IncidentKey) => Chat | null {
  if (given !== undefined) return () => given;
  if (slack === null) return () => null;
  const chat = createSlack({ ...slack, now });
  return ({ owner }) => (isServed(owner, owners) ? chat : null);
}

/** The support desk of the settings, for the same owners. */
function toTicketsOf(
  { freshdesk = null, owners }: Settings,
  now: () => number,
): (key: IncidentKey) => Tickets | null {
  if (freshdesk === null) return () => null;
  const tickets = createFreshdesk({ ...freshdesk, now });
  return ({ owner }) => (isServed(owner, owners) ? tickets : null);
}

// A look waits for it: who has a duty is not worth more.
const GROUP_TIMEOUT_MS = 3000;

/** Who is in a team or a group, for the owners who are served by it. */
function toAskSource(
  { slack = null, owners }: Settings,
  github: Pick<GitHub, "readTeam">,
  now: () => number,
): (key: IncidentKey, source: DutySource) => Promise<SourceTold> {
  const readGroup = slack && createReadGroup({ ...slack, now, timeoutMs: GROUP_TIMEOUT_MS });
  return async (key, { kind, name }) => {
    if (kind === "team") return github.readTeam(key, name);
    if (readGroup !== null && isServed(key.owner, owners)) return readGroup(name);
    return { kind: "failed", why: "Slack is not connected for this repository." };
  };
}

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
      return toReady({ reached, app }, await queue.stats(), clock.now());
    },
    onError,
    onDelivery: (outcome) => log.debug(outcome, "delivery"),
    host: settings.host,
    port: settings.port,
    path: settings.webhookPath,
    ...(sandbox && desk && { routes: createSandboxRoutes(sandbox.token, desk, onError) }),
  });
  const pages = toServer(settings.baseUrl);
  await queue.start(
    createLook({
      github,
      memory,
      chatOf: toChatOf(settings, options, clock.now),
      ticketsOf: toTicketsOf(settings, clock.now),
      duties: createDutySources(toAskSource(settings, github, clock.now), clock.now),
      now: clock.now,
      server: pages,
      onLook: ({ agenda, policy, ...report }) => {
        desk?.note({ ...report, agenda: inWords(agenda, policy, pages) });
        log.info(report, "looked");
      },
    }),
  );
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

// A queue whose first key has been due this long does not keep up.
const LATE_MS = 5 * 60_000;

function toReady(
  { reached, app }: { readonly reached: boolean | null; readonly app: ReadyCheck },
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
      app,
      queue: {
        isOk: !late,
        says: late ? "Looks have been due for more than five minutes." : "The queue runs.",
      },
    },
  };
}
