import { describe } from "@jest/globals";
import { after } from "../support/incident.ts";
import { testCommand } from "./cases.ts";

const confirmed = (by: string) =>
  [{ kind: "confirm" }, { kind: "log", entry: { kind: "confirmed", by } }] as const;
const early =
  "The incident is not resolved yet, so there is nothing to confirm. When it is over, somebody writes `/resolve`; then `/confirm` counts.";
const resolved = { phase: "resolved" } as const;

describe("/confirm", () => {
  testCommand([
    {
      it: "records that the community agrees",
      before: resolved,
      comment: "/confirm",
      gives: confirmed("ana"),
    },
    {
      it: "is open to the representative",
      before: { ...resolved, representative: "rep" },
      comment: "/confirm",
      by: "rep",
      gives: confirmed("Rep"),
    },
    {
      it: "is not open to anybody else",
      before: resolved,
      comment: "/confirm",
      by: "rep",
      gives: "anyone with write access, and the Community Representative",
    },
    {
      it: "records it once",
      before: { ...resolved, confirmedAt: after(5) },
      comment: "/confirm",
      gives: [],
    },
    { it: "is refused while it goes on", comment: "/confirm", gives: early },
  ]);
});
