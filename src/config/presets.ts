import { NOBODY } from "../incident/duty.ts";
import { PHASE_LABELS } from "../incident/phases.ts";
import { ROLE_NAMES } from "../incident/roles.ts";
import type { Policy, PresetName } from "../incident/policy.ts";
import type { ReportPolicy } from "../incident/report-policy.ts";
import { WEEKDAYS_24H } from "../incident/time/index.ts";
import { DEFAULT_REMINDERS, toDuration } from "./reminder-presets.ts";

const severities = ["SEV-1", "SEV-2", "SEV-3", "SEV-4"] as const;

const expert = {
  title: "Subject Matter Expert",
  aliases: ["Subject Matter Experts", "Expert", "Experts", "SME", "SMEs"],
} as const;

const representative = {
  title: "Community Representative",
  aliases: ["Community Representatives", "Community Rep", "Community Contact"],
} as const;

/** Published by pull request; what could be a word of its own in a report is told, and holds nothing up. */
const REPORT: ReportPolicy = {
  writer: "commander",
  reviewers: [],
  to: null,
  path: "incident-reports/{{date}}-{{slug}}.md",
  as: "pull-request",
  names: "roles",
  zone: null,
  rules: {
    format: "blocking",
    conflict: "blocking",
    unanswered: "blocking",
    "empty-section": "blocking",
    "action-items": "blocking",
    times: "blocking",
    zones: "advisory",
    blame: "advisory",
    secrets: "blocking",
    addresses: "blocking",
  },
  template: null,
  debt: "issue",
};

/** The process of 2022, in twelve steps. */
const published2022: Policy = {
  preset: "2i2c-2022",
  labels: ["incident", "type: Hub Incident"],
  severities,
  phases: PHASE_LABELS,
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
    steward: { title: "Support Steward", aliases: ["Support Triager", "Steward", "Triager"] },
    manager: { title: "Project Manager", aliases: ["PM"] },
  },
  requiredRoles: ROLE_NAMES,
  calendar: WEEKDAYS_24H,
  people: {},
  duties: { steward: NOBODY, manager: NOBODY },
  stewardRole: "commander",
  managerJoins: false,
  manager: null,
  engineering: [],
  channels: { engineering: null, support: null, updates: null },
  thread: true,
  ticket: {
    approval: "role",
    onReply: "pending",
    onResolve: "resolved",
    onClose: "closed",
    internalHosts: [],
    canned: {},
  },
  project: null,
  reminders: DEFAULT_REMINDERS,
  closeGate: "reopen",
  silence: toDuration("48 working hours"),
  report: REPORT,
  related: { fields: ["Hub", "Hub URL", "Service", "Community", "Cluster"] },
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
    steward: { title: "Support Triager", aliases: ["Support Steward", "Triager", "Steward"] },
    manager: { title: "Tech Lead", aliases: ["Project Manager"] },
  },
  stewardRole: "liaison",
  managerJoins: true,
  report: {
    ...REPORT,
    writer: "liaison",
    reviewers: ["commander", "manager"],
    path: "reports/{{date}}-{{slug}}.md",
  },
};

/** The processes that Sitrep ships, each a complete policy. */
export const PRESETS: Readonly<Record<PresetName, Policy>> = {
  "2i2c-2022": published2022,
  "2i2c-2026": published2026,
};

/** The preset of a repository that names none. */
export const DEFAULT_PRESET: PresetName = "2i2c-2022";
