import { startOf } from "../document.ts";
import { findQuestions } from "../questions.ts";
import { type Rule, toExcerpt } from "../rule.ts";

// What a template leaves behind, as words of their own.
const LEFT =
  /(?<![\p{L}\p{N}_/.-])(?:TODO|TBD|TBC|TBA|FIXME|XXX|\?{3}|_No response_|\{\{[\p{L}\p{N} _./,:-]{1,60}\}\})(?![\p{L}\p{N}_/-])/gu;

/** Questions of the draft below which nothing stands, and what templates leave for people to fill in. */
export const unanswered: Rule = {
  name: "unanswered",
  find: (document) => [
    ...findQuestions(document)
      .filter(({ isAnswered }) => !isAnswered)
      .map(({ text, line }) => ({
        offset: startOf(document, line),
        words: `Nobody answered: ${text}`,
        suggestion: "Write the answer in place of the question; 'We do not know' is one too.",
      })),
    ...[...document.prose.matchAll(LEFT)].map(({ index, 0: found }) => ({
      offset: index,
      words: `"${toExcerpt(found)}" is still to be filled in.`,
      suggestion: "Fill it in, or take it out.",
    })),
  ],
};
