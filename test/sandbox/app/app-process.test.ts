import { afterEach, expect, test } from "@jest/globals";
import { createAppProcess } from "../../../src/sandbox/app/app-process.ts";
import type { AppProcess } from "../../../src/sandbox/app/app-process.ts";
import type { AppState } from "../../../src/sandbox/app/app-state.ts";
import { findFreePort } from "../../../src/sandbox/free-port.ts";
import { writeStubApp } from "./stub-app.ts";

let end: () => Promise<void> = async () => {};
afterEach(() => end());

async function run(then?: string) {
  const stub = writeStubApp(then);
  const port = await findFreePort(0);
  const url = `http://127.0.0.1:${port}`;
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const app: AppProcess = createAppProcess({
    entry: stub.entry,
    env: () => ({ PORT: String(port) }),
    readyUrl: `${url}/readyz`,
    onChange: () => waiting.forEach((look) => look()),
    onLine: (line) => void lines.push(line),
  });
  end = async () => {
    await app.stop();
    stub.remove();
  };
  const reach = (kind: AppState["kind"]) =>
    new Promise<AppState>((resolve) => {
      const look = (): void => {
        if (app.state().kind === kind) resolve(app.state());
      };
      waiting.add(look);
      look();
    });
  app.start();
  return { app, url, lines, reach };
}

test("the app is running once it says that it is ready, and stopped when it is told to", async () => {
  const { app, lines, reach } = await run();
  expect(app.state()).toEqual({ kind: "starting" });
  await reach("running");
  expect(lines).toEqual(['{"level":"info","msg":"hello"}']);
  await app.stop();
  expect(app.state()).toEqual({ kind: "stopped" });
});

test("an app that ends is started again, and the page can say why it ended", async () => {
  const { url, reach } = await run();
  await reach("running");
  await fetch(`${url}/die`).catch(() => null);
  expect(await reach("restarting")).toEqual({
    kind: "restarting",
    why: "it ended with exit code 3",
    lastWords: ['{"level":"info","msg":"hello"}'],
  });
  await reach("running");
});

test("an app that is stopped while it waits to be started again stays stopped", async () => {
  const { app, reach } = await run("process.exit(1)");
  await reach("restarting");
  await app.stop();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(app.state()).toEqual({ kind: "stopped" });
});
