import { afterEach, expect, test } from "@jest/globals";
import { createServer } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { startSandbox } from "../../src/sandbox/start.ts";
import type { Sandbox } from "../../src/sandbox/start.ts";
import { writeStubApp } from "./app/stub-app.ts";
import type { StubApp } from "./app/stub-app.ts";

let sandbox: Sandbox | null = null;
let stub: StubApp | null = null;
let squatter: Server | null = null;
afterEach(async () => {
  await sandbox?.close();
  stub?.remove();
  squatter?.close();
});

async function takePort(): Promise<number> {
  const server = createServer();
  squatter = server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function readWhen(url: string, words: string): Promise<string> {
  for (;;) {
    const text = await (await fetch(url)).text();
    if (text.includes(words)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("the sandbox starts the app with nothing but its own credentials, beside a port that is taken", async () => {
  const log: string[] = [];
  const port = await takePort();
  stub = writeStubApp("console.log(process.env.PORT + ' is my port')");
  process.env["SLACK_BOT_TOKEN"] = "xoxb-real";
  process.env["FRESHDESK_API_KEY"] = "real-freshdesk-key";
  sandbox = await startSandbox({
    port,
    open: false,
    entry: stub.entry,
    log: (line) => log.push(line),
  });
  expect(Number(new URL(sandbox.url).port)).toBeGreaterThan(port);
  expect(log[0]).toContain(sandbox.url);

  await readWhen(sandbox.url, "Sitrep is running");
  const appPort = /(\d+) is my port/.exec(log.join("\n"))?.[1];
  const answer = await fetch(`http://127.0.0.1:${appPort}/env`);
  const env = (await answer.json()) as Record<string, string>;
  expect(env).toMatchObject({
    APP_ID: "1",
    GHE_HOST: new URL(sandbox.githubUrl).host,
    GHE_PROTOCOL: "http",
    HOST: "127.0.0.1",
    PORT: appPort,
    SANDBOX_TOKEN: expect.stringMatching(/^[0-9a-f]{48}$/),
    SANDBOX_CLOCK_OFFSET: "0",
  });
  expect(env["PRIVATE_KEY"]).toMatch(/^-----BEGIN RSA PRIVATE KEY-----/);
  expect(env["SLACK_BOT_TOKEN"]).toBe("xoxb-sandbox");
  expect(env["SLACK_API_URL"]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/$/);
  expect(env["FRESHDESK_API_KEY"]).toBe("sandbox-freshdesk-key");
  const desk = env["FRESHDESK_URL"] ?? "";
  expect(desk).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await readWhen(sandbox.url, "Support ticket ref")).toContain(`${desk}/a/tickets/2417`);
  delete process.env["SLACK_BOT_TOKEN"];
  delete process.env["FRESHDESK_API_KEY"];
});
