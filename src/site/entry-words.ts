import { findPhase, PHASES } from "../incident/phases.ts";
import { isSameLogin } from "../incident/actor.ts";
import type { TimelineEntry, TimelineKind } from "../incident/timeline.ts";
import { toName, type Holders, type Naming } from "./people.ts";

/** Who and what an entry is about, as the site calls them. */
interface Words {
  /** Who did it; null: nobody in person. */
  readonly by: string | null;
  readonly who: string | null;
  /** They did it to themselves. */
  readonly isSelf: boolean;
  /** The title of a role. */
  readonly role: string;
  readonly what: string;
}

type Teller = (words: Words) => string;

const doer =
  (does: string, passive: string): Teller =>
  ({ by }) =>
    by === null ? passive : `${by} ${does}`;

const TELLERS: Readonly<Record<TimelineKind, Teller>> = {
  declared: doer("declared the incident", "the incident was declared"),
  role: ({ by, who, isSelf, role }) => {
    if (who === null) return `nobody is ${role} any more`;
    if (isSelf) return `somebody took over as ${role}`;
    return by === null ? `the ${role} was named by default` : `the ${role} was named`;
  },
  accepted: ({ role }) => `the ${role} confirmed`,
  declined: ({ role }) => `the one asked cannot be ${role}`,
  "handoff-asked": ({ role }) => `somebody was asked to take over as ${role}`,
  "passed-over": ({ role }) => `the ${role} by the policy may not hold a role here`,
  expert: ({ isSelf }) => (isSelf ? "an expert joined" : "an expert was called in"),
  released: () => "an expert stood down",
  severity: ({ by, what }) => `${by ?? "somebody"} set the severity to ${what}`,
  note: doer("noted", "noted"),
  update: doer("gave a status update", "a status update"),
  phase: ({ by, what }) => {
    const phase = findPhase(what);
    return `${by ?? "somebody"} set the state to ${phase === null ? what : PHASES[phase].title}`;
  },
  escalated: doer("asked for help", "time ran out, and help was called"),
  told: doer("told the community", "the community was told"),
  answered: () => "the community answered",
  action: doer("filed an action item", "an action item was filed"),
  "report-drafted": () => "the Incident Report was drafted",
  "report-approved": doer("approved the Incident Report", "the Incident Report was approved"),
  published: () => "the Incident Report was published",
  impact: doer("said when users were hit", "when users were hit was said"),
  backlog: doer("put it into the backlog", "it was put into the backlog"),
  done: doer("said that a step is done", "a step is done"),
  undone: doer("said that a step is not done", "a step is not done"),
  snoozed: doer("put off a reminder", "a reminder was put off"),
  confirmed: doer("confirmed for the community that it is over", "it is over"),
  ticket: doer("added a support ticket", "a support ticket was added"),
  cancelled: doer("said that it is no incident", "it is no incident"),
  closed: doer("closed the issue", "an automation closed the issue"),
  "closed-anyway": doer("closed it though something was missing", "it was closed"),
  "close-refused": doer("wanted to close it while something was missing", "it stayed open"),
  reopened: doer("opened it again", "it was opened again"),
  "label-removed": doer("took the incident label off", "the incident label came off"),
  "label-restored": doer("put the incident label back on", "the incident label came back"),
  "put-back": ({ role }) => `Sitrep put ${role} back`,
};

/** In place of some tellers where people appear by login. */
const NAMED: Readonly<Partial<Record<TimelineKind, Teller>>> = {
  role: ({ by, who, isSelf, role }) => {
    if (who === null) return `nobody is ${role} any more`;
    if (isSelf) return `${who} is ${role} now`;
    return by === null ? `${who} is ${role} by default` : `${by} made ${who} ${role}`;
  },
  accepted: ({ by, role }) => `${by ?? "somebody"} confirmed that they are ${role}`,
  declined: ({ by, role }) => `${by ?? "somebody"} cannot be ${role}`,
  "handoff-asked": ({ by, who, role }) =>
    `${by ?? "somebody"} asked ${who ?? "somebody"} to take over as ${role}`,
  expert: ({ by, who, isSelf }) =>
    isSelf ? `${who ?? ""} joined as expert` : `${by ?? "Sitrep"} called ${who ?? ""} in as expert`,
  released: ({ who }) => `${who ?? "an expert"} stood down`,
};

const isRole = (what: string): what is "commander" | "liaison" =>
  what === "commander" || what === "liaison";

/** What an entry tells, in words of ours, without its text. `holders`: as of this entry. */
export function toEntryWords(entry: TimelineEntry, holders: Holders, naming: Naming): string {
  const { kind, by, who, what = "" } = entry;
  const tell = (naming.names ? NAMED[kind] : undefined) ?? TELLERS[kind];
  return tell({
    by: by === null ? null : toName(by, holders, naming),
    who: who === undefined ? null : toName(who, holders, naming),
    isSelf: who !== undefined && isSameLogin(by, who),
    role: isRole(what) ? naming.roles[what].title : what,
    what,
  });
}
