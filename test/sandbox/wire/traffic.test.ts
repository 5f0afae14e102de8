import { expect, test } from "@jest/globals";
import type { Call, Delivery } from "../../../src/sandbox/github/index.ts";
import { toTraffic } from "../../../src/sandbox/wire/traffic.ts";
import type { Exchange } from "../../../src/sandbox/wire/traffic.ts";

const delivery = (id: string, at: number, sender: string): Exchange => ({
  id,
  way: "in",
  delivery: { id, at: new Date(at), sender } as unknown as Delivery,
});
const call = (id: string, at: number, kind: Call["kind"]): Exchange => ({
  id,
  way: "out",
  call: { at: new Date(at), kind } as unknown as Call,
});

test("what came before the act is left out, and deliveries stand behind the call that caused them", () => {
  const beginning = { act: "ana-sre: /ic", since: 100, before: new Set(["old"]), wound: false };
  const traffic = toTraffic(beginning, [
    // Of the same millisecond, but of the act before.
    delivery("old", 100, "bo-sre"),
    delivery("typed", 100, "ana-sre"),
    delivery("echo-1", 150, "sitrep[bot]"),
    delivery("echo-2", 151, "sitrep[bot]"),
    call("token", 110, "token"),
    call("look", 120, "read"),
    call("apply", 152, "write"),
  ]);
  expect(traffic.exchanges.map(({ id }) => id)).toEqual([
    "typed",
    "token",
    "look",
    "apply",
    "echo-1",
    "echo-2",
  ]);
  expect(traffic).toMatchObject({ deliveries: 3, reads: 1, writes: 1, tokens: 1, took: 52 });
});

test("before the first act there is nothing", () => {
  expect(toTraffic({ act: null, since: 100, before: new Set(), wound: false }, [])).toMatchObject({
    act: null,
    deliveries: 0,
    took: null,
  });
});
