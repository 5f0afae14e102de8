import { apart, type BlameKind, findBlame } from "../../../incident/outgoing/index.ts";
import { type Rule, toExcerpt } from "../rule.ts";

interface Reworded {
  readonly what: string;
  readonly suggestion: string;
}

/** What each kind of blame is, and how the same is said of the system. */
const WORDS: Readonly<Record<BlameKind, Reworded>> = {
  "human-error": {
    what: "stops at a person where the report could go on",
    suggestion:
      "Say what made the step easy to get wrong: 'The command takes the production cluster unless another one is named.'",
  },
  fault: {
    what: "says whose fault it was",
    suggestion: "Say what let it happen: 'Nothing stood between the merge and all of the hubs.'",
  },
  character: {
    what: "judges a person",
    suggestion:
      "Say what could be seen at that time, and what would have helped: 'The dashboard showed the old cluster.'",
  },
  hindsight: {
    what: "says what somebody did not do, by what is known now",
    suggestion:
      "Say what will tell sooner from now on: 'An alert on the disk would have come at 08:10 UTC.'",
  },
  deed: {
    what: "makes a person the cause",
    suggestion:
      "Make the change the subject: 'The upgrade removed the old key while a hub still used it.'",
  },
};

/** Words that name somebody with a fault, or judge them; each with how the same is said of the system. */
export const blame: Rule = {
  name: "blame",
  find: ({ prose }) =>
    apart(findBlame(prose)).map(({ offset, text, kind }) => {
      const { what, suggestion } = WORDS[kind];
      return { offset, words: `"${toExcerpt(text)}" ${what}.`, suggestion };
    }),
};
