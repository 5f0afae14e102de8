import type { Policy, PolicyRole, RolePolicy } from "../incident/policy.ts";
import type { ReportPolicy, ReportRule, RuleLevel } from "../incident/report-policy.ts";
import { toReminders } from "./reminder-presets.ts";
import { toDuty } from "./to-duty.ts";
import { toCalendar, toPeople } from "./to-calendar.ts";
import type { PolicyFile } from "./policy.ts";
import { toProject } from "./to-project.ts";
import { DEFAULT_PRESET, PRESETS } from "./presets.ts";
import type { ReportFile } from "./report-fields.ts";

/** What a well-formed file comes to: its fields over those of its preset. */
export function toPolicy(file: PolicyFile): Policy {
  const preset = PRESETS[file.extends ?? DEFAULT_PRESET];
  const manager = toDuty(file.manager);
  const needsLiaison = file.roles?.liaison !== "optional";
  return {
    ...preset,
    labels: file.labels ?? preset.labels,
    severities: file.severities ?? preset.severities,
    phases: toPhases(file.phases ?? {}, preset.phases),
    rights: file.rights ?? preset.rights,
    roles: toRoles(file.roles ?? {}, preset.roles),
    requiredRoles: preset.requiredRoles.filter((role) => needsLiaison || role !== "liaison"),
    stewardRole: needsLiaison ? preset.stewardRole : "commander",
    calendar: file.calendar === undefined ? preset.calendar : toCalendar(file.calendar),
    people: file.people === undefined ? preset.people : toPeople(file.people),
    duties: { steward: toDuty(file.steward), manager },
    // Who it is by anything else is known at the time of a look alone.
    manager: manager.kind === "login" ? manager.login : preset.manager,
    engineering: file.engineering === undefined ? preset.engineering : [file.engineering].flat(),
    channels: {
      engineering: file.channels?.engineering ?? preset.channels.engineering,
      support: file.channels?.support ?? preset.channels.support,
      updates: file.channels?.updates ?? preset.channels.updates,
    },
    thread: file.thread ?? preset.thread,
    ticket: toTicket(file.ticket ?? {}, preset.ticket),
    project: file.project === undefined ? preset.project : toProject(file.project),
    reminders: toReminders(file.reminders ?? {}, preset.reminders),
    closeGate: file.closeGate ?? preset.closeGate,
    silence: file.silence ?? preset.silence,
    report: toReport(
      file.report ?? {},
      needsLiaison ? preset.report : { ...preset.report, writer: "commander" },
    ),
    related: file.related === undefined ? preset.related : toRelated(file.related, preset.related),
  };
}

const toRelated = (
  file: NonNullable<PolicyFile["related"]>,
  preset: Policy["related"],
): Policy["related"] => (file === "off" ? null : { fields: file.fields ?? preset?.fields ?? [] });

function toReport(file: ReportFile, preset: ReportPolicy): ReportPolicy {
  const levelOf = (rule: ReportRule): RuleLevel => file.rules?.[rule] ?? preset.rules[rule];
  return {
    writer: file.writer ?? preset.writer,
    reviewers: file.reviewers ?? preset.reviewers,
    to: file.to ?? preset.to,
    path: file.path ?? preset.path,
    as: file.as ?? preset.as,
    names: file.names ?? preset.names,
    zone: file.zone ?? preset.zone,
    rules: {
      format: levelOf("format"),
      conflict: levelOf("conflict"),
      unanswered: levelOf("unanswered"),
      "empty-section": levelOf("empty-section"),
      "action-items": levelOf("action-items"),
      times: levelOf("times"),
      zones: levelOf("zones"),
      blame: levelOf("blame"),
      secrets: levelOf("secrets"),
      addresses: levelOf("addresses"),
    },
    template: file.template ?? preset.template,
    debt: file.debt ?? preset.debt,
  };
}

const toPhases = (
  given: NonNullable<PolicyFile["phases"]>,
  preset: Policy["phases"],
): Policy["phases"] => ({
  investigating: given.investigating ?? preset.investigating,
  mitigated: given.mitigated ?? preset.mitigated,
  resolved: given.resolved ?? preset.resolved,
});

const toTicket = (
  file: NonNullable<PolicyFile["ticket"]>,
  preset: Policy["ticket"],
): Policy["ticket"] => ({
  approval: file.approval ?? preset.approval,
  onReply: file.onReply ?? preset.onReply,
  onResolve: file.onResolve ?? preset.onResolve,
  onClose: file.onClose ?? preset.onClose,
  internalHosts: file.internalHosts ?? preset.internalHosts,
  canned: { ...preset.canned, ...file.canned },
});

type RolesFile = NonNullable<PolicyFile["roles"]>;

/** What a file calls a role; nothing where it only says whether there has to be one. */
export function namesOfRole(
  given: RolesFile,
  role: PolicyRole,
): { readonly title?: string | undefined; readonly aliases?: readonly string[] | undefined } {
  const names = given[role];
  return names === undefined || names === "optional" ? {} : names;
}

/**
 * A role keeps all names that it had in the preset, its old title too, so that issues written before are read as before;
 * but for those that the file gives to another role.
 */
function toRoles(given: RolesFile, preset: Policy["roles"]): Policy["roles"] {
  const namesOf = (role: PolicyRole): readonly string[] => {
    const { title, aliases = [] } = namesOfRole(given, role);
    return title === undefined ? aliases : [title, ...aliases];
  };
  const toRole = (role: PolicyRole): RolePolicy => {
    const others = Object.keys(preset).filter((name): name is PolicyRole => name !== role);
    const taken = new Set(others.flatMap(namesOf).map(lower));
    const { title, aliases } = preset[role];
    const kept = [title, ...aliases].filter((name) => !taken.has(lower(name)));
    const [first = title, ...rest] = distinct([
      namesOfRole(given, role).title ?? title,
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
    steward: toRole("steward"),
    manager: toRole("manager"),
  };
}

const lower = (text: string): string => text.toLowerCase();

function distinct(words: readonly string[]): readonly string[] {
  const all = words.map(lower);
  return words.filter((_, n) => all.indexOf(all[n]!) === n);
}
