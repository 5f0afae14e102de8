/** The processes that Sitrep ships; a repository's policy extends one of them. */
export type PresetName = "2i2c-2022" | "2i2c-2026";

/** The roles that a policy can name in its own words. */
export type PolicyRole = "commander" | "liaison" | "expert" | "representative";

/** What a team calls one role. */
export interface RolePolicy {
  /** The name that Sitrep writes. */
  readonly title: string;
  /** Further names that are read as this role; the title itself is not among them. */
  readonly aliases: readonly string[];
}

/**
 * The repository's rules, complete: every field has a value, from the repository's file or from its preset.
 * Plain data; read from text by `config/read-policy.ts`.
 */
export interface Policy {
  readonly preset: PresetName;
  /** Labels that declare an incident, never empty; the first one is the one that Sitrep creates and puts on. Compare without case. */
  readonly labels: readonly string[];
  /** Severities, most severe first, never empty; the last one is given at declaration. */
  readonly severities: readonly string[];
  /** The least repository access with which a person may command. */
  readonly rights: "write" | "triage";
  readonly roles: Readonly<Record<PolicyRole, RolePolicy>>;
}
