import { describe } from "@jest/globals";
import { testCommand } from "./cases.ts";

const toSev = (what: string, text?: string) =>
  [
    { kind: "set-severity", severity: what },
    {
      kind: "log",
      entry: { kind: "severity", by: "ana", what, ...(text === undefined ? {} : { text }) },
    },
  ] as const;
const wrong =
  "There is no such severity; choose one of SEV-1, SEV-2, SEV-3, SEV-4 (the first is the most severe).";

describe("/severity", () => {
  testCommand([
    { it: "sets the level", comment: "/severity SEV-2", gives: toSev("SEV-2") },
    { it: "takes the level in any case", comment: "/SEV sev-1", gives: toSev("SEV-1") },
    { it: "takes it without its dash", comment: "/sev sev3", gives: toSev("SEV-3") },
    { it: "takes it in two words", comment: "/sev sev 3", gives: toSev("SEV-3") },
    { it: "takes its number", comment: "/sev 2", gives: toSev("SEV-2") },
    {
      it: "keeps the reason",
      comment: "/sev 1 all hubs are down",
      gives: toSev("SEV-1", "all hubs are down"),
    },
    { it: "does nothing when it is so already", comment: "/sev 4", gives: [] },
    {
      it: "asks which",
      comment: "/severity",
      gives: "It does not say which; the levels are SEV-1, SEV-2, SEV-3, SEV-4.",
    },
    { it: "refuses what is no level", comment: "/severity high", gives: wrong },
    { it: "refuses a number that is no level", comment: "/severity 7", gives: wrong },
  ]);
});
