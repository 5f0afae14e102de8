import { describe } from "@jest/globals";
import { after } from "../support/incident.ts";
import { testCommand, URL_OF_COMMENT } from "./cases.ts";

const handoff = {
  kind: "handoff",
  role: "commander",
  who: "bo",
  by: "cy",
  from: "ana",
  since: after(1),
} as const;
const confirm = {
  kind: "confirm",
  role: "commander",
  who: "bo",
  by: "cy",
  from: "ana",
  since: after(1),
} as const;
const nobody = "Nobody has asked you to take a role.";

const told = (why: string | null, holder: string | null, tell: string) => {
  const text = why === null ? {} : { text: why };
  const data = { role: "commander", who: "bo", why, holder, tell, url: URL_OF_COMMENT } as const;
  return [
    { kind: "log", entry: { kind: "declined", by: "bo", what: "commander", ...text } },
    { kind: "post", key: "commander/declined", message: { name: "declined", data } },
  ] as const;
};

describe("/decline", () => {
  testCommand([
    {
      it: "leaves the role with who asked to hand it over",
      before: { asks: [handoff] },
      comment: "/decline it is late",
      by: "bo",
      gives: [{ kind: "settle", role: "commander" }, ...told("it is late", "ana", "ana")],
      again: nobody,
    },
    {
      it: "gives a role back to who held it before",
      before: { commander: "bo", asks: [confirm] },
      comment: "/decline",
      by: "bo",
      gives: [{ kind: "designate", role: "commander", who: "ana" }, ...told(null, "ana", "ana")],
      again: nobody,
    },
    {
      it: "tells who named them where nobody held it before",
      before: { commander: "bo", asks: [{ ...confirm, from: null }] },
      comment: "/decline",
      by: "bo",
      gives: [{ kind: "designate", role: "commander", who: null }, ...told(null, null, "cy")],
      again: nobody,
    },
    { it: "says when nobody asked", comment: "/decline", by: "bo", gives: nobody },
  ]);
});
