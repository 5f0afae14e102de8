import { describe } from "@jest/globals";
import type { MessageData } from "../../src/effects/index.ts";
import { after } from "../support/incident.ts";
import { testCommand, URL_OF_COMMENT } from "./cases.ts";

const calls = (data: Partial<MessageData["escalated"]> = {}) => {
  const all: MessageData["escalated"] = {
    reminder: "escalate",
    names: ["acme/engineering", "pm"],
    next: null,
    late: null,
    by: "ana",
    why: null,
    commander: "ana",
    minutes: 30,
    url: URL_OF_COMMENT,
    ...data,
  };
  const text = all.why === null ? {} : { text: all.why };
  return [
    { kind: "escalate", by: "ana", why: all.why },
    { kind: "log", entry: { kind: "escalated", by: "ana", ...text } },
    { kind: "post", key: "escalated", message: { name: "escalated", data: all } },
  ] as const;
};
const again = (when: string): string =>
  `Help was called already, 2026-05-04 ${when}. To bring in one person more, write \`/sme @user\` and what they know about.`;
const over = (how: string): string =>
  `It is ${how}. If it is not over, write \`/reopen\` and why first.`;

describe("/escalate", () => {
  testCommand([
    {
      it: "calls engineering and the Project Manager, once",
      comment: "/escalate",
      gives: calls(),
      again: again("09:30 UTC, by ana"),
    },
    {
      it: "says why",
      comment: "/escalate nobody here\nknows the storage",
      gives: calls({ why: "nobody here\nknows the storage" }),
      again: again("09:30 UTC, by ana"),
    },
    {
      it: "is open while it is mitigated, and counts from the beginning of the response",
      before: { phase: "mitigated", respondingSince: after(18), commander: null },
      comment: "/escalate",
      gives: calls({ minutes: 12, commander: null }),
      again: again("09:30 UTC, by ana"),
    },
    {
      it: "says that help was called when the time was up",
      before: { escalation: { at: after(29), by: null, why: null } },
      comment: "/escalate",
      gives: again("09:29 UTC, when the time was up"),
    },
    {
      it: "is silent where Sitrep carried it out before",
      before: { escalation: { at: after(29), by: "ana", why: null } },
      comment: "/escalate",
      trusted: true,
      gives: [],
    },
    {
      it: "is refused when it is over",
      before: { phase: "resolved" },
      comment: "/escalate",
      gives: over("resolved"),
    },
    {
      it: "is refused when it is closed",
      before: { closed: { at: after(9), by: "bo", reason: "not_planned" } },
      comment: "/escalate",
      gives: over("closed"),
    },
    {
      it: "is for responders",
      comment: "/escalate",
      by: "rep",
      gives: "anyone with write access",
    },
  ]);
});
