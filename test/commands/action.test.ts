import { describe } from "@jest/globals";
import { testCommand } from "./cases.ts";

const filed = (title: string, assignee: string | null = null) =>
  [
    { kind: "want-action", action: { title, assignee, by: "ana" } },
    {
      kind: "log",
      entry: {
        kind: "action",
        by: "ana",
        text: title,
        ...(assignee === null ? {} : { who: assignee }),
      },
    },
  ] as const;

describe("/action", () => {
  testCommand([
    { it: "files one", comment: "/action Watch the disks", gives: filed("Watch the disks") },
    {
      it: "for somebody at its end",
      comment: "/action Watch the disks @bo",
      gives: filed("Watch the disks", "bo"),
    },
    { it: "for oneself", comment: "/action-item watch it me", gives: filed("watch it", "ana") },
    {
      it: "takes a name within the title as words",
      comment: "/action ask @bo about disks",
      gives: filed("ask @bo about disks"),
    },
    {
      it: "knows one that is wanted already, however it is written",
      before: { actionsWanted: [{ title: "Watch the  DISKS", assignee: null, by: "bo" }] },
      comment: "/action watch the disks",
      gives: [],
    },
    { it: "wants a title", comment: "/action", gives: "It does not say what is to be done." },
    {
      it: "wants more than a name",
      comment: "/action @bo",
      gives: "It does not say what is to be done.",
    },
    {
      it: "wants a short one",
      comment: `/action ${"x".repeat(201)}`,
      gives: "A title has 200 characters at most; the rest goes into its issue.",
    },
    {
      it: "knows who may hold a role",
      comment: "/action watch the disks @rep",
      gives:
        "Rep has no write access to this repository, so they cannot hold a role. Give them access, or name somebody else.",
    },
  ]);
});
