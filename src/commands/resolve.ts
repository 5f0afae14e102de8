import type { MessageData, Outcome } from "../effects/index.ts";
import type { CommunityText } from "../incident/community.ts";
import { toEntryText } from "../incident/timeline.ts";
import { defineCommand, reject, type CommandContext } from "./command.ts";
import { tell, tooLong } from "./telling.ts";
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

interface Resolution {
  readonly text: string;
  /** Sent to the community whatever the check of its words says. */
  readonly insists: boolean;
}

/** The community hears that it is over, and is asked whether it works for them; nothing where Sitrep does not reach them. */
function toCommunity({ text, insists }: Resolution, context: CommandContext): readonly Outcome[] {
  const { community, actor, at, url } = context;
  if (community === null) return [];
  const said: CommunityText = {
    name: "resolved",
    isUpdate: false,
    words: text === "" ? null : text,
    promisedAt: null,
    nextAt: null,
    by: actor.login,
    at,
    url,
  };
  return tell(said, insists, { ...context, community });
}

/** `/resolve`: it is over (docs/process.md, step 10), and the community is told, by Sitrep or by the liaison. */
export const resolve = defineCommand<Resolution>({
  name: "resolve",
  aliases: ["resolved"],
  usage: "/resolve [TEXT]",
  summary: "says that it is over, and tells the community in its tickets, or asks the liaison to",
  examples: ["/resolve", "/resolve the disk is bigger now"],
  who: responders,
  parse: (argument) => ({
    kind: "value",
    value: { text: toWords(argument), insists: argument.insists ?? false },
  }),
  decide: (resolution, context) => {
    const { incident, actor, community } = context;
    const { text } = resolution;
    if (incident.phase === "resolved") return [];
    const problem = tooLong(text, community);
    if (problem !== null) return reject(problem);
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
      ...toCommunity(resolution, context),
    ];
  },
});
