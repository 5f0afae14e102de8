import { readTemplates } from "./read-templates.ts";
import { SLACK_MEMBERS } from "./slack.ts";

const slack = (login: keyof typeof SLACK_MEMBERS): string => `slack: ${SLACK_MEMBERS[login]}`;

/** The team's rules: who is called when time runs out, who works when, where Slack is told, and how the backlog follows. */
const POLICY = `manager: "@pat-pm"
engineering: ["@ana-sre", "@bo-sre"]
channels: { engineering: "#engineering", support: "#support", updates: "#status" }
project:
  owner: lagoon-hubs
  number: 1
  onAdd: { Kind: Incident, Sprint: current }
  onEscalate: { Status: Needs help }
  phases: { investigating: { Status: In progress }, resolved: { Status: Done, Resolved on: today } }
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
