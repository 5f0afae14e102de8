import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { setTimeout as pause } from "node:timers/promises";
import type { CallMatcher, EmbeddedGitHub } from "../../src/sandbox/github/index.ts";
import { startEmbeddedGitHub } from "../support/embedded-github.ts";
import { expectLegalTraffic } from "../support/github-description.ts";
import { HABITS } from "../support/play/next-act.ts";
import { addCast, startPlay, type Play } from "../support/play/play.ts";
import { createRandom, seedFrom, type Random } from "../support/random.ts";
import {
  environmentFor,
  startSitrepProcess,
  type SitrepProcess,
} from "../support/sitrep-process.ts";
import { until } from "../support/until.ts";

const SEED = seedFrom(20_260_306);
const REPO = "acme/hubs";
const ACTS = 50;

/** When a life of Sitrep ends: as one of its calls arrives, at some moment, or with nothing left to do. */
type Death =
  | {
      readonly kind: "call";
      readonly name: string;
      readonly match: CallMatcher;
      /** So many of these calls are let through first. */
      readonly skip: number;
      /** Before it takes effect, or after, but before its answer. */
      readonly when: "before" | "after";
    }
  | { readonly kind: "moment"; readonly ms: number }
  | { readonly kind: "idle" };

const CALLS: Readonly<Record<string, CallMatcher>> = {
  prepare: ({ fields }) => fields.includes("createLabel") || fields[0] === "addComment",
  pin: ({ path }) => path.endsWith("/pin"),
  apply: ({ kind, fields }) => kind === "write" && fields.includes("updateIssueComment"),
  look: ({ kind, fields }) => kind === "read" && fields.includes("viewer"),
  rights: ({ path }) => path.endsWith("/permission"),
  token: ({ kind }) => kind === "token",
};

function deathAt(random: Random, name: string): Death {
  const match = CALLS[name] ?? (() => true);
  const skip = name === "apply" || name === "look" ? random.between(0, 2) : 0;
  return { kind: "call", name, match, skip, when: random.pick(["before", "after"] as const) };
}

/** Sixteen deaths; an issue is opened before the first, the fifth and the ninth, so that its first write is among them. */
function deathsFor(random: Random): readonly (readonly Death[])[] {
  return ["prepare", "pin", "apply"].map((first) => [
    { ...deathAt(random, first), skip: 0 } as Death,
    ...random.shuffled<Death>([
      deathAt(random, "apply"),
      deathAt(random, "apply"),
      deathAt(random, random.pick(["look", "rights", "token"])),
      { kind: "moment", ms: random.between(0, 400) },
    ]),
  ]);
}

let github: EmbeddedGitHub;
let alive: SitrepProcess | null = null;

beforeEach(async () => {
  github = await startEmbeddedGitHub({ now: () => new Date() });
  github.world.addRepository({ owner: "acme", name: "hubs" });
  addCast(github, REPO);
  github.world.installApp("acme", ["hubs"]);
});

afterEach(async () => {
  alive?.kill("SIGKILL");
  await alive?.ended;
  await github.close();
});

async function live(): Promise<SitrepProcess> {
  const sitrep = startSitrepProcess({ ...environmentFor(github), LOG_LEVEL: "info" });
  alive = sitrep;
  const port = await sitrep.listening;
  github.setWebhookUrl(`http://127.0.0.1:${port}/api/github/webhooks`);
  return sitrep;
}

/** Resolves when nothing has happened on GitHub's side for a while. */
async function quiet(ms: number): Promise<void> {
  let [seen, since] = [github.snapshot(), Date.now()];
  await until(
    () => {
      if (github.snapshot() !== seen) [seen, since] = [github.snapshot(), Date.now()];
      return Date.now() - since >= ms;
    },
    { ms: 20_000 },
  );
}

/** Lets the process die that way, or, when that way does not come, with nothing left to do. */
function arm(death: Death, kill: () => void): void {
  if (death.kind !== "call") return;
  let left = death.skip;
  const match: CallMatcher = (call) => {
    if (!death.match(call)) return false;
    left -= 1;
    if (left >= 0) return false;
    kill();
    return true;
  };
  github.faults.failNext(1, { status: "drop", when: death.when, match });
}

interface Stage {
  readonly random: Random;
  readonly plays: readonly Play[];
  readonly isOver: () => boolean;
}

async function oneLife(death: Death, { random, plays, isOver }: Stage): Promise<void> {
  const act = (): void => {
    if (!isOver()) random.pick(plays).act();
  };
  // These deliveries find nobody.
  for (let missed = random.between(0, 2); missed > 0; missed--) act();
  let dead = false;
  arm(death, () => {
    dead = true;
    alive?.kill("SIGKILL");
  });
  const sitrep = await live().catch(() => null);
  if (sitrep !== null) {
    for (let acts = random.between(1, 3); acts > 0; acts--) {
      if (dead) break;
      act();
      await Promise.race([pause(random.between(0, 60)), sitrep.ended]);
    }
    const moment = death.kind === "moment" ? pause(death.ms) : quiet(250);
    await Promise.race([moment, sitrep.ended]);
  }
  alive?.kill("SIGKILL");
  await alive?.ended;
  alive = null;
  github.faults.reset();
}

/** A last life, in which everything must come right, and one more, which must find nothing to do. */
async function expectRight(plays: readonly Play[]): Promise<void> {
  const sitrep = await live();
  await sitrep.wrote("swept");
  await quiet(1500);
  for (const play of plays) play.expectTrue();
  sitrep.kill("SIGKILL");
  await sitrep.ended;
  github.calls.clear();
  const next = await live();
  await next.wrote('"msg":"looked"');
  await quiet(300);
  expect(github.calls.count("write")).toBe(0);
  next.kill("SIGTERM");
  expect((await next.ended).code).toBe(0);
}

test(`killed with -9 again and again, every command takes effect exactly once (SEED=${SEED})`, async () => {
  const random = createRandom(SEED);
  const plays: Play[] = [];
  const acts = (): number => plays.reduce((sum, play) => sum + play.acts(), 0);
  let deaths = 0;
  for (const [index, group] of deathsFor(random).entries()) {
    const habits = HABITS[index % HABITS.length];
    if (habits === undefined) throw new Error("there are no habits");
    plays.push(startPlay(github, REPO, random, habits));
    for (const death of group) {
      await oneLife(death, { random, plays, isOver: () => acts() >= ACTS });
      deaths += 1;
    }
  }
  while (acts() < ACTS) random.pick(plays).act();
  expect(deaths).toBeGreaterThanOrEqual(12);
  await expectRight(plays);
  expectLegalTraffic(github);
}, 180_000);
