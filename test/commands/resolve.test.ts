import { describe } from "@jest/globals";
import type { MessageData } from "../../src/effects/index.ts";
import { after } from "../support/incident.ts";
import { testCommand, URL_OF_COMMENT } from "./cases.ts";

const resolved = (data: Partial<MessageData["resolved"]> = {}) => {
  const all = {
    by: "ana",
    text: null,
    liaison: "ana",
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
      it: "sets the phase and asks the liaison to tell",
      before: { liaison: "bo" },
      comment: "/resolve",
      gives: resolved({ liaison: "bo" }),
    },
    {
      it: "keeps the words",
      comment: "/resolved bigger disk",
      gives: resolved({ text: "bigger disk" }),
    },
    {
      it: "asks the commander where there is no liaison",
      before: { liaison: null },
      comment: "/resolve",
      gives: resolved(),
    },
    {
      it: "asks nobody where there is nobody",
      before: { liaison: null, commander: null },
      comment: "/resolve",
      gives: resolved({ liaison: null }),
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
