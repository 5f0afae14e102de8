import { readTemplates } from "./read-templates.ts";
import { SLACK_MEMBERS } from "./slack.ts";

const slack = (login: keyof typeof SLACK_MEMBERS): string => `slack: ${SLACK_MEMBERS[login]}`;

/** The team's rules: who is called when time runs out, who works when, and where Slack is told. */
const POLICY = `manager: "@pat-pm"
engineering: ["@ana-sre", "@bo-sre"]
channels: { engineering: "#engineering", support: "#support", updates: "#status" }
people:
  ana-sre: { zone: Europe/Berlin, hours: 09:00-17:00, ${slack("ana-sre")} }
  bo-sre: { zone: Pacific/Auckland, hours: 09:00-17:00, ${slack("bo-sre")} }
  sam-support: { zone: Africa/Lagos, hours: 09:00-17:00, ${slack("sam-support")} }
  pat-pm: { zone: America/Toronto, hours: 09:00-17:00, ${slack("pat-pm")} }
`;

/** What lies in the sandbox's repository, by path. */
export const readRepositoryFiles = (): Readonly<Record<string, string>> => ({
  ...readTemplates(),
  ".github/sitrep.yml": POLICY,
});
