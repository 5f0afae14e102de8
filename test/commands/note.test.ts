import { describe } from "@jest/globals";
import { after } from "../support/incident.ts";
import { AT, testCommand } from "./cases.ts";

const noted = (text: string) =>
  [{ kind: "log", entry: { kind: "note", text, by: "ana" } }] as const;

describe("/note", () => {
  testCommand([
    {
      it: "writes a line into the timeline",
      comment: "/note disk is full",
      gives: noted("disk is full"),
    },
    { it: "takes the lines below", comment: "/tl a\r\n\r\n- b\r\n", gives: noted("a\n- b") },
    { it: "takes text that starts below", comment: "/note\nall of it", gives: noted("all of it") },
    {
      it: "keeps an unknown word below as text",
      comment: "/note see\n/var/log\n/tmp x",
      gives: noted("see\n/var/log\n/tmp x"),
    },
    { it: "ends at the next command", comment: "/note a\n/note b", gives: noted("a") },
    {
      it: "cuts what is too long for a line",
      comment: `/note ${"x".repeat(400)}`,
      gives: noted(`${"x".repeat(279)}…`),
    },
    {
      it: "notes the same words again when they are written again",
      before: { timeline: [{ at: after(29), kind: "note", by: "ana", text: "up" }] },
      comment: "/note up",
      gives: noted("up"),
    },
    {
      it: "notes the same words of somebody else",
      before: { timeline: [{ at: AT, kind: "note", by: "bo", text: "up" }] },
      comment: "/note up",
      gives: noted("up"),
    },
    { it: "refuses nothing at all", comment: "/note", gives: "There is no text to note." },
  ]);
});
