import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { AppState } from "./app-state.ts";

/** What the app is started with. */
export interface AppProcessOptions {
  /** The script that Node runs. */
  readonly entry: string;
  /** What its environment is when it is started now. */
  readonly env: () => Readonly<Record<string, string>>;
  /** Answers 200 once the app can work. */
  readonly readyUrl: string;
  readonly onChange: () => void;
  /** Every line that the app writes. */
  readonly onLine: (line: string) => void;
}

/** The app in a process of its own. */
export interface AppProcess {
  readonly state: () => AppState;
  readonly start: () => void;
  /** Ends it at once, as a machine that fails does; it is started again as ever. */
  readonly kill: () => void;
  /** Ends it for good: kindly, and after five seconds by force. */
  stop(): Promise<void>;
}

const KEPT_LINES = 12;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
const PATIENCE = 5_000;

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

function sayWhy(code: number | null, signal: string | null): string {
  return signal === null ? `it ended with exit code ${code}` : `it was ended by ${signal}`;
}

/** Keeps the app running: starts it, notices when it is ready, and starts it again (ever more patiently) when it ends. */
export function createAppProcess(options: AppProcessOptions): AppProcess {
  let state: AppState = { kind: "starting" };
  let child: ChildProcess | null = null;
  let pause = FIRST_PAUSE;
  let again: NodeJS.Timeout | undefined;
  let lines: string[] = [];

  function become(next: AppState): void {
    if (state.kind === "stopped") return;
    state = next;
    options.onChange();
  }

  function hear(line: string): void {
    lines = [...lines, line].slice(-KEPT_LINES);
    options.onLine(line);
  }

  async function watch(mine: ChildProcess): Promise<void> {
    const isOver = (): boolean => child !== mine || state.kind === "stopped";
    while (!(await isReady(options.readyUrl))) {
      if (isOver()) return;
      await sleep(150);
    }
    if (isOver()) return;
    pause = FIRST_PAUSE;
    become({ kind: "running" });
  }

  function start(): void {
    lines = [];
    const mine = spawn(process.execPath, [options.entry], {
      env: options.env(),
      // It reads nothing, but sees that this process is gone when its input ends.
      stdio: ["pipe", "pipe", "pipe"],
    });
    child = mine;
    for (const stream of [mine.stdout, mine.stderr])
      createInterface({ input: stream }).on("line", hear);
    mine.once("close", (code, signal) => {
      if (child !== mine) return;
      child = null;
      become({ kind: "restarting", why: sayWhy(code, signal), lastWords: lines });
      if (state.kind === "stopped") return;
      again = setTimeout(start, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
    mine.once("error", (error) => hear(`It could not be started: ${error.message}`));
    void watch(mine);
  }

  async function stop(): Promise<void> {
    clearTimeout(again);
    const mine = child;
    child = null;
    state = { kind: "stopped" };
    if (mine === null || mine.exitCode !== null || mine.signalCode !== null) return;
    const gone = new Promise((resolve) => mine.once("exit", resolve));
    mine.kill("SIGTERM");
    const force = setTimeout(() => mine.kill("SIGKILL"), PATIENCE);
    await gone;
    clearTimeout(force);
  }

  return { state: () => state, start, kill: () => void child?.kill("SIGKILL"), stop };
}
