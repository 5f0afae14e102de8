import { spawn, type ChildProcess } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { load } from "js-yaml";
import { readSettings, toEnvironment } from "../../src/config/index.ts";

const project = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();

let folder: string;
let enterprise: Server;
let asked: string[];
let child: ChildProcess | null;

/** A GitHub Enterprise Server that knows one thing: an App for a code. */
function startEnterprise(): Server {
  return createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    response.writeHead(201, { "content-type": "application/json" }).end(
      JSON.stringify({
        id: 12,
        client_id: "Iv1.x",
        client_secret: "not needed",
        webhook_secret: "s3cr#t",
        pem,
        html_url: "http://ghe.example/apps/sitrep",
      }),
    );
  }).listen(0, "127.0.0.1");
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  server.close();
  await once(server, "close");
  return port;
}

/** Starts the setup, and waits for its invitation. */
async function startSetup(port: number): Promise<() => string> {
  const { PATH = "" } = process.env;
  child = spawn(process.execPath, [project("src/setup.ts"), "https://sitrep.example.org"], {
    cwd: folder,
    env: {
      PATH,
      PORT: String(port),
      HOST: "127.0.0.1",
      NODE_ENV: "production",
      GHE_HOST: `127.0.0.1:${portOf(enterprise)}`,
      GHE_PROTOCOL: "http",
      GH_ORG: "acme",
    },
  });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes("Open http://")) resolve();
    };
    child?.stdout?.on("data", hear);
    child?.stderr?.on("data", hear);
    child?.once("exit", () => reject(new Error(said)));
  });
  return () => said;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-test-"));
  asked = [];
  child = null;
  enterprise = startEnterprise();
  await once(enterprise, "listening");
});

afterEach(async () => {
  child?.kill("SIGKILL");
  enterprise.closeAllConnections();
  enterprise.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("npm run setup", () => {
  it("shows a page that registers exactly what app.yml asks, on the host and for the organisation that are set", async () => {
    const port = await freePort();
    await startSetup(port);
    const page = await (await fetch(`http://127.0.0.1:${port}/probot`)).text();
    const [, manifest = ""] = /name="manifest" [^>]*value='([^']*)'/.exec(page) ?? [];
    const { name, description, url, hook_attributes, redirect_url, ...rest } = JSON.parse(manifest);
    expect({ name, description, ...rest }).toEqual({
      ...(load(readFileSync(project("app.yml"), "utf8")) as object),
      version: "v1",
    });
    expect({ url, hook_attributes, redirect_url }).toEqual({
      url: "https://sitrep.example.org",
      hook_attributes: {
        url: "https://sitrep.example.org/api/github/webhooks",
        active: true,
      },
      redirect_url: `http://127.0.0.1:${port}/probot/setup`,
    });
    expect(page).toContain(
      `action="http://127.0.0.1:${portOf(enterprise)}/organizations/acme/settings/apps/new"`,
    );
    expect(asked).toEqual([]);
  });

  it("leaves the credentials in .env, for its owner alone, and ends; npm start reads them", async () => {
    writeFileSync(join(folder, ".env"), "# ours\nSITREP_SWEEP_MINUTES=5\n");
    const port = await freePort();
    const said = await startSetup(port);
    const ended = once(child!, "exit");
    const answer = await fetch(`http://127.0.0.1:${port}/probot/setup?code=abc`, {
      redirect: "manual",
      headers: { connection: "close" },
    });
    expect(answer.headers.get("location")).toBe("http://ghe.example/apps/sitrep/installations/new");
    expect(await ended).toEqual([0, null]);
    expect(asked).toEqual(["POST /api/v3/app-manifests/abc/conversions"]);
    expect(said()).toContain("The App is registered");
    expect(said()).not.toContain("s3cr#t");

    const file = join(folder, ".env");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(/^# ours\nSITREP_SWEEP_MINUTES=5\n/);
    expect(text).not.toContain("not needed");
    const settings = readSettings(toEnvironment({}, text), () => "");
    expect(settings).toMatchObject({
      kind: "app",
      settings: {
        appId: 12,
        privateKey: pem,
        webhookSecret: "s3cr#t",
        baseUrl: `http://127.0.0.1:${portOf(enterprise)}/api/v3`,
        sweepMinutes: 5,
      },
    });
  });
});
