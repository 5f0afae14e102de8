import { describe } from "@jest/globals";
import { after } from "../support/incident.ts";
import { testCommand } from "./cases.ts";

const done = (step: "announce" | "report") =>
  [
    { kind: "vouch", step, by: "ana" },
    { kind: "log", entry: { kind: "done", by: "ana", what: step } },
  ] as const;
const resolved = { phase: "resolved" } as const;
const CHOICE =
  "`/done announce` says that the community was told that it is over, `/done report` that the Incident Report is filled in.";
const early =
  "It is not resolved yet, so nobody can have been told that it is. When it is over, write `/resolve`; then `/done announce` counts.";
const vouched = {
  announce: { at: after(5), by: "bo" },
  report: { at: after(5), by: "bo" },
} as const;

describe("/done", () => {
  testCommand([
    ...[
      "announce",
      "Announced",
      "told",
      "told them by mail",
      "the community was told",
      "Tell the Community Representative that it is resolved",
    ].map((words) => ({
      it: `takes the word for the telling: ${words}`,
      before: resolved,
      comment: `/done ${words}`,
      gives: done("announce"),
    })),
    ...[
      "report",
      "the report",
      "Incident Report, see #12",
      "Fill in the Incident Report",
      "report\nhttps://example.org/reports/1",
    ].map((words) => ({
      it: `takes the word for the report, at any time: ${words}`,
      comment: `/done ${words}`,
      gives: done("report"),
    })),
    { it: "is called /tick, too", comment: "/tick report", gives: done("report") },
    {
      it: "takes no word for telling that it is over before it is",
      before: { phase: "mitigated" },
      comment: "/done told",
      gives: early,
    },
    ...["announce", "report"].map((step) => ({
      it: `does nothing when somebody said so already: ${step}`,
      before: { ...resolved, vouched },
      comment: `/done ${step}`,
      gives: [],
    })),
    {
      it: "asks what, where nothing is said",
      comment: "/done",
      gives: `It does not say what is done: ${CHOICE}`,
    },
    {
      it: "asks what, where it is no step",
      comment: "/done reporting",
      gives: `Sitrep knows no such step. ${CHOICE}`,
    },
    {
      it: "says of other steps that they need no word",
      comment: "/done Name the External Liaison",
      gives: `For that step nobody's word is needed: Sitrep sees it, or somebody ticks its box in the top comment. ${CHOICE}`,
    },
    {
      it: "is for responders",
      before: resolved,
      comment: "/done told",
      by: "rep",
      gives: "anyone with write access",
    },
  ]);
});
