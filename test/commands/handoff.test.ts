import { describe } from "@jest/globals";
import type { RoleName } from "../../src/incident/roles.ts";
import { after } from "../support/incident.ts";
import { testCommand } from "./cases.ts";

const asked = (role: RoleName, by = "ana") =>
  [
    { kind: "ask", ask: { kind: "handoff", role, who: "bo", by, from: "ana" } },
    { kind: "log", entry: { kind: "handoff-asked", by, who: "bo", what: role } },
    {
      kind: "post",
      key: `${role}/ask`,
      message: { name: "handoff-asked", data: { role, who: "bo", by, from: "ana" } },
    },
  ] as const;
const data = {
  role: "commander",
  who: "bo",
  by: "ana",
  how: "another",
  previous: null,
  confirm: true,
} as const;

describe("/handoff", () => {
  testCommand([
    {
      it: "asks somebody to take the command over",
      comment: "/handoff @bo",
      gives: asked("commander"),
    },
    {
      it: "hands another role over by its name",
      comment: "/handoff @bo liaison",
      gives: asked("liaison"),
    },
    {
      it: "takes the team's title for the role",
      comment: "/handoff @bo External Liaison",
      gives: asked("liaison"),
    },
    {
      it: "takes an alias of the role",
      comment: "/handoff @bo comms lead",
      gives: asked("liaison"),
    },
    { it: "takes the common short form", comment: "/handoff @bo IC", gives: asked("commander") },
    {
      it: "may be asked on behalf of the holder",
      comment: "/handoff @bo",
      by: "cy",
      gives: asked("commander", "Cy"),
    },
    {
      it: "asks though somebody else was asked, and they for another role",
      before: {
        asks: [
          {
            kind: "handoff",
            role: "commander",
            who: "cy",
            by: "ana",
            from: "ana",
            since: after(0),
          },
          { kind: "handoff", role: "liaison", who: "bo", by: "ana", from: "ana", since: after(0) },
        ],
      },
      comment: "/handoff @bo",
      gives: asked("commander"),
    },
    {
      it: "is not asked to confirm what they take themselves where nobody holds it",
      before: { commander: null },
      comment: "/handoff @bo",
      by: "bo",
      gives: [
        { kind: "designate", role: "commander", who: "bo" },
        { kind: "log", entry: { kind: "role", by: "bo", who: "bo", what: "commander" } },
        {
          kind: "post",
          key: "commander/announce",
          message: {
            name: "designated",
            data: { ...data, by: "bo", how: "themselves", confirm: false },
          },
        },
      ],
      again: "bo holds that role already.",
    },
    {
      it: "designates where nobody holds the role",
      before: { commander: null },
      comment: "/handoff @bo",
      gives: [
        { kind: "designate", role: "commander", who: "bo" },
        {
          kind: "ask",
          ask: { kind: "confirm", role: "commander", who: "bo", by: "ana", from: null },
        },
        { kind: "log", entry: { kind: "role", by: "ana", who: "bo", what: "commander" } },
        { kind: "post", key: "commander/announce", message: { name: "designated", data } },
      ],
      again: "bo holds that role already.",
    },
    {
      it: "asks once",
      before: {
        asks: [
          {
            kind: "handoff",
            role: "commander",
            who: "bo",
            by: "ana",
            from: "ana",
            since: after(1),
          },
        ],
      },
      comment: "/handoff @bo",
      gives: [],
    },
    {
      it: "says when they hold it already",
      comment: "/handoff @ana",
      gives: "ana holds that role already.",
    },
    {
      it: "says how to take a role oneself",
      comment: "/handoff me",
      by: "bo",
      gives: "To take the role yourself, write `/commander me`; a handoff asks somebody else.",
    },
    {
      it: "refuses a role that does not exist",
      comment: "/handoff @bo king",
      gives: "It names no role that can be handed over; those are commander and liaison.",
    },
  ]);
});
