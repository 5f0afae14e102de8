import { isSameLogin } from "../incident/actor.ts";
import { holderOf } from "../incident/incident.ts";
import type { Policy } from "../incident/policy.ts";
import { ROLE_NAMES, type RoleName } from "../incident/roles.ts";
import { toDesignation } from "../effects/designation.ts";
import { defineCommand, reject } from "./command.ts";
import { isPerson, parseTarget, toHolder, type Target } from "./target.ts";
import { responders } from "./who.ts";

interface Handoff {
  readonly target: Target;
  readonly role: RoleName;
}

/** Reads a role by its code name, the team's title for it or an alias; empty text means the commander. */
export function parseRole(text: string, policy: Policy): RoleName | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return "commander";
  const named = (role: RoleName): boolean =>
    [role, policy.roles[role].title, ...policy.roles[role].aliases].some(
      (name) => name.toLowerCase() === wanted,
    );
  if (wanted === "ic") return "commander";
  return ROLE_NAMES.find(named) ?? null;
}

/** `/handoff`: asks somebody to take a role over (docs/process.md, Handing off); the holder stays on the hook until they accept. */
export const handoff = defineCommand<Handoff>({
  name: "handoff",
  aliases: [],
  usage: "/handoff @user [role]",
  summary: "asks somebody to take over; the holder stays until they accept",
  examples: ["/handoff @bo", "/handoff @bo liaison"],
  who: responders,
  parse: ({ line }, policy) => {
    const target = parseTarget(line);
    if (target.kind === "problem") return target;
    const role = parseRole(target.value.rest, policy);
    if (role === null) {
      return {
        kind: "problem",
        problem: `It names no role that can be handed over; those are ${ROLE_NAMES.join(" and ")}.`,
      };
    }
    return { ...target, value: { target: target.value, role } };
  },
  decide: ({ target, role }, context) => {
    const person = toHolder(target, context);
    if (!isPerson(person)) return person;
    const { incident, actor } = context;
    const [who, by, from] = [person.login, actor.login, holderOf(incident, role)];
    if (from === null) {
      const how = isSameLogin(who, by) ? "themselves" : "another";
      return toDesignation(incident, { role, who, by, how });
    }
    if (isSameLogin(from, who)) return reject(`${who} holds that role already.`);
    if (isSameLogin(who, by)) {
      return reject(
        `To take the role yourself, write \`/${role} me\`; a handoff asks somebody else.`,
      );
    }
    const asked = incident.asks.some(
      (ask) => ask.kind === "handoff" && ask.role === role && isSameLogin(ask.who, who),
    );
    if (asked) return [];
    return [
      { kind: "ask", ask: { kind: "handoff", role, who, by, from } },
      { kind: "log", entry: { kind: "handoff-asked", by, who, what: role } },
      {
        kind: "post",
        key: `${role}/ask`,
        message: { name: "handoff-asked", data: { role, who, by, from } },
      },
    ];
  },
});
