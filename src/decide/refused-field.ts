import type { RefusedLine } from "../effects/index.ts";
import type { BodyFields } from "../incident/fields/index.ts";
import type { Claim } from "../incident/incident.ts";
import { mayHoldRole, personOf } from "../incident/person.ts";
import { ROLES, type RoleName } from "../incident/roles.ts";
import { CLAIM_TEXT_LIMIT, toEntryText } from "../incident/timeline.ts";
import type { Given } from "./walk.ts";

/** A role field of the top comment that could not be followed: the line for the answer, and the claim for the status comment. */
export interface RefusedField {
  readonly line: RefusedLine;
  readonly claim: Omit<Claim, "by">;
}

const SENTENCES = {
  "no-such-account": (text: string) =>
    `There is no GitHub account named ${text}. Is it spelled right?`,
  "no-rights": (text: string) =>
    `${text} has no write access to this repository, so they cannot hold a role. Give them access, or name somebody else.`,
  "not-readable": (text: string) => `“${text}” does not read as one person's GitHub login.`,
} as const;

/** Why the role field of these fields cannot be followed; null when it names a person who may hold the role, or nobody. */
export function refusedField(
  role: RoleName,
  fields: BodyFields,
  given: Given,
): RefusedField | null {
  const login = fields[role];
  const problem = fields.problems.find((one) => one.field === role);
  const refuse = (why: keyof typeof SENTENCES, words: string): RefusedField => {
    const text = toEntryText(words, CLAIM_TEXT_LIMIT);
    const raw = toEntryText(fields.raw[role] ?? words, CLAIM_TEXT_LIMIT);
    return {
      line: {
        line: `${given.policy.roles[role].title}: ${raw}`,
        problem: SENTENCES[why](text),
        usage: `${ROLES[role].command} @user`,
        who: null,
      },
      claim: { field: role, text: raw, why },
    };
  };
  if (login === null) return problem === undefined ? null : refuse("not-readable", problem.text);
  const person = personOf(given.people, login);
  if (person === null) return refuse("no-such-account", login);
  return mayHoldRole(person, given.policy) ? null : refuse("no-rights", person.login);
}
