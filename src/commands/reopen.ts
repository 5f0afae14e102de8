import type { Outcome } from "../effects/index.ts";
import type { Incident } from "../incident/incident.ts";
import { toEntryText } from "../incident/timeline.ts";
import { defineCommand } from "./command.ts";
import { responders } from "./who.ts";
import { toEntryPart, toWords } from "./words.ts";

/** Is the issue closed, or about to be? */
const isShut = ({ closed, wanted }: Incident): boolean =>
  wanted === null ? closed !== null : wanted.state !== "open";

/** `/reopen`: it is back, or was not over. */
export const reopen = defineCommand<{ readonly why: string }>({
  name: "reopen",
  aliases: [],
  usage: "/reopen WHY",
  summary: "says that it is not over; opens the issue again",
  examples: ["/reopen logins fail again since 14:00"],
  who: responders,
  parse: (argument) => {
    const why = toWords(argument);
    if (why === "")
      return {
        kind: "problem",
        problem: "It does not say why. Whoever is called back wants to know.",
      };
    return { kind: "value", value: { why } };
  },
  decide: ({ why }, { incident, actor, url }) => {
    const shut = isShut(incident);
    if (incident.phase === "investigating" && !shut) return [];
    const by = actor.login;
    const open: readonly Outcome[] = shut ? [{ kind: "want-state", state: "open" }] : [];
    const data = { by, why: toEntryText(why), commander: incident.commander, url };
    return [
      { kind: "set-phase", phase: "investigating" },
      ...open,
      { kind: "log", entry: { kind: "reopened", by, ...toEntryPart(why) } },
      { kind: "post", key: "reopened", message: { name: "reopened", data } },
    ];
  },
});
