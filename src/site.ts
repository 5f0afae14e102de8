import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { SiteSettings } from "./config/index.ts";
import { RetryLaterError, TerminalError } from "./incident/errors.ts";
import { createTokenClient } from "./integrations/github/create-token-client.ts";
import { createPatient } from "./integrations/github/patient.ts";
import {
  findRepository,
  readAllIncidents,
  type RepositoryIncidents,
} from "./integrations/github/read-all-incidents.ts";
import { buildSite } from "./site/index.ts";

/** What became of a site, in lines for a terminal. */
export interface SiteOutcome {
  readonly isBuilt: boolean;
  readonly lines: readonly string[];
}

const PATIENCE = { sleep: (ms: number) => sleep(ms), times: 5, longestMs: 15 * 60_000 };
const EVERYTHING = "incidents.json";

/** Is nothing lost when a site is written there? */
function isFree(out: string): boolean {
  if (!existsSync(out)) return true;
  if (readdirSync(out).length === 0) return true;
  const file = join(out, EVERYTHING);
  return (
    existsSync(file) && /^\{\s*"version": \d+,\s*"repository"/.test(readFileSync(file, "utf8"))
  );
}

function write(out: string, files: ReadonlyMap<string, string>): void {
  rmSync(join(out, "incidents"), { recursive: true, force: true });
  for (const [path, text] of files) {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const assets = fileURLToPath(new URL("./site/assets/", import.meta.url));
  cpSync(assets, join(out, "assets"), { recursive: true });
}

function whyNot(error: unknown, { owner, repo, apiUrl }: SiteSettings): string {
  const status = error instanceof Error && "status" in error ? Number(error.status) : null;
  const place = `${owner}/${repo}`;
  if (status === 401) return "GitHub does not accept the token: it is wrong, or out of date.";
  if (error instanceof TerminalError) {
    return `GitHub shows no repository ${place} to this token. It needs to read its issues and its contents.`;
  }
  if (error instanceof RetryLaterError) {
    return `GitHub asks for patience for more than a quarter of an hour, or again and again. Try later: ${place} is not read whole.`;
  }
  if (error instanceof TypeError) return `Of ${place}: ${error.message}.`;
  return `GitHub was not reached at ${apiUrl}, or is not well.`;
}

const failed = (line: string): SiteOutcome => ({ isBuilt: false, lines: [line] });

function toLines({ owner, repo, issues, others }: RepositoryIncidents, out: string): string[] {
  const followed = issues.filter(({ incident }) => incident !== null).length;
  const count = issues.length === 1 ? "1 incident" : `${issues.length} incidents`;
  const built = `${out} holds the site of ${owner}/${repo}: ${count}, ${followed} of them followed by Sitrep.`;
  if (others.length === 0) return [built];
  const names = others.join(", ");
  return [
    built,
    `Records of other bots were not taken: ${names}. Where one of them is Sitrep, say so: --app NAME.`,
  ];
}

/**
 * Reads the repository's incidents and writes their site. Says in sentences why not, and has written nothing then; never the token.
 * Rejects when the folder cannot be written.
 */
export async function writeSite(
  settings: SiteSettings,
  now: () => number = Date.now,
): Promise<SiteOutcome> {
  const { token, apiUrl, owner, repo, out, isPrivateMeant, names, baseUrl, app } = settings;
  if (!isFree(out)) {
    return failed(
      `${out} is not empty, and holds no site of Sitrep's. Name another folder, or empty it.`,
    );
  }
  try {
    const client = createPatient(createTokenClient(token, apiUrl, now), PATIENCE);
    const found = await findRepository(client, { owner, repo });
    if (found.isPrivate && !isPrivateMeant) {
      return failed(
        `${owner}/${repo} is private, and a site shows the titles and timelines of its incidents to everybody who can open it. Where only those can who may read the repository, say so: --private.`,
      );
    }
    const read = await readAllIncidents(client, found, { app, showsPrivate: isPrivateMeant });
    const isNamed = names || read.policy.report.names === "logins";
    const files = buildSite({ ...read, builtAt: now(), baseUrl, names: isNamed });
    write(out, files);
    return { isBuilt: true, lines: toLines(read, out) };
  } catch (error) {
    if (error instanceof Error && "syscall" in error && "path" in error) throw error;
    return failed(whyNot(error, settings));
  }
}
