import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";

const MAIN = join(import.meta.dirname, "../../src/main.ts");

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}/stat`);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(50);
}

test("a sandbox that is killed takes its app along", async () => {
  // Elsewhere it cannot be read whose child a process is.
  if (process.platform !== "linux") return;
  const env = { PATH: process.env["PATH"] ?? "", PORT: "0" };
  const sandbox = spawn(process.execPath, [MAIN, "sandbox"], { env, stdio: "pipe" });
  let said = "";
  sandbox.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  const pid = sandbox.pid ?? 0;
  await until(() => /http:\S+/.test(said) && childrenOf(pid).length > 0);
  const url = /http:\S+/.exec(said)?.[0] ?? "";
  for (let text = ""; !text.includes("Sitrep is running"); await sleep(50))
    text = await (await fetch(url)).text();
  const [app = 0] = childrenOf(pid);
  expect(isAlive(app)).toBe(true);
  sandbox.kill("SIGKILL");
  await until(() => !isAlive(app));
  expect(isAlive(app)).toBe(false);
}, 30_000);
