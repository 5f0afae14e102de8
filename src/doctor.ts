import { readFileSync } from "node:fs";
import { readPolicy, type Settings } from "./config/index.ts";
import { isWell, toLines } from "./doctor/finding.ts";
import { reportGitHub, type GitHubFacts } from "./doctor/github-report.ts";
import { reportOutside, type Checked, type OutsideFacts } from "./doctor/outside-report.ts";
import { toWanted } from "./doctor/wanted.ts";
import { checkFreshdesk } from "./integrations/freshdesk/index.ts";
import { createSitrepProbot, createTokenCache } from "./integrations/github/create-probot.ts";
import { readApp } from "./integrations/github/read-app.ts";
import { createSlackCheck } from "./integrations/slack/index.ts";

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

async function askGitHub(settings: Settings): Promise<GitHubFacts> {
  const probot = createSitrepProbot({ ...settings, logLevel: "fatal" }, createTokenCache());
  try {
    return await readApp(probot);
  } catch (error) {
    const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
    return status === 401 || status === 404
      ? { failed: "it does not accept the credentials of the App." }
      : { failed: `it was not reached at ${settings.baseUrl}, or is not well.` };
  }
}

async function askSlack(
  { slack }: Settings,
  channels: readonly string[],
): Promise<OutsideFacts["slack"]> {
  if (!slack) return null;
  const check = createSlackCheck({ ...slack, now: Date.now });
  const works = await check.token().then(
    ({ workspace, bot }) => ({ says: `the token works, as ${bot} in ${workspace}.` }),
    (error: unknown) => ({ failed: wordsOf(error) }),
  );
  if ("failed" in works) return { works, channels: [] };
  const seen: Checked[] = [];
  for (const name of channels) {
    // One after the other: Slack's limits are narrow.
    // oxlint-disable-next-line no-await-in-loop
    seen.push(await checked(check.channel(name), `Sitrep is in ${name}.`));
  }
  return { works, channels: seen };
}

function channelsOf(policyText: string | null): readonly string[] {
  const { channels } = readPolicy(policyText).policy;
  return [...new Set(Object.values(channels).filter((name) => name !== null))];
}

/**
 * Tries the credentials of these settings, and says in words which work. Reads only. The channels are those of the policy with
 * this text; null: none are looked for. Never rejects because of what others answer.
 */
export async function examine(settings: Settings, policyText: string | null): Promise<Diagnosis> {
  const { freshdesk, owners = [] } = settings;
  const wanted = toWanted(readFileSync(new URL("../app.yml", import.meta.url), "utf8"));
  const [github, slack, desk] = await Promise.all([
    askGitHub(settings),
    askSlack(settings, channelsOf(policyText)),
    freshdesk
      ? checked(checkFreshdesk({ ...freshdesk, now: Date.now }), "the key works.")
      : Promise.resolve(null),
  ]);
  const installedAt = "failed" in github ? null : github.installations.map(({ owner }) => owner);
  const findings = [
    ...reportGitHub(github, wanted),
    ...reportOutside({ slack, freshdesk: desk, owners, installedAt }),
  ];
  return { isWell: isWell(findings), lines: toLines(findings) };
}
