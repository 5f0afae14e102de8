import { describe } from "@jest/globals";
import { aBrief, after } from "../support/incident.ts";
import { testCommand } from "./cases.ts";

const handoff = {
  kind: "handoff",
  role: "commander",
  who: "bo",
  by: "ana",
  from: "ana",
  since: after(1),
} as const;
const confirm = {
  kind: "confirm",
  role: "liaison",
  who: "bo",
  by: "ana",
  from: null,
  since: after(2),
} as const;
const before = { liaison: "bo", asks: [handoff, confirm] } as const;

const over = [
  { kind: "designate", role: "commander", who: "bo" },
  { kind: "log", entry: { kind: "role", by: "bo", who: "bo", what: "commander" } },
  {
    kind: "post",
    key: "commander/announce",
    message: {
      name: "handed-off",
      data: { role: "commander", who: "bo", from: "ana", brief: aBrief(before) },
    },
  },
] as const;
const confirmed = [
  { kind: "settle", role: "liaison" },
  { kind: "log", entry: { kind: "accepted", by: "bo", what: "liaison" } },
] as const;

describe("/accept", () => {
  testCommand([
    {
      it: "takes everything one was asked",
      before,
      comment: "/accept",
      by: "bo",
      gives: [...over, ...confirmed],
    },
    { it: "takes one role", before, comment: "/accept commander", by: "bo", gives: over },
    {
      it: "confirms a role that one was given",
      before,
      comment: "/accept External Liaison",
      by: "bo",
      gives: confirmed,
    },
    { it: "does nothing for who holds a role already", comment: "/accept", gives: [] },
    {
      it: "says how to take a role that nobody offered",
      comment: "/accept",
      by: "bo",
      gives:
        "Nobody has asked you to take a role. To take one, write `/commander me` or `/liaison me`.",
    },
    {
      it: "refuses a role that does not exist",
      before,
      comment: "/accept king",
      by: "bo",
      gives: "There is no such role.",
    },
  ]);
});
