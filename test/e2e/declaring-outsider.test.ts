import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createScene, type Scene } from "./scene.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await createScene();
});
afterEach(() => scene.close());

const TICKET = "https://example.freshdesk.com/a/tickets/2417";
const FACTS = [
  `- Support ticket ref: ${TICKET}`,
  "- Community Representative: @cleo",
  "- Impact started: 2026-03-06 08:05 UTC",
].join("\n");

test("what somebody without rights tells stays as it is, and a command takes it", async () => {
  const number = await scene.incident(FACTS, "cleo");
  expect(scene.issue(number).body.startsWith(`${FACTS}\n`)).toBe(true);
  expect(scene.status(number)).toContain("no write access");
  await scene.say("ana", number, `/ticket ${TICKET}`);
  expect(scene.issue(number).body.startsWith(`${FACTS}\n`)).toBe(true);
  expect(scene.status(number)).toContain("**Support tickets:**");
  await scene.expectSettled();
});

test("experts whom nobody can call in stay in the words of whoever wrote them", async () => {
  const line = "- Subject Matter Experts: @bo (network), @nobody-here (storage)";
  const number = await scene.incident(line);
  expect(scene.issue(number).body.startsWith(`${line}\n`)).toBe(true);
  expect(scene.status(number)).toMatch(/Subject Matter Expert.*bo.*network/);
  expect(scene.status(number)).toContain("no GitHub account of that name");
  await scene.expectSettled();
});
