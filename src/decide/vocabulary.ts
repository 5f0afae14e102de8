import { defaultVocabulary, type FieldWords, type Vocabulary } from "../incident/fields/index.ts";
import type { Policy, RolePolicy } from "../incident/policy.ts";

// What the team calls a role is written; what everybody calls it is still read.
const words = (known: FieldWords, { title, aliases }: RolePolicy): FieldWords => ({
  title,
  aliases: [known.title, ...known.aliases, ...aliases].filter((alias) => alias !== title),
});

// The field lists several; a name that is in the plural already stays.
const toPlural = (title: string): string => (title.endsWith("s") ? title : `${title}s`);

/** The words of the top comment's fields, with the policy's names for the roles. */
export function toVocabulary({ roles }: Policy): Vocabulary {
  const known = defaultVocabulary;
  return {
    ...known,
    commander: words(known.commander, roles.commander),
    liaison: words(known.liaison, roles.liaison),
    experts: words(known.experts, { ...roles.expert, title: toPlural(roles.expert.title) }),
    representative: words(known.representative, roles.representative),
  };
}
