import { describe, expect, it } from "@jest/globals";
import { COMMANDS } from "../../src/commands/index.ts";
import { anIncident } from "../support/incident.ts";
import { aContext, give, testCommand } from "./cases.ts";

const helpWith = (comment: string) => {
  const given = give(comment, aContext(anIncident()));
  const [post] = typeof given === "string" ? [] : given;
  if (post?.kind !== "post" || post.message.name !== "help") throw new Error("no help came");
  return post.message.data;
};

describe("/help", () => {
  it("shows every command", () => {
    const { to, topic, commands } = helpWith("/help");
    expect({ to, topic }).toEqual({ to: "ana", topic: null });
    expect(commands.map(({ usage }) => usage)).toEqual(COMMANDS.map(({ usage }) => usage));
  });

  it.each(["/help severity", "/help /sev", "/HELP Sev"])("shows one command: %s", (comment) => {
    const { topic, commands } = helpWith(comment);
    expect(topic).toBe("severity");
    expect(commands).toEqual([
      {
        usage: "/severity LEVEL",
        aliases: ["/sev"],
        summary: "says how bad it is",
        who: "anyone with write access",
        examples: ["/severity SEV-2", "/severity sev2", "/severity 2"],
      },
    ]);
  });

  testCommand([
    {
      it: "says so when there is no such command",
      comment: "/help dance",
      gives: "There is no such command. `/help` alone shows all of them.",
    },
  ]);
});
