import { isSameLogin } from "../incident/actor.ts";
import { defineCommand, reject } from "./command.ts";
import { parseTarget, type Target } from "./target.ts";
import { responders } from "./who.ts";

/** `/release`: stands a Subject Matter Expert down (docs/process.md, step 8); also one who has lost their access. */
export const release = defineCommand<Target>({
  name: "release",
  aliases: [],
  usage: "/release @user",
  summary: "stands a Subject Matter Expert down",
  examples: ["/release @cy", "/release me"],
  who: responders,
  parse: ({ line }) => {
    const target = parseTarget(line);
    // Standing somebody down needs no look at their account.
    return target.kind === "problem" ? target : { kind: "value", value: target.value };
  },
  decide: (target, { incident, actor, policy, trusted }) => {
    const wanted = target.login === "me" ? actor.login : target.login;
    const present = incident.experts.find(({ login }) => isSameLogin(login, wanted));
    if (present !== undefined) {
      return [
        { kind: "release-expert", login: present.login },
        { kind: "log", entry: { kind: "released", by: actor.login, who: present.login } },
      ];
    }
    if (trusted) return [];
    const { title } = policy.roles.expert;
    const there = incident.experts.map(({ login }) => login).join(", ");
    return reject(
      there === ""
        ? `${wanted} is no ${title} in this incident; nobody is.`
        : `${wanted} is no ${title} in this incident; those are ${there}.`,
    );
  },
});
