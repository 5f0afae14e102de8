import { isSameLogin } from "../incident/actor.ts";
import type { RoleName } from "../incident/roles.ts";
import { toDesignation } from "../effects/designation.ts";
import { defineCommand, type Command } from "./command.ts";
import { isSteward, STEWARD, toSteward } from "./steward.ts";
import { isPerson, parseTarget, toHolder, type Target } from "./target.ts";
import { responders } from "./who.ts";

interface Designating {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role: RoleName;
  readonly summary: string;
}

/** The command that designates the holder of a role with one holder; they are asked to confirm when another named them. */
export const designating = ({ name, aliases, role, summary }: Designating): Command =>
  defineCommand<Target | typeof STEWARD>({
    name,
    aliases,
    usage: `/${name} @user`,
    summary,
    examples: [`/${name} @ana`, `/${name} me`, `/${name} ${STEWARD}`],
    who: responders,
    parse: ({ line }) =>
      isSteward(line) ? { kind: "value", value: STEWARD, duty: STEWARD } : parseTarget(line),
    decide: (target, context) => {
      const holder = target === STEWARD ? toSteward(role, context) : toHolder(target, context);
      if (holder === null) return [];
      if (!isPerson(holder)) return holder;
      const by = context.actor.login;
      const how = isSameLogin(holder.login, by) ? "themselves" : "another";
      return toDesignation(context.incident, { role, who: holder.login, by, how });
    },
  });
