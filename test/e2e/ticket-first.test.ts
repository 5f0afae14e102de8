import { expect, test } from "@jest/globals";
import { useDeskScenes } from "./desk-scene.ts";

const createDeskScene = useDeskScenes();
const FIRST = expect.stringMatching(/^reply: Hello, Thank you for telling us\./);

test("a declaration is acknowledged in its ticket, and agents get the issue's link", async () => {
  const { scene, number, messages, status } = await createDeskScene();
  expect(messages()).toEqual([FIRST, expect.stringContaining(`acme/hubs#${number}`)]);
  expect(messages()[0]).toContain("You hear from us again by Fri 2026-03-06 16:00 UTC");
  expect(status()).toBe(3);
  await scene.say("ana", number, "/note seen");
  expect(messages()).toHaveLength(2);
});
