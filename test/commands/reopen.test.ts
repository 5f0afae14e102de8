import { describe } from "@jest/globals";
import { after } from "../support/incident.ts";
import { testCommand, URL_OF_COMMENT } from "./cases.ts";

const phase = { kind: "set-phase", phase: "investigating" } as const;
const open = { kind: "want-state", state: "open" } as const;
const told = [
  { kind: "log", entry: { kind: "reopened", by: "ana", text: "it is back" } },
  {
    kind: "post",
    key: "reopened",
    message: {
      name: "reopened",
      data: { by: "ana", why: "it is back", commander: "ana", url: URL_OF_COMMENT },
    },
  },
] as const;
const closed = { at: after(20), by: "bo", reason: "completed" };

describe("/reopen", () => {
  testCommand([
    {
      it: "investigates again",
      before: { phase: "resolved" },
      comment: "/reopen it is back",
      gives: [phase, ...told],
    },
    {
      it: "opens a closed issue",
      before: { phase: "resolved", closed },
      comment: "/reopen it is back",
      gives: [phase, open, ...told],
    },
    {
      it: "opens a cancelled incident",
      before: { closed: { ...closed, reason: "not_planned" } },
      comment: "/reopen it is back",
      gives: [phase, open, ...told],
    },
    {
      it: "takes back a cancellation that is not carried out yet",
      before: { wanted: { state: "closed-as-not-planned", since: after(29) } },
      comment: "/reopen\nit is back",
      gives: [phase, open, ...told],
    },
    { it: "does nothing while it goes on", comment: "/reopen it is back", gives: [] },
    {
      it: "asks why",
      before: { phase: "resolved" },
      comment: "/reopen",
      gives: "It does not say why. Whoever is called back wants to know.",
    },
  ]);
});
