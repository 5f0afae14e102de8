import type { Policy, PolicyRole, RolePolicy } from "../incident/policy.ts";
import type { PolicyFile } from "./policy.ts";
import { DEFAULT_PRESET, PRESETS } from "./presets.ts";

/** What a well-formed file comes to: its fields over those of its preset. */
export function toPolicy(file: PolicyFile): Policy {
  const preset = PRESETS[file.extends ?? DEFAULT_PRESET];
  return {
    preset: preset.preset,
    labels: file.labels ?? preset.labels,
    severities: file.severities ?? preset.severities,
    rights: file.rights ?? preset.rights,
    roles: toRoles(file.roles ?? {}, preset.roles),
  };
}

type RolesFile = NonNullable<PolicyFile["roles"]>;

/**
 * A role keeps all names that it had in the preset, its old title too, so that issues written before are read as before;
 * but for those that the file gives to another role.
 */
function toRoles(given: RolesFile, preset: Policy["roles"]): Policy["roles"] {
  const namesOf = (role: PolicyRole): string[] => {
    const { title, aliases = [] } = given[role] ?? {};
    return title === undefined ? aliases : [title, ...aliases];
  };
  const toRole = (role: PolicyRole): RolePolicy => {
    const others = Object.keys(preset).filter((name): name is PolicyRole => name !== role);
    const taken = new Set(others.flatMap(namesOf).map(lower));
    const { title, aliases } = preset[role];
    const kept = [title, ...aliases].filter((name) => !taken.has(lower(name)));
    const [first = title, ...rest] = distinct([
      given[role]?.title ?? title,
      ...namesOf(role),
      ...kept,
    ]);
    return { title: first, aliases: rest };
  };
  return {
    commander: toRole("commander"),
    liaison: toRole("liaison"),
    expert: toRole("expert"),
    representative: toRole("representative"),
  };
}

const lower = (text: string): string => text.toLowerCase();

function distinct(words: readonly string[]): readonly string[] {
  const all = words.map(lower);
  return words.filter((_, n) => all.indexOf(all[n]!) === n);
}
