import { describe } from "@jest/globals";
import { after } from "../support/incident.ts";
import { testCommand } from "./cases.ts";

const named = (who: string, by: string, previous: string | null) => {
  const themselves = who === by;
  const ask = { kind: "confirm", role: "commander", who, by, from: previous } as const;
  const how = themselves ? "themselves" : "another";
  const data = { role: "commander", who, by, how, previous, confirm: !themselves } as const;
  return [
    { kind: "designate", role: "commander", who },
    ...(themselves ? [] : [{ kind: "ask", ask } as const]),
    { kind: "log", entry: { kind: "role", by, who, what: "commander" } },
    { kind: "post", key: "commander/announce", message: { name: "designated", data } },
  ] as const;
};
const asked = [
  { kind: "confirm", role: "commander", who: "ana", by: null, from: null, since: after(0) },
] as const;

describe("/commander", () => {
  testCommand([
    {
      it: "names somebody, who is asked to confirm",
      comment: "/commander @bo",
      gives: named("bo", "ana", "ana"),
    },
    { it: "takes the role oneself", comment: "/ic me", by: "bo", gives: named("bo", "bo", "ana") },
    {
      it: "fills an empty role",
      before: { commander: null },
      comment: "/lead @bo",
      gives: named("bo", "ana", null),
    },
    {
      it: "takes the account's own spelling",
      comment: "/commander cy",
      gives: named("Cy", "ana", "ana"),
    },
    { it: "does nothing when it is so already", comment: "/commander @ana", gives: [] },
    {
      it: "confirms where one was asked",
      before: { asks: asked },
      comment: "/commander me",
      gives: [
        { kind: "settle", role: "commander" },
        { kind: "log", entry: { kind: "accepted", by: "ana", what: "commander" } },
      ],
    },
    {
      it: "refuses an account that does not exist",
      comment: "/commander @ghost",
      gives: "There is no GitHub account named ghost. Is it spelled right?",
    },
    {
      it: "refuses somebody without rights",
      comment: "/commander @rep",
      gives:
        "Rep has no write access to this repository, so they cannot hold a role. Give them access, or name somebody else.",
    },
    {
      it: "believes a receipt that it was carried out when they had rights",
      comment: "/commander @rep",
      trusted: true,
      gives: named("Rep", "ana", "ana"),
    },
    { it: "asks whom", comment: "/commander", gives: "It does not say whom." },
    {
      it: "refuses what is no login",
      comment: "/commander -x-",
      gives: "That does not read as a GitHub login.",
    },
    {
      it: "is not for people without rights",
      comment: "/commander me",
      by: "rep",
      gives: "anyone with write access",
    },
  ]);
});
