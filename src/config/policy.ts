import * as z from "zod";
import type { PolicyRole, PresetName } from "../incident/policy.ts";

const presetNames = ["2i2c-2022", "2i2c-2026"] as const satisfies readonly PresetName[];
const roleNames = [
  "commander",
  "liaison",
  "expert",
  "representative",
] as const satisfies readonly PolicyRole[];

/** GitHub's own limit for a label's name. */
const labelName = z
  .string()
  .trim()
  .min(1)
  .max(50)
  .regex(/^[^,\r\n]+$/, "without a comma or a line break");

const roleTitle = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} '()/&.-]*$/u, "of letters, digits, blanks and ' ( ) / & . -");

const role = z.strictObject({
  title: roleTitle.optional().meta({
    description: "The name that Sitrep writes for this role.",
    example: "title: Incident Lead",
  }),
  aliases: z.array(roleTitle).max(30).optional().meta({
    description: "Further names that are read as this role, besides those of the preset.",
    example: "aliases: [Incident Lead, IL]",
  }),
});

/** The fields of `roles`. */
export const rolesFile = z.strictObject({
  commander: role.optional(),
  liaison: role.optional(),
  expert: role.optional(),
  representative: role.optional(),
} satisfies Record<PolicyRole, z.ZodType>);

/** What may stand in `.github/sitrep.yml`. Every field may be left out; `example` is a line that shows it. */
export const policyFile = z.strictObject({
  extends: z.enum(presetNames).optional().meta({
    description:
      "The process to start from; what is not said here is as it says. Default 2i2c-2022.",
    example: "extends: 2i2c-2022",
  }),
  labels: z.array(labelName).min(1).max(20).optional().meta({
    description:
      "Labels that declare an incident, in any case. The first one is put on by `/incident`. Default: as the preset says.",
    example: "labels: [incident, outage]",
  }),
  severities: z.array(labelName).min(1).max(10).optional().meta({
    description:
      "The severities, most severe first; each is a label. The last one is given at declaration.",
    example: "severities: [SEV-1, SEV-2, SEV-3, SEV-4]",
  }),
  rights: z.enum(["write", "triage"]).optional().meta({
    description:
      "The least access to the repository with which a person may command. Default write.",
    example: "rights: write",
  }),
  roles: rolesFile.optional().meta({
    description: `What the roles are called: ${roleNames.join(", ")}.`,
    example: "roles: { commander: { title: Incident Lead, aliases: [IL] } }",
  }),
});

/** A repository's policy file, well-formed; what it leaves out is the preset's. */
export type PolicyFile = z.infer<typeof policyFile>;

/** The names of the fields that may stand at a path of the file, none where no mapping may stand. */
export function fieldsAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(policyFile.shape);
  if (path[0] !== "roles" || path.length > 2) return [];
  return Object.keys(path.length === 1 ? rolesFile.shape : role.shape);
}

/** The line that shows how the field at a path is written; null where there is none. */
export function exampleAt([field]: readonly PropertyKey[]): string | null {
  const shape: Readonly<Record<string, z.ZodType>> = policyFile.shape;
  const found = typeof field === "string" && Object.hasOwn(shape, field) ? shape[field] : undefined;
  const example = found?.meta()?.["example"];
  return typeof example === "string" ? example : null;
}
