import { apart, findSecrets } from "../../../incident/outgoing/index.ts";
import type { Rule } from "../rule.ts";

const SHOWN = 4;

/** Tokens, keys and passwords, in code too; a finding shows only how each begins. */
export const secrets: Rule = {
  name: "secrets",
  find: ({ text }) =>
    apart(findSecrets(text)).map(({ offset, text: found }) => ({
      offset,
      words: `"${found.slice(0, SHOWN).toWellFormed()}…" looks like a secret.`,
      suggestion:
        "Take it out, and replace the secret itself: it stands in the history of this file.",
    })),
};
