import { toRefusedClose } from "../effects/closing.ts";
import { shutGates } from "../incident/gates.ts";
import { defineCommand, reject } from "./command.ts";
import { responders } from "./who.ts";

/** `/close`: closes as completed when nothing is missing (docs/process.md, step 12); else says all that is, and who can do it. */
export const close = defineCommand<null>({
  name: "close",
  aliases: [],
  usage: "/close",
  summary: "closes the issue when nothing is missing; else says what is, and who can do it",
  examples: ["/close"],
  who: responders,
  parse: () => ({ kind: "value", value: null }),
  decide: (_, { incident, policy, actor, situation, at }) => {
    const by = actor.login;
    if (incident.closed?.reason === "completed") return [];
    if (incident.closed !== null) {
      return reject(
        "The issue is closed already, and not as completed. If it was an incident after all, write `/reopen` and why first.",
      );
    }
    const { closeGate } = policy;
    const gates = closeGate === "off" ? [] : shutGates(situation, at);
    if (gates.length === 0) {
      return [
        { kind: "want-state", state: "closed-as-completed", by },
        { kind: "log", entry: { kind: "closed", by, what: "completed" } },
      ];
    }
    return {
      kind: "rejection",
      problem: "Something is missing still.",
      instead: toRefusedClose({ by, how: "command", may: true, gates, closeGate }),
    };
  },
});
