import { apart, findAddresses } from "../../../incident/outgoing/index.ts";
import type { Rule } from "../rule.ts";

/** E-mail addresses, in code too: they are private, and a report is not. */
export const addresses: Rule = {
  name: "addresses",
  find: ({ text }) =>
    apart(findAddresses(text)).map(({ offset, text: found }) => ({
      offset,
      words: `"${found.slice(0, 1)}…@…" is an e-mail address.`,
      suggestion: "Take it out: say what the person was in the incident, or link to the ticket.",
    })),
};
