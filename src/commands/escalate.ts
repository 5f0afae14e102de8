import type { Reminding } from "../effects/index.ts";
import type { Escalation } from "../incident/incident.ts";
import { toReadable } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { toEntryText } from "../incident/timeline.ts";
import { defineCommand, reject, type Rejection } from "./command.ts";
import { responders } from "./who.ts";
import { toEntryPart, toWords } from "./words.ts";

/** As the reminder of the same name, but for once: what is called for by command does not come again. */
const toFrame = ({ engineering, manager }: Policy): Reminding => ({
  reminder: "escalate",
  names: [...engineering, ...(manager === null ? [] : [manager])],
  next: null,
  late: null,
});

const called = ({ at, by }: Escalation): Rejection =>
  reject(
    `Help was called already, ${toReadable(at)}, ${by === null ? "when the time was up" : `by ${by}`}. To bring in one person more, write \`/sme @user\` and what they know about.`,
  );

/** `/escalate`: engineering and the Project Manager are called at once (docs/process.md, step 4); once in a response. */
export const escalate = defineCommand<{ readonly why: string }>({
  name: "escalate",
  aliases: [],
  usage: "/escalate [WHY]",
  summary: "calls engineering and the Project Manager for help, at once",
  examples: ["/escalate", "/escalate nobody here knows the storage"],
  who: responders,
  parse: (argument) => ({ kind: "value", value: { why: toWords(argument) } }),
  decide: ({ why }, { incident, policy, actor, at, url, trusted }) => {
    const { escalation, phase, closed, commander, respondingSince } = incident;
    if (phase === "resolved" || closed !== null) {
      return reject(
        `It is ${closed === null ? "resolved" : "closed"}. If it is not over, write \`/reopen\` and why first.`,
      );
    }
    if (escalation !== null) return trusted ? [] : called(escalation);
    const by = actor.login;
    const told = why === "" ? null : toEntryText(why);
    const minutes = Math.max(0, Math.floor((at - respondingSince) / 60_000));
    const data = { ...toFrame(policy), by, why: told, commander, minutes, url };
    return [
      { kind: "escalate", by, why: told },
      { kind: "log", entry: { kind: "escalated", by, ...toEntryPart(why) } },
      { kind: "post", key: "escalated", message: { name: "escalated", data } },
    ];
  },
});
