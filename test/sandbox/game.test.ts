import { afterEach, expect, test } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { startSandbox } from "../../src/sandbox/start.ts";
import type { Sandbox } from "../../src/sandbox/start.ts";

const FRIDAY = Date.parse("2026-03-06T14:00:00Z");

let sandbox: Sandbox | null = null;
afterEach(() => sandbox?.close());

test("the real app, its GitHub and the page have one clock, before and after it is killed", async () => {
  sandbox = await startSandbox({ port: 0, open: false, log: () => {}, startAt: FRIDAY });
  const { url } = sandbox;
  const headers = { "content-type": "application/json" };
  const act = (deed: object) =>
    fetch(`${url}/act`, {
      method: "POST",
      headers,
      body: JSON.stringify({ as: "ana-sre", ...deed }),
    });
  const reach = async (words: string): Promise<string> => {
    for (;;) {
      const text = await (await fetch(url)).text();
      if (text.includes(words)) return text;
      await sleep(50);
    }
  };
  await reach("Sitrep is running");
  await act({ kind: "label", issue: 3, label: "incident" });
  await reach("30 minutes after Fri 14:00 UTC, when it was declared");
  // Sitrep looks for answers in the ticket sooner, which is no deadline of anybody's.
  await act({ kind: "wind", by: "deadline", issue: 3 });
  expect(await reach("Fri 6 Mar, 14:30")).toContain("Help is needed");
  await act({ kind: "break", what: "kill" });
  await reach("Sitrep is restarting");
  await reach("Sitrep is running");
  await act({ kind: "comment", issue: 3, body: "/mitigated" });
  const seen = await reach("marked as <strong>outdated</strong>");
  expect(seen).toContain("Mitigated since 2026-03-06 14:30 UTC");
}, 40_000);
