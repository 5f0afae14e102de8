import { findBlocks } from "../../blocks.ts";
import type { Rule } from "../rule.ts";

/** Boxes in which newer facts wait for somebody to choose (`refresh.ts`). */
export const conflict: Rule = {
  name: "conflict",
  find: ({ text }) =>
    findBlocks(text)
      .filter(({ kind }) => kind === "conflict")
      .map(({ start, name }) => ({
        offset: start,
        words: `The facts of "${name}" changed after somebody edited them.`,
        suggestion: "Take over from the box what is right, and delete the box.",
      })),
};
