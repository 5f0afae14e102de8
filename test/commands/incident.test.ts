import { describe } from "@jest/globals";
import { testCommand } from "./cases.ts";

const wrong =
  "There is no such severity; choose one of SEV-1, SEV-2, SEV-3, SEV-4 (the first is the most severe).";
const toSev2 = [
  { kind: "set-severity", severity: "SEV-2" },
  { kind: "log", entry: { kind: "severity", by: "ana", what: "SEV-2" } },
] as const;

describe("/incident on a running incident", () => {
  testCommand([
    { it: "does nothing without a severity", comment: "/incident", gives: [] },
    { it: "sets a severity that is named", comment: "/incident sev-2", gives: toSev2 },
    {
      it: "reads the severity before other words",
      comment: "/declare 2 hub is down",
      gives: toSev2,
    },
    { it: "does nothing when it is so already", comment: "/incident SEV-4", gives: [] },
    { it: "leaves words alone that are no severity", comment: "/incident hub is down", gives: [] },
    { it: "says so when a severity does not exist", comment: "/incident SEV-9", gives: wrong },
    { it: "says so when a bare number is none", comment: "/incident 9", gives: wrong },
    { it: "says so when a priority is none", comment: "/incident P12", gives: wrong },
    { it: "says so when it is in two words", comment: "/incident sev 42", gives: wrong },
    { it: "leaves a number alone that counts something", comment: "/incident 30 hubs", gives: [] },
    {
      it: "leaves words alone behind what looks like a severity",
      comment: "/incident sev ere",
      gives: [],
    },
    {
      it: "is not for people without rights",
      comment: "/incident",
      by: "rep",
      gives: "anyone with write access",
    },
  ]);
});
