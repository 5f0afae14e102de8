import { describe } from "@jest/globals";
import { after } from "../support/incident.ts";
import { testCommand } from "./cases.ts";

const cancelled = (text?: string) =>
  [
    { kind: "want-state", state: "closed-as-not-planned", by: "ana" },
    {
      kind: "log",
      entry: { kind: "cancelled", by: "ana", ...(text === undefined ? {} : { text }) },
    },
  ] as const;

describe("/cancel", () => {
  testCommand([
    { it: "closes as not planned", comment: "/cancel", gives: cancelled() },
    {
      it: "keeps the reason",
      comment: "/false-alarm the probe was wrong",
      gives: cancelled("the probe was wrong"),
    },
    {
      it: "changes why it is closed",
      before: { closed: { at: after(9), by: "bo", reason: "completed" } },
      comment: "/cancel",
      gives: cancelled(),
    },
    {
      it: "does nothing when it is so already",
      before: { closed: { at: after(9), by: "bo", reason: "not_planned" } },
      comment: "/cancel",
      gives: [],
    },
    {
      it: "wins over a reopening that is not carried out yet",
      before: { wanted: { state: "open", since: after(29) } },
      comment: "/cancel",
      gives: cancelled(),
    },
  ]);
});
