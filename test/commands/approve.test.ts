import { describe } from "@jest/globals";
import type { CommunityText } from "../../src/incident/community.ts";
import { after } from "../support/incident.ts";
import { AT, REACH, testCommand, URL_OF_COMMENT } from "./cases.ts";

const TEXT: CommunityText = {
  name: "update",
  isUpdate: true,
  words: "Logins are slow.",
  promisedAt: null,
  nextAt: after(140),
  by: "cy",
  at: after(20),
  url: `${URL_OF_COMMENT}1`,
};
const held = { text: TEXT, count: 1, mayBeSent: false };
const approved = (who: string, text: CommunityText = TEXT) =>
  [
    {
      kind: "record-update",
      update: { at: AT, by: "cy", text: "Logins are slow.", url: text.url, nextAt: null },
      isToBeSent: true,
    },
    {
      kind: "log",
      entry: { kind: "update", by: "cy", text: "Logins are slow.", url: text.url, who },
    },
    { kind: "say", text },
  ] as const;
const nothing =
  "Nothing waits for approval: it was sent, another text took its place, or the incident is over. The status comment has the last update.";
const before = { held, heldCount: 1, commander: "ana", liaison: "bo" } as const;
const community = REACH;

describe("/approve", () => {
  testCommand([
    {
      it: "sends what waits, at the word of the commander",
      before,
      community,
      comment: "/approve",
      gives: approved("ana"),
      again: nothing,
    },
    {
      it: "sends what waits, at the word of the liaison",
      before,
      community,
      comment: "/approve",
      by: "bo",
      gives: approved("bo"),
      again: nothing,
    },
    {
      it: "sends a resolution that is no update, and records none",
      before: {
        ...before,
        phase: "resolved",
        held: { ...held, text: { ...TEXT, name: "resolved", isUpdate: false, words: null } },
      },
      community,
      comment: "/approve",
      gives: [{ kind: "say", text: { ...TEXT, name: "resolved", isUpdate: false, words: null } }],
      again: nothing,
    },
    {
      it: "is not open to others who may command",
      before,
      community,
      comment: "/approve",
      by: "cy",
      gives: "the External Liaison and the Incident Commander",
    },
    {
      it: "is not open to a liaison without rights",
      before: { ...before, liaison: "rep" },
      community,
      comment: "/approve",
      by: "rep",
      gives: "the External Liaison and the Incident Commander",
    },
    { it: "says that nothing waits", community, comment: "/approve", gives: nothing },
    {
      it: "sends nothing once it is closed",
      before: { ...before, closed: { at: AT, by: "ana", reason: "completed" } },
      community,
      comment: "/approve",
      gives: nothing,
    },
    {
      it: "says that no ticket is left",
      before,
      comment: "/approve",
      gives: "No ticket is named any more in which it could be sent. Name it with `/ticket URL`.",
    },
  ]);
});
