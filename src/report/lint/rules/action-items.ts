import { actionsIn } from "../../action-items.ts";
import { startOf } from "../document.ts";
import { type Rule, toExcerpt } from "../rule.ts";

/** Action items that are not done and refer to no issue: what nobody is assigned to is what is not done. */
export const actionItems: Rule = {
  name: "action-items",
  find: (document) =>
    actionsIn(document)
      .filter(({ isDone, hasIssue }) => !isDone && !hasIssue)
      .map(({ line, title }) => ({
        offset: startOf(document, line - 1),
        words: `The action item "${toExcerpt(title)}" has no issue.`,
        suggestion:
          "Write `/actions` in the incident's issue, which makes one of it, or link to the one there is.",
      })),
};
