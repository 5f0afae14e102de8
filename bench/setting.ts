import type { Settings } from "../src/config/index.ts";
import { startSitrep, type Sitrep } from "../src/index.ts";
import type { IncidentKey } from "../src/incident/key.ts";
import { createGitHub, type GitHub } from "../src/integrations/github/index.ts";
import { createSitrepProbot, createTokenCache } from "../src/integrations/github/create-probot.ts";
import { createClock } from "../src/queue/index.ts";
import type { EmbeddedGitHub, Person } from "../src/sandbox/github/index.ts";
import { createDutySources, createLook, createMemory } from "../src/reconcile/index.ts";
import {
  APP_ID,
  APP_PRIVATE_KEY,
  startEmbeddedGitHub,
  WEBHOOK_SECRET,
} from "../test/support/embedded-github.ts";

/** The repository of every measurement. */
export const REPO = "acme/hubs";

/** An embedded GitHub with a small team, and a clock that moves a second with each act. */
export interface Setting {
  readonly github: EmbeddedGitHub;
  readonly installation: number;
  readonly settings: Settings;
  now(): number;
  /** Moves the clock. */
  wind(ms: number): void;
  as(login: string): Person;
  /** An issue by `ana` that carries the declaring label; returns its number. */
  incident(body?: string): number;
  /** Runs Sitrep, with deliveries over HTTP. */
  run(): Promise<Running>;
  /** A look that can be called by itself, in a process that knows nothing yet. */
  looker(): Looker;
  close(): Promise<void>;
}

/** A Sitrep that runs. */
export interface Running {
  readonly sitrep: Sitrep;
  /** Resolves when every delivery is answered and every look is made. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** One look at an issue, and the calls that it makes GitHub with. */
export interface Looker {
  readonly gitHub: GitHub;
  keyOf(number: number): IncidentKey;
  look(number: number): Promise<void>;
}

const START = Date.parse("2026-03-06T14:00:00Z");
const PATH = "/api/github/webhooks";

const toSettings = (url: string): Settings => ({
  appId: APP_ID,
  privateKey: APP_PRIVATE_KEY,
  webhookSecret: WEBHOOK_SECRET,
  baseUrl: `${url}/api/v3`,
  host: "127.0.0.1",
  port: 0,
  webhookPath: PATH,
  logLevel: "fatal",
  logFormat: "json",
  concurrency: 8,
  sweepMinutes: 1440,
});

function seed({ world }: EmbeddedGitHub): number {
  world.addRepository({ owner: "acme", name: "hubs" });
  for (const login of ["ana", "bo", "sam", "tess"]) {
    world.addUser({ login });
    world.setPermission(REPO, login, login === "ana" ? "admin" : "write");
  }
  return world.installApp("acme", ["hubs"]);
}

/** Makes a setting; close it in the end. */
export async function createSetting(): Promise<Setting> {
  let at = START;
  const clock = createClock({ now: () => at });
  const github = await startEmbeddedGitHub({ now: () => new Date(at) });
  const installation = seed(github);
  const settings = toSettings(github.url);
  const wind = (ms: number): void => {
    at += ms;
    clock.changed();
  };
  const as = (login: string): Person => {
    wind(1000);
    return github.world.as(login);
  };

  async function settle(sitrep: Sitrep): Promise<void> {
    for (let before = -1; before !== github.snapshot();) {
      before = github.snapshot();
      await github.idle();
      await sitrep.sweeper.idle();
      await sitrep.queue.idle();
      const due = (await sitrep.queue.stats()).oldestDueAt;
      if (due !== null && due > at && due - at < 60_000) wind(due - at);
    }
  }

  return {
    github,
    installation,
    settings,
    now: () => at,
    wind,
    as,
    incident: (body = "The hub is down for everyone.") => {
      const number = as("ana").openIssue(REPO, { title: "Hub is down", body });
      as("ana").addLabel(REPO, number, "incident");
      return number;
    },
    run: async () => {
      const sitrep = await startSitrep(settings, { clock });
      github.setWebhookUrl(`http://127.0.0.1:${sitrep.port}${PATH}`);
      await settle(sitrep);
      return {
        sitrep,
        settle: () => settle(sitrep),
        stop: async () => {
          github.setWebhookUrl(null);
          await sitrep.close();
        },
      };
    },
    looker: () => createLooker(settings, installation, clock.now),
    close: () => github.close(),
  };
}

function createLooker(settings: Settings, installation: number, now: () => number): Looker {
  const tokens = createTokenCache();
  const probot = createSitrepProbot(settings, tokens);
  const gitHub = createGitHub({
    octokitOf: (id) => probot.auth(id),
    forgetToken: (id) => tokens.forget(id),
    now,
    secret: settings.webhookSecret,
  });
  const memory = createMemory();
  const server = settings.baseUrl.replace("/api/v3", "");
  const look = createLook({
    github: gitHub,
    memory,
    // What is kept for all of the repository's incidents is no part of a look.
    queue: { add: async () => {} },
    now,
    server,
    chatOf: () => null,
    ticketsOf: () => null,
    duties: createDutySources((key, { name }) => gitHub.readTeam(key, name), now),
    onLook: () => {},
  });
  const keyOf = (number: number): IncidentKey => ({
    installation,
    owner: "acme",
    repo: "hubs",
    number,
  });
  return {
    gitHub,
    keyOf,
    look: async (number) => {
      await probot.ready();
      await look(keyOf(number));
    },
  };
}
