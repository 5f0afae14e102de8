import { describe } from "@jest/globals";
import { testCommand } from "./cases.ts";

const data = {
  role: "liaison",
  who: "bo",
  by: "bo",
  how: "themselves",
  previous: "ana",
  confirm: false,
} as const;
const taken = [
  { kind: "designate", role: "liaison", who: "bo" },
  { kind: "log", entry: { kind: "role", by: "bo", who: "bo", what: "liaison" } },
  { kind: "post", key: "liaison/announce", message: { name: "designated", data } },
] as const;

describe("/liaison", () => {
  testCommand([
    { it: "designates the External Liaison", comment: "/liaison me", by: "bo", gives: taken },
    { it: "is /comms too", comment: "/comms @bo", by: "bo", gives: taken },
    { it: "does nothing when it is so already", comment: "/comms me", gives: [] },
    {
      it: "refuses a team",
      comment: "/liaison @acme/sre",
      gives: "That is a team; a role is held by one person.",
    },
  ]);
});
