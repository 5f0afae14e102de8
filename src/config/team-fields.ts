import * as z from "zod";
import { toLogin } from "../incident/fields/logins.ts";
import { readText } from "./read-text.ts";

const TEAM = /^@?([a-z\d][\w.-]{0,99}\/[a-z\d][\w.-]{0,99})$/i;
const MOST_NAMES = 20;

/** Whether a text is a login by GitHub's rule, with or without `@`. */
export const isLogin = (text: string): boolean => toLogin(text) !== null;

/** A login, with or without `@`. */
export const login = readText<string>((text) => {
  const value = toLogin(text);
  if (value !== null) return { value };
  return { kind: "problem", problem: "That is not a login." };
});

/** A team as `org/team`, with or without `@`. */
export const teamName = readText<string>(
  (text) => {
    const value = TEAM.exec(text)?.[1];
    if (value !== undefined) return { value };
    return { kind: "problem", problem: "That is no team. Write it like `acme/support`." };
  },
  String.raw`^[^/]+/[^/]+$`,
);

/** A login, or a team as `org/team`, with or without `@`. */
const called = readText<string>((text) => {
  const value = toLogin(text) ?? TEAM.exec(text)?.[1] ?? null;
  if (value !== null) return { value };
  return { kind: "problem", problem: "That is neither a login nor a team." };
});

/** The field `engineering`. */
export const engineeringField = z
  .union([called, z.array(called).max(MOST_NAMES)])
  .optional()
  .meta({
    description:
      "Who is called when an incident escalates. A name with an @ needs quotation marks.",
    takes: `a login or a team as \`org/team\`, or a list of up to ${MOST_NAMES}`,
    example: 'engineering: "@acme/engineering"',
  });
