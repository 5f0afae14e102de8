import type { MessageData } from "../effects/index.ts";
import { toEntryText } from "../incident/timeline.ts";
import { defineCommand, type CommandContext } from "./command.ts";
import { responders } from "./who.ts";
import { toEntryPart, toWords } from "./words.ts";

type Lasted = Pick<MessageData["resolved"], "minutes" | "since">;

/** How long it lasted, in whole minutes: since the impact started where that is known, else since it was declared. */
function toLasted({ incident, at }: Pick<CommandContext, "incident" | "at">): Lasted {
  const { impactStarted, declaredAt } = incident;
  const since = impactStarted !== null && impactStarted <= at ? "impact" : "declaration";
  const start = since === "impact" ? (impactStarted ?? declaredAt) : declaredAt;
  return { minutes: Math.max(0, Math.floor((at - start) / 60_000)), since };
}

/** `/resolve`: it is over (docs/process.md, step 10); the liaison is asked to tell the community. */
export const resolve = defineCommand<{ readonly text: string }>({
  name: "resolve",
  aliases: ["resolved"],
  usage: "/resolve [TEXT]",
  summary: "says that it is over, and asks the liaison to tell the community",
  examples: ["/resolve", "/resolve the disk is bigger now"],
  who: responders,
  parse: (argument) => ({ kind: "value", value: { text: toWords(argument) } }),
  decide: ({ text }, context) => {
    const { incident, actor } = context;
    if (incident.phase === "resolved") return [];
    const by = actor.login;
    const data = {
      by,
      text: text === "" ? null : toEntryText(text),
      ...toLasted(context),
      url: context.url,
    };
    return [
      { kind: "set-phase", phase: "resolved" },
      { kind: "log", entry: { kind: "phase", by, what: "resolved", ...toEntryPart(text) } },
      { kind: "post", key: "resolved", message: { name: "resolved", data } },
    ];
  },
});
