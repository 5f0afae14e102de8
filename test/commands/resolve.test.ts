import { describe } from "@jest/globals";
import type { MessageData } from "../../src/effects/index.ts";
import { after } from "../support/incident.ts";
import { testCommand, URL_OF_COMMENT } from "./cases.ts";

const resolved = (data: Partial<MessageData["resolved"]> = {}) => {
  const all = {
    by: "ana",
    text: null,
    minutes: 30,
    since: "declaration",
    url: URL_OF_COMMENT,
    ...data,
  } as const;
  const text = all.text === null ? {} : { text: all.text };
  return [
    { kind: "set-phase", phase: "resolved" },
    { kind: "log", entry: { kind: "phase", by: "ana", what: "resolved", ...text } },
    { kind: "post", key: "resolved", message: { name: "resolved", data: all } },
  ] as const;
};

describe("/resolve", () => {
  testCommand([
    {
      it: "sets the phase and says so",
      comment: "/resolve",
      gives: resolved(),
    },
    {
      it: "keeps the words",
      comment: "/resolved bigger disk",
      gives: resolved({ text: "bigger disk" }),
    },
    {
      it: "counts from when the impact started",
      before: { impactStarted: after(-60) },
      comment: "/resolve",
      gives: resolved({ minutes: 90, since: "impact" }),
    },
    {
      it: "does not count from an impact in the future",
      before: { impactStarted: after(60) },
      comment: "/resolve",
      gives: resolved(),
    },
    {
      it: "goes on from mitigated",
      before: { phase: "mitigated" },
      comment: "/resolve",
      gives: resolved(),
    },
    {
      it: "does nothing when it is so already",
      before: { phase: "resolved" },
      comment: "/resolve",
      gives: [],
    },
  ]);
});
