import { defineCommand } from "./command.ts";
import { responders } from "./who.ts";

/** `/status`: says where the incident stands, in a comment of its own. */
export const status = defineCommand<null>({
  name: "status",
  aliases: ["sitrep"],
  usage: "/status",
  summary: "says where the incident stands",
  examples: ["/status"],
  who: responders,
  parse: () => ({ kind: "value", value: null }),
  decide: (_, { actor, brief, statusUrl }) => [
    {
      kind: "post",
      key: "status",
      message: { name: "status", data: { to: actor.login, brief, statusUrl } },
    },
  ],
});
