import type { Policy, PresetName } from "../incident/policy.ts";

const severities = ["SEV-1", "SEV-2", "SEV-3", "SEV-4"] as const;

const expert = {
  title: "Subject Matter Expert",
  aliases: ["Subject Matter Experts", "Expert", "Experts", "SME", "SMEs"],
} as const;

const representative = {
  title: "Community Representative",
  aliases: ["Community Representatives", "Community Rep", "Community Contact"],
} as const;

/** The process of 2022, in twelve steps. */
const published2022: Policy = {
  preset: "2i2c-2022",
  labels: ["incident", "type: Hub Incident"],
  severities,
  rights: "write",
  roles: {
    commander: {
      title: "Incident Commander",
      aliases: ["Incident Responder", "Incident Lead", "Commander", "IC"],
    },
    liaison: {
      title: "External Liaison",
      aliases: ["External Liason", "Liaison", "Communication Liaison", "Comms Lead", "Comms"],
    },
    expert,
    representative,
  },
};

/** The process of 2026: who acknowledged responds, and may act; the liaison writes the report. */
const published2026: Policy = {
  ...published2022,
  preset: "2i2c-2026",
  labels: ["incident", "outage"],
  roles: {
    commander: {
      title: "Incident Responder",
      aliases: ["Incident Commander", "Incident Lead", "Responder", "IR", "Commander", "IC"],
    },
    liaison: {
      title: "Communication Liaison",
      aliases: ["External Liaison", "External Liason", "Liaison", "Comms Lead", "Comms"],
    },
    expert,
    representative,
  },
};

/** The processes that Sitrep ships, each a complete policy. */
export const PRESETS: Readonly<Record<PresetName, Policy>> = {
  "2i2c-2022": published2022,
  "2i2c-2026": published2026,
};

/** The preset of a repository that names none. */
export const DEFAULT_PRESET: PresetName = "2i2c-2022";
