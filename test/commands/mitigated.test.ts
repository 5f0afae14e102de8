import { describe } from "@jest/globals";
import { testCommand } from "./cases.ts";

const mitigated = (text?: string) =>
  [
    { kind: "set-phase", phase: "mitigated" },
    {
      kind: "log",
      entry: {
        kind: "phase",
        by: "ana",
        what: "mitigated",
        ...(text === undefined ? {} : { text }),
      },
    },
  ] as const;

describe("/mitigated", () => {
  testCommand([
    { it: "sets the phase", comment: "/mitigated", gives: mitigated() },
    { it: "keeps the words", comment: "/mitigate rolled back", gives: mitigated("rolled back") },
    {
      it: "does nothing when it is so already",
      before: { phase: "mitigated" },
      comment: "/mitigated",
      gives: [],
    },
    {
      it: "refuses what would take a resolution back",
      before: { phase: "resolved" },
      comment: "/mitigated",
      gives: "The incident is resolved already. If it is back, write `/reopen` and why.",
    },
  ]);
});
