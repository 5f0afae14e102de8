import type { Rule } from "./rule.ts";

/** A command that closes or reopens the issue is carried out once; what people do afterwards stands. */
export const state: Rule = {
  name: "state",
  holdsStandingBy: true,
  effects: ({ incident, given }) => {
    const { wanted } = incident;
    const { state: now } = given.snapshot;
    if (wanted?.state === "open" && now === "closed") return [{ kind: "reopen" }];
    if (wanted === null || wanted.state === "open" || now === "closed") return [];
    const reason = wanted.state === "closed-as-completed" ? "completed" : "not-planned";
    return [{ kind: "close", reason }];
  },
};
