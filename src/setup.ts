import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "probot";
import { SETTINGS_TABLE, toEnvironment } from "./config/index.ts";
import { readArguments } from "./setup/arguments.ts";
import { withValues } from "./setup/env-file.ts";
import { toManifest, type PublicAddress } from "./setup/to-manifest.ts";

const PROJECT = new URL("../", import.meta.url);
const ENV_FILE = join(process.cwd(), ".env");

const envText = existsSync(ENV_FILE) ? readFileSync(ENV_FILE, "utf8") : null;
const env = toEnvironment(process.env, envText);
const read = readArguments(process.argv.slice(2), env);

if (read.kind === "problem") {
  console.error(read.problem);
  process.exitCode = 1;
} else {
  await startSetup(read.address);
}

/** Leaves in `.env` what Sitrep will need to start, readable for its owner alone; of what GitHub gave, nothing that it does not use. */
function writeEnv(given: Readonly<Record<string, string | undefined>>): void {
  const kept = { GHE_HOST: env["GHE_HOST"], GHE_PROTOCOL: env["GHE_PROTOCOL"] };
  const names: readonly string[] = SETTINGS_TABLE.map(({ name }) => name);
  const values = Object.entries({ ...kept, ...given }).flatMap(([name, value]) =>
    value !== undefined && names.includes(name) ? [[name, value] as const] : [],
  );
  writeFileSync(ENV_FILE, withValues(envText ?? "", Object.fromEntries(values)), { mode: 0o600 });
  chmodSync(ENV_FILE, 0o600);
}

/** Probot reads the manifest from the working directory, and the rest from the environment: it gets both as Sitrep wants them. */
function enterFolder(address: PublicAddress): string {
  const folder = mkdtempSync(join(tmpdir(), "sitrep-setup-"));
  const manifest = toManifest(readFileSync(new URL("app.yml", PROJECT), "utf8"), address);
  writeFileSync(join(folder, "app.yml"), manifest);
  writeFileSync(
    join(folder, "package.json"),
    readFileSync(new URL("package.json", PROJECT), "utf8"),
  );
  process.chdir(folder);
  // No channel over smee.io, which would let strangers read the deliveries; and Probot has no setup in production.
  Object.assign(process.env, env, { NO_SMEE_SETUP: "true", NODE_ENV: "development" });
  for (const name of ["PROJECT_DOMAIN", "WEBHOOK_PROXY_URL"]) delete process.env[name];
  return folder;
}

async function startSetup(address: PublicAddress): Promise<void> {
  const folder = enterFolder(address);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const server = await run(() => {}, {
    env: { ...process.env, LOG_LEVEL: "warn" },
    updateEnv: (given) => {
      writeEnv(given);
      console.log(
        "\nThe App is registered, and .env holds its credentials. Install it where the browser leads; then: npm start",
      );
      // The browser is still to be sent on to the page where the App is installed.
      setTimeout(() => void server.stop(), 1000);
      return given;
    },
  });
  console.log(`Open http://${printable(server.host)}:${server.port} in your browser, and press "Register GitHub App".
GitHub will send the deliveries to ${address.webhook}. Ctrl+C ends this without a change.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => process.exit(130));
  }
}

/** An address that can be clicked: those that mean this machine by the name that every browser knows. */
function printable(host: string): string {
  return ["127.0.0.1", "[::1]", "0.0.0.0", "[::]"].includes(host) ? "localhost" : host;
}
