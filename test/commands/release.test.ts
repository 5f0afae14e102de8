import { describe } from "@jest/globals";
import { testCommand } from "./cases.ts";

const experts = [{ login: "Cy", area: "storage" }];
const gone = (by: string) =>
  [
    { kind: "release-expert", login: "Cy" },
    { kind: "log", entry: { kind: "released", by, who: "Cy" } },
  ] as const;
const nobody = "cy is no Subject Matter Expert in this incident; nobody is.";

describe("/release", () => {
  testCommand([
    {
      it: "stands an expert down, in their own spelling",
      before: { experts },
      comment: "/release @cy",
      gives: gone("ana"),
      again: nobody,
    },
    {
      it: "needs no @",
      before: { experts },
      comment: "/release CY",
      gives: gone("ana"),
      again: "CY is no Subject Matter Expert in this incident; nobody is.",
    },
    {
      it: "stands oneself down",
      before: { experts },
      comment: "/release me",
      by: "cy",
      gives: gone("Cy"),
      again: "Cy is no Subject Matter Expert in this incident; nobody is.",
    },
    {
      it: "does nothing twice where it was carried out before",
      before: { experts },
      comment: "/release @cy",
      trusted: true,
      gives: gone("ana"),
    },
    {
      it: "says who is one",
      before: { experts },
      comment: "/release @bo",
      gives: "bo is no Subject Matter Expert in this incident; those are Cy.",
    },
    { it: "says that nobody is", comment: "/release @cy", gives: nobody },
    { it: "asks whom", comment: "/release", gives: "It does not say whom." },
    {
      it: "refuses a team",
      comment: "/release @acme/sre",
      gives: "That is a team; a role is held by one person.",
    },
  ]);
});
