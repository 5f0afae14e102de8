import { readFileSync } from "node:fs";
import type { Probot } from "probot";
import { readPolicy, toServer, type Settings } from "./config/index.ts";
import type { PersonPolicy, Policy } from "./incident/policy.ts";
import { isWell, toLines } from "./doctor/finding.ts";
import { reportGitHub, type GitHubFacts } from "./doctor/github-report.ts";
import { reportOutside, type Checked, type OutsideFacts } from "./doctor/outside-report.ts";
import { toWanted } from "./doctor/wanted.ts";
import { projectName } from "./incident/project.ts";
import { checkFreshdesk } from "./integrations/freshdesk/index.ts";
import { createSitrepProbot, createTokenCache } from "./integrations/github/create-probot.ts";
import { checkProject } from "./integrations/github/projects/index.ts";
import { readApp, type AppFacts } from "./integrations/github/read-app.ts";
import {
  createReadGroup,
  createSlack,
  createSlackCheck,
  type SlackOptions,
} from "./integrations/slack/index.ts";

/** What the doctor found, in lines for a terminal. */
export interface Diagnosis {
  readonly isWell: boolean;
  readonly lines: readonly string[];
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : "it failed");

/** What a check that rejects in sentences says. */
async function checked(ask: Promise<void>, says: string): Promise<Checked> {
  try {
    await ask;
    return { says };
  } catch (error) {
    return { failed: wordsOf(error) };
  }
}

type AppAnswer = AppFacts | Extract<GitHubFacts, { readonly failed: string }>;

async function askGitHub(probot: Probot, settings: Settings): Promise<AppAnswer> {
  try {
    return await readApp(probot);
  } catch (error) {
    const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
    return status === 401 || status === 404
      ? { failed: "it does not accept the credentials of the App." }
      : { failed: `it was not reached at ${settings.baseUrl}, or is not well.` };
  }
}

async function askBacklog(
  probot: Probot,
  github: AppAnswer,
  settings: Settings,
  { project }: Policy,
): Promise<OutsideFacts["backlog"]> {
  if (project === null || "failed" in github) return null;
  const check = checkProject(project, {
    installations: github.installations,
    octokitOf: (installation) => probot.auth(installation),
    server: toServer(settings.baseUrl),
    now: Date.now,
  });
  return checked(
    check,
    `Sitrep sees the project ${projectName(project)}, with the fields that the policy names.`,
  );
}

/** Whoever is called may have to be found by their e-mail address, which is said nowhere. */
async function findMember(slack: SlackOptions, { login, slack: email }: PersonPolicy) {
  const id = await createSlack(slack).memberOf(email ?? "");
  if (id === null) throw new Error(`nobody there has the e-mail address of ${login}.`);
}

async function findGroup(slack: SlackOptions, group: string, { people }: Policy): Promise<void> {
  const told = await createReadGroup(slack)(group);
  if (told.kind !== "members") throw new Error(`${group}: ${told.why}`);
  const known = Object.values(people).filter((one) => told.members.includes(one.slack ?? ""));
  if (known.length === 0) {
    throw new Error(`nobody in ${group} has their member ID in the policy, under people.`);
  }
}

/** What the policy names of Slack, each with what is said where it is there. */
function namedInSlack(slack: SlackOptions, policy: Policy): readonly (() => Promise<Checked>)[] {
  const check = createSlackCheck(slack);
  const channels = Object.values(policy.channels).filter((name) => name !== null);
  const groups = Object.values(policy.duties).flatMap((duty) =>
    duty.kind === "group" ? [duty.name] : [],
  );
  const byEmail = Object.values(policy.people).filter((one) => one.slack?.includes("@"));
  return [
    ...[...new Set(channels)].map(
      (name) => () => checked(check.channel(name), `Sitrep is in ${name}.`),
    ),
    ...[...new Set(groups)].map(
      (name) => () => checked(findGroup(slack, name, policy), `Sitrep sees who is in ${name}.`),
    ),
    ...byEmail.map(
      (one) => () => checked(findMember(slack, one), `${one.login} is found by e-mail address.`),
    ),
  ];
}

async function askSlack(settings: Settings, policy: Policy): Promise<OutsideFacts["slack"]> {
  if (!settings.slack) return null;
  const slack = { ...settings.slack, now: Date.now };
  const works = await createSlackCheck(slack)
    .token()
    .then(
      ({ workspace, bot }) => ({ says: `the token works, as ${bot} in ${workspace}.` }),
      (error: unknown) => ({ failed: wordsOf(error) }),
    );
  if ("failed" in works) return { works, seen: [] };
  const seen: Checked[] = [];
  // One after the other: Slack's limits are narrow.
  // oxlint-disable-next-line no-await-in-loop
  for (const ask of namedInSlack(slack, policy)) seen.push(await ask());
  return { works, seen };
}

/**
 * Tries the credentials of these settings, and says in words which work. Reads only. Channels, groups and people in Slack, and the project, are those
 * of the policy with this text; null: none are looked for. Never rejects because of what others answer.
 */
export async function examine(settings: Settings, policyText: string | null): Promise<Diagnosis> {
  const { freshdesk, owners = [] } = settings;
  const wanted = toWanted(readFileSync(new URL("../app.yml", import.meta.url), "utf8"));
  const { policy } = readPolicy(policyText);
  const probot = createSitrepProbot({ ...settings, logLevel: "fatal" }, createTokenCache());
  const [github, slack, desk] = await Promise.all([
    askGitHub(probot, settings),
    askSlack(settings, policy),
    freshdesk
      ? checked(checkFreshdesk({ ...freshdesk, now: Date.now }), "the key works.")
      : Promise.resolve(null),
  ]);
  const backlog = await askBacklog(probot, github, settings, policy);
  const installedAt = "failed" in github ? null : github.installations.map(({ owner }) => owner);
  const findings = [
    ...reportGitHub(github, wanted),
    ...reportOutside({ slack, freshdesk: desk, backlog, owners, installedAt }),
  ];
  return { isWell: isWell(findings), lines: toLines(findings) };
}
