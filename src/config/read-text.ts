import * as z from "zod";

/** What a text means, or what is wrong with it, in sentences: first what, then perhaps how it is written. */
export type Meant<Value> =
  | { readonly value: Value }
  | { readonly kind: "problem"; readonly problem: string };

/**
 * A text that is read into something else. Its problems come as issues of the code `custom`, whose message is the sentences. For
 * editors, `pattern` is a regular expression that fits every text that can be read, and perhaps more.
 */
export const readText = <Value>(read: (text: string) => Meant<Value>, pattern?: string) =>
  z
    .string()
    .meta(pattern === undefined ? {} : { pattern })
    .transform((text, context): Value => {
      const meant = read(text.trim());
      if ("value" in meant) return meant.value;
      context.addIssue({ code: "custom", message: meant.problem });
      return z.NEVER;
    });
