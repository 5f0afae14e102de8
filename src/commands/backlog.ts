import { defineCommand, reject } from "./command.ts";
import { responders } from "./who.ts";

/**
 * `/backlog`: the incident comes into the team's project before it escalates, or without (docs/process.md, step 4). It never tells
 * that it is so already: somebody may have taken it out by hand, and then it is put back.
 */
export const backlog = defineCommand<null>({
  name: "backlog",
  aliases: [],
  usage: "/backlog",
  summary: "puts the incident into the team's backlog",
  examples: ["/backlog"],
  who: responders,
  parse: ({ line }) =>
    line.trim() === ""
      ? { kind: "value", value: null }
      : { kind: "problem", problem: "It takes nothing behind it." },
  decide: (_, { incident, policy, actor, at, trusted }) => {
    const { backlogSince, closed } = incident;
    if (policy.project === null && !trusted) {
      return reject(
        "The policy names no project. Add `project:` to `.github/sitrep.yml`; docs/backlog.md says how.",
      );
    }
    if (closed !== null) return reject("It is closed. If it is not over, write `/reopen` and why.");
    if (backlogSince !== null && backlogSince >= at) return [];
    const entry = { kind: "backlog", by: actor.login } as const;
    return [
      { kind: "want-backlog" },
      ...(backlogSince === null ? [{ kind: "log", entry } as const] : []),
    ];
  },
});
