import * as z from "zod";
import { PHASE_NAMES, type PhaseName } from "../incident/phases.ts";
import type { CloseGate, PolicyRole, PresetName } from "../incident/policy.ts";
import { channelsField, threadField } from "./chat-fields.ts";
import { managerField, stewardField } from "./duty-fields.ts";
import { projectField } from "./project-fields.ts";
import { relatedField } from "./related-field.ts";
import { remindersField } from "./reminder-fields.ts";
import { reportField } from "./report-fields.ts";
import * as walk from "./schema-walk.ts";
import { engineeringField } from "./team-fields.ts";
import { ticketField } from "./ticket-fields.ts";
import { calendarField, duration, peopleField } from "./time-fields.ts";

const presetNames = ["2i2c-2022", "2i2c-2026"] as const satisfies readonly PresetName[];
const roleNames = [
  "commander",
  "liaison",
  "expert",
  "representative",
  "steward",
  "manager",
] as const satisfies readonly PolicyRole[];

const closeGates = ["reopen", "warn", "off"] as const satisfies readonly CloseGate[];

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

const rolesFile = z.strictObject({
  commander: role.optional(),
  liaison: z
    .union([z.enum(["optional"]), role])
    .optional()
    .meta({
      description:
        "`optional` where whoever leads speaks with the community: nobody gets the role by default, and nobody is asked to take it.",
      takes: "`optional`, or title and aliases",
      example: "liaison: optional",
    }),
  expert: role.optional(),
  representative: role.optional(),
  steward: role.optional(),
  manager: role.optional(),
} satisfies Record<PolicyRole, z.ZodType>);

const phaseField = (phase: PhaseName) =>
  labelName.optional().meta({
    description: `The label of an incident that is ${phase}.`,
    example: `${phase}: "status: ${phase}"`,
  });

const phasesFile = z.strictObject({
  investigating: phaseField("investigating"),
  mitigated: phaseField("mitigated"),
  resolved: phaseField("resolved"),
} satisfies Record<PhaseName, z.ZodType>);

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
  phases: phasesFile.optional().meta({
    description: `What the labels of the phases are called: ${PHASE_NAMES.join(", ")}.`,
    takes: "the name of a label for each",
    example: 'phases: { mitigated: "status: contained" }',
  }),
  rights: z.enum(["write", "triage"]).optional().meta({
    description:
      "The least access to the repository with which a person may command. Default write.",
    example: "rights: write",
  }),
  roles: rolesFile.optional().meta({
    description: `What the roles are called: ${roleNames.join(", ")}. The liaison may be \`optional\`.`,
    example: "roles: { commander: { title: Incident Lead, aliases: [IL] } }",
  }),
  calendar: calendarField,
  people: peopleField,
  steward: stewardField,
  manager: managerField,
  engineering: engineeringField,
  channels: channelsField,
  thread: threadField,
  ticket: ticketField,
  project: projectField,
  reminders: remindersField,
  closeGate: z.enum(closeGates).optional().meta({
    description:
      "What Sitrep does when the issue is closed as completed though something is missing: `reopen` it and say what, only `warn`, or nothing.",
    example: "closeGate: warn",
  }),
  silence: duration.optional().meta({
    description:
      "How long the community may say nothing after it was told of the resolution until that counts as agreement.",
    takes: "duration",
    example: "silence: 48 working hours",
  }),
  report: reportField,
  related: relatedField,
});

/** A repository's policy file, well-formed; what it leaves out is the preset's. */
export type PolicyFile = z.infer<typeof policyFile>;

/** The names of the fields that may stand at a path of the file, none where no mapping may stand. */
export const fieldsAt = (path: readonly PropertyKey[]): readonly string[] =>
  walk.fieldsAt(policyFile, path);

/** The line that shows how the field at a path is written, or the nearest one around it; null where there is none. */
export const exampleAt = (path: readonly PropertyKey[]): string | null =>
  walk.exampleAt(policyFile, path);

/** Every field of the file, for the docs. */
export const policyFields = (): readonly walk.FieldDoc[] => walk.listFields(policyFile);
