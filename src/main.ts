#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { Command } from "commander";
import {
  checkPolicy,
  readPolicy,
  readSettings,
  readSiteSettings,
  type SiteRequest,
  toEnvironment,
  type Environment,
  type Settings,
} from "./config/index.ts";
import type { Policy } from "./incident/policy.ts";
import { checkReport } from "./report/index.ts";

const POLICY_FILE = ".github/sitrep.yml";

type Wanted = "any" | "sandbox";

const program = new Command("sitrep").description("Runs incident response inside a GitHub issue.");
program.action(() => start("any"));
program
  .command("sandbox")
  .description("starts the sandbox: a GitHub to play with, whatever is set")
  .action(() => start("sandbox"));
program
  .command("policy")
  .description("about the policy file")
  .command("check")
  .description("says whether a policy file is right, and what it changes")
  .argument("<file>", "the file; - reads the standard input")
  .action(check);

program
  .command("report")
  .description("about Incident Reports")
  .command("check")
  .description("says what is unfinished in a report, and what should not stand there")
  .argument("<files...>", "the reports; - reads the standard input")
  .option(
    "--policy <file>",
    `the policy file whose rules hold (default: ${POLICY_FILE}, if it is there)`,
  )
  .action(checkReports);

program
  .command("doctor")
  .description("says which credentials work, and what the App lacks")
  .option("--policy <file>", "a policy file: its Slack channels and its project are looked for too")
  .action(({ policy }: { policy?: string }) => doctor(policy ?? null));

program
  .command("site")
  .description("builds a static site from a repository's incidents")
  .option("--repo <owner/name>", "the repository; in a workflow, its own")
  .requiredOption("--out <dir>", "the folder that is written; an older site in it is replaced")
  .option("--private", "build it for a private repository too", false)
  .option("--names", "show people by login instead of by role", false)
  .option("--base-url <url>", "where the site will stand, for the links in its feed")
  .option("--app <login>", "Sitrep's login, where several bots hold records")
  .action(site);

/** Ends with 1 where the site could not be built. */
async function site(asked: SiteRequest): Promise<void> {
  const read = readSiteSettings(process.env, asked);
  if (read.kind === "problems") {
    for (const problem of read.problems) console.error(problem);
    process.exitCode = 1;
    return;
  }
  try {
    const { writeSite } = await import("./site.ts");
    const { isBuilt, lines } = await writeSite(read.settings);
    for (const line of lines) (isBuilt ? console.log : console.error)(line);
    if (!isBuilt) process.exitCode = 1;
  } catch (error) {
    console.error(
      `The site was not written: ${error instanceof Error ? error.message : "it failed"}`,
    );
    process.exitCode = 1;
  }
}

/** Ends with 1 where something does not work. */
async function doctor(policyFile: string | null): Promise<void> {
  const read = readSettings(readEnvironment("any"), (path) => readFileSync(path, "utf8"));
  if (read.kind !== "app") {
    const unset = ["No credentials are set: APP_ID, PRIVATE_KEY, WEBHOOK_SECRET."];
    const problems = read.kind === "problems" ? read.problems : unset;
    for (const problem of problems) console.log(`problem ${problem}`);
    process.exitCode = 1;
    return;
  }
  try {
    const text = policyFile === null ? null : readFileSync(policyFile, "utf8");
    const { examine } = await import("./doctor.ts");
    const { isWell, lines } = await examine(read.settings, text);
    for (const line of lines) console.log(line);
    if (!isWell) process.exitCode = 1;
  } catch (error) {
    console.error(
      `The doctor cannot work: ${error instanceof Error ? error.message : "it failed"}`,
    );
    process.exitCode = 1;
  }
}

/** The rules of the policy file that is named, else of the one that is there, else of the default preset. Throws where it cannot be used. */
function readRules(file: string | undefined): Policy["report"]["rules"] {
  const path = file ?? (existsSync(POLICY_FILE) ? POLICY_FILE : null);
  const { policy, problems } = readPolicy(path === null ? null : readFile(path));
  const [first] = problems;
  if (first !== undefined) throw new Error(`${path}:${first.line}: ${first.what} ${first.mend}`);
  return policy.report.rules;
}

/** The text of a file, or of the standard input where it is called `-`. Throws what to tell where it cannot be read. */
function readFile(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new Error(`${file} cannot be read: ${String(error)}`, { cause: error });
  }
}

/** Ends with 1 where something holds a report up, or a file cannot be read. */
function checkReports(files: readonly string[], { policy }: { policy?: string }): void {
  try {
    const rules = readRules(policy);
    for (const file of files) {
      const text = readFile(file);
      const { isGood, lines } = checkReport(file === "-" ? "stdin" : file, text, rules);
      for (const line of lines) console.log(line);
      if (!isGood) process.exitCode = 1;
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** Ends with 1 where the file has a mistake or cannot be read. */
function check(file: string): void {
  try {
    const { isGood, lines } = checkPolicy(file === "-" ? "stdin" : file, readFile(file));
    for (const line of lines) console.log(line);
    if (!isGood) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** Where the environment names no App, `.env` may: `npm run setup` writes one. The sandbox takes nothing from it. */
function readEnvironment(wanted: Wanted): Environment {
  const isNamed = Boolean(process.env["APP_ID"]);
  if (wanted === "sandbox" || isNamed || !existsSync(".env")) return process.env;
  return toEnvironment(process.env, readFileSync(".env", "utf8"));
}

const LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is taken. Set PORT to another one.",
  EACCES: "the port is not open to this user. Set PORT to one above 1023.",
  EADDRNOTAVAIL: "HOST is no address of this machine. Set it to 0.0.0.0 for all of them.",
  ENOTFOUND: "HOST is no address of this machine. Set it to 0.0.0.0 for all of them.",
};

function stopWith(close: () => Promise<void>): void {
  const stop = (): void => void close().then(() => process.exit(0));
  process.once("SIGTERM", stop).once("SIGINT", stop);
}

/** The sandbox holds the other end of the standard input, which closes whatever way the sandbox ends. */
function endWithParent(): void {
  process.stdin.resume().once("close", () => process.exit(0));
}

async function start(wanted: Wanted): Promise<void> {
  const read = readSettings(readEnvironment(wanted), (path) => readFileSync(path, "utf8"));
  if (wanted === "sandbox" || read.kind === "sandbox") {
    if (wanted === "any") {
      console.log(
        "No credentials are set (APP_ID, PRIVATE_KEY, WEBHOOK_SECRET): here is the sandbox.",
      );
    }
    await startSandbox(read.kind === "sandbox" ? read.service.port : 3000);
  } else if (read.kind === "problems") {
    console.error("Sitrep cannot start:");
    for (const problem of read.problems) console.error(`- ${problem}`);
    process.exitCode = 1;
  } else await startApp(read.settings);
}

async function startSandbox(port: number): Promise<void> {
  // Only then: the App itself never loads the sandbox.
  const sandboxRoom = await import("./sandbox/start.ts");
  const sandbox = await sandboxRoom.startSandbox({ port });
  stopWith(() => sandbox.close());
}

/** What nobody caught may hang a request onto itself, with its headers: only what may stand in the log is written. */
function endOnMistakes(toLogged: (error: unknown) => object): void {
  process.once("uncaughtException", (error) => {
    console.error(`Sitrep ends by a mistake of its own: ${JSON.stringify(toLogged(error))}`);
    process.exit(1);
  });
}

async function startApp(settings: Settings): Promise<void> {
  try {
    const { toLoggedError } = await import("./integrations/github/logged-error.ts");
    endOnMistakes(toLoggedError);
    // Before anything else: a sandbox that was killed must not leave its app behind.
    if (settings.sandbox) endWithParent();
    const { startSitrep } = await import("./index.ts");
    const sitrep = await startSitrep(settings);
    stopWith(() => sitrep.close());
  } catch (error) {
    console.error(`Sitrep cannot start: ${whyNot(error, settings.baseUrl)}`);
    process.exit(1);
  }
}

function whyNot(error: unknown, baseUrl: string): string {
  const { status, code, message } = error as { status?: number; code?: string; message?: string };
  if (status === 401 || status === 404) {
    return "GitHub does not accept the credentials. APP_ID and PRIVATE_KEY must be of the same App.";
  }
  // Octokit gives what never was answered a 500.
  if (status !== undefined && status >= 500) {
    return `GitHub was not reached at ${baseUrl}: ${message ?? status}`;
  }
  return LISTENING[code ?? ""] ?? message ?? String(error);
}

// Last: what is above must be there.
await program.parseAsync();
