import type { World } from "../github/index.ts";
import { seedBacklog } from "./backlog.ts";
import { CAST } from "./cast.ts";
import { EVERYDAY } from "./everyday.ts";
import { OUTAGE } from "./outage.ts";

/** Who owns the sandbox's repository, and what it is called. */
export const HOME = { owner: "lagoon-hubs", name: "infrastructure" } as const;

/** The sandbox's repository, as `owner/name`. */
export const REPOSITORY = `${HOME.owner}/${HOME.name}`;

/** The team's project there, as `owner/number`. */
export const BACKLOG = `${HOME.owner}/1`;

const LABELS = [
  { name: "incident", color: "d1242f" },
  { name: "bug", color: "d4793b" },
  { name: "documentation", color: "0075ca" },
  { name: "enhancement", color: "a2eeef" },
  { name: "hub: coastal-lab", color: "c5def5" },
  { name: "hub: delta", color: "bfe5d6" },
];

const MINUTE = 60_000;

/** What the scene is set with. */
export interface Seed {
  /** Files of the repository, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Makes the world's clock stand so many milliseconds before now. */
  readonly goBack: (ms: number) => void;
  /** When the game begins, ms. */
  readonly startAt: number;
  /** The address of the outage's ticket in the support desk. */
  readonly ticket: string;
}

/** Opens them, and tells where each stands in the backlog. */
function openEveryday(
  world: World,
  goBack: Seed["goBack"],
): readonly { readonly number: number; readonly status: string }[] {
  const opened: { readonly number: number; readonly status: string }[] = [];
  for (const { title, body, by, labels, minutesAgo, comments, isDone } of EVERYDAY) {
    goBack(minutesAgo * MINUTE);
    const number = world.as(by).openIssue(REPOSITORY, { title, body, labels });
    goBack((minutesAgo - 50) * MINUTE);
    for (const comment of comments) world.as(comment.by).comment(REPOSITORY, number, comment.body);
    if (isDone) world.as(by).close(REPOSITORY, number);
    opened.push({ number, status: isDone ? "Done" : "Todo" });
  }
  return opened;
}

function openOutage(world: World, { goBack, ticket }: Seed): number {
  const { title, body, answer, ticketPlace } = OUTAGE;
  goBack(14 * MINUTE);
  const number = world.as("cleo-hub").openIssue(REPOSITORY, { title, body });
  goBack(9 * MINUTE);
  world.as("sam-support").addLabel(REPOSITORY, number, "hub: coastal-lab");
  const filled = body.replace(ticketPlace, ticket);
  world.as("sam-support").editBody(REPOSITORY, number, filled);
  goBack(8 * MINUTE);
  const comment = world.as("sam-support").comment(REPOSITORY, number, answer);
  goBack(7 * MINUTE);
  world.as("cleo-hub").react(REPOSITORY, number, "heart", comment);
  goBack(0);
  return number;
}

/** Sets the scene: the cast with their rights, a public repository, a few everyday issues, a backlog, and the outage. Returns its number. */
export function seedWorld(world: World, seed: Seed): number {
  const { files, goBack } = seed;
  goBack(30 * 24 * 60 * MINUTE);
  for (const { login, name } of CAST) world.addUser({ login, name });
  world.addRepository({ ...HOME, labels: LABELS, files });
  for (const { login, role } of CAST) world.setPermission(REPOSITORY, login, role);
  world.installApp(HOME.owner, [HOME.name]);
  const everyday = openEveryday(world, goBack);
  seedBacklog(world, REPOSITORY, everyday, seed.startAt);
  return openOutage(world, seed);
}
