import { isSameLogin } from "../incident/actor.ts";
import type { Ask } from "../incident/incident.ts";
import type { RoleName } from "../incident/roles.ts";
import { toAcceptance } from "../effects/designation.ts";
import type { Outcome } from "../effects/index.ts";
import { defineCommand, reject, type CommandContext, type Parsed } from "./command.ts";
import { parseRole } from "./handoff.ts";
import { responders } from "./who.ts";

/** What the author of the comment was asked: everything, or about one role. */
export const asksOf = (
  role: RoleName | null,
  { incident, actor }: CommandContext,
): readonly Ask[] =>
  incident.asks.filter(
    (ask) => isSameLogin(ask.who, actor.login) && (role === null || ask.role === role),
  );

interface Acceptance {
  readonly role: RoleName | null;
}

function toAccepted(ask: Ask, context: CommandContext): readonly Outcome[] {
  if (ask.kind === "confirm") return toAcceptance(ask.role, ask.who);
  const { role, who, from } = ask;
  return [
    { kind: "designate", role, who },
    { kind: "log", entry: { kind: "role", by: who, who, what: role } },
    {
      kind: "post",
      key: `${role}/announce`,
      message: { name: "handed-off", data: { role, who, from, brief: context.brief } },
    },
  ];
}

/** `/accept`: the answer to a handoff, or to having been named. */
export const accept = defineCommand<Acceptance>({
  name: "accept",
  aliases: [],
  usage: "/accept [role]",
  summary: "says that you take the role you were asked to take",
  examples: ["/accept", "/accept liaison"],
  who: responders,
  parse: ({ line }, policy): Parsed<Acceptance> => {
    if (line.trim() === "") return { kind: "value", value: { role: null } };
    const role = parseRole(line, policy);
    if (role === null) return { kind: "problem", problem: "There is no such role." };
    return { kind: "value", value: { role } };
  },
  decide: ({ role }, context) => {
    const asks = asksOf(role, context);
    if (asks.length > 0) return asks.flatMap((ask) => toAccepted(ask, context));
    const { incident, actor } = context;
    const holds =
      isSameLogin(incident.commander, actor.login) || isSameLogin(incident.liaison, actor.login);
    if (holds) return [];
    return reject(
      "Nobody has asked you to take a role. To take one, write `/commander me` or `/liaison me`.",
    );
  },
});
