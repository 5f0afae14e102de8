#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { readSettings, toEnvironment, type Environment } from "./config/index.ts";
import { startSitrep } from "./index.ts";

const wanted = process.argv.includes("sandbox") ? "sandbox" : "any";
const read = readSettings(readEnvironment(), (path) => readFileSync(path, "utf8"));

/** Where the environment names no App, `.env` may: `npm run setup` writes one. The sandbox takes nothing from it. */
function readEnvironment(): Environment {
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

if (wanted === "sandbox" || read.kind === "sandbox") {
  if (wanted === "any") {
    console.log(
      "No credentials are set (APP_ID, PRIVATE_KEY, WEBHOOK_SECRET): here is the sandbox.",
    );
  }
  const port = read.kind === "sandbox" ? read.service.port : 3000;
  // Only then: the App itself never loads the sandbox.
  const { startSandbox } = await import("./sandbox/start.ts");
  const sandbox = await startSandbox({ port });
  stopWith(() => sandbox.close());
} else if (read.kind === "problems") {
  console.error("Sitrep cannot start:");
  for (const problem of read.problems) console.error(`- ${problem}`);
  process.exitCode = 1;
} else {
  try {
    const sitrep = await startSitrep(read.settings);
    stopWith(() => sitrep.close());
  } catch (error) {
    console.error(`Sitrep cannot start: ${whyNot(error, read.settings.baseUrl)}`);
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
