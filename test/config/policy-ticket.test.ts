import { expect, it } from "@jest/globals";
import { readPolicy } from "../../src/config/read-policy.ts";

it("says how tickets are written to, each part by itself", () => {
  const { policy, problems } = readPolicy(
    "ticket: { approval: always, onResolve: none, canned: { update: 48000012345, published: 7 } }",
  );
  expect(problems).toEqual([]);
  expect(policy.ticket).toEqual({
    approval: "always",
    onReply: "pending",
    onResolve: "none",
    onClose: "closed",
    internalHosts: [],
    canned: { update: 48_000_012_345, published: 7 },
  });
});

it.each([
  ["ticket: { approval: nobody }", "must be one of role, always, never"],
  ["ticket: { onReply: closed }", "must be one of pending, none"],
  ["ticket: { onResolve: closed }", "must be one of resolved, pending, none"],
  ["ticket: { onClose: resolved }", "must be one of closed, none"],
  ["ticket: { canned: { update: '7' } }", "must be a whole number"],
  ["ticket: { canned: { update: 0 } }", "must be at least 1"],
  ["ticket: { canned: { closed: 7 } }", "is no field of"],
  ["ticket: { internalHosts: ['https://x.example'] }", "a host's name"],
])("%s is refused with what would work", (text, says) => {
  const { problems } = readPolicy(text);
  expect(problems.map(({ what }) => what).join()).toContain(says);
});
