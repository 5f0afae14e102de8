import { note, ok, problem, type Finding } from "./finding.ts";

/** How a check of another system ended; `failed`: in a sentence, which says what to do too. */
export type Checked = { readonly failed: string } | { readonly says: string };

/** What was found outside of GitHub; null: there are no credentials for it. */
export interface OutsideFacts {
  /** `works`: of the token alone; `seen`: what the policy names of it, in the order of the policy. */
  readonly slack: { readonly works: Checked; readonly seen: readonly Checked[] } | null;
  readonly freshdesk: Checked | null;
  /** The project of the policy; null: it names none, or GitHub did not answer. */
  readonly backlog: Checked | null;
  /** The owners of SITREP_OWNERS. */
  readonly owners: readonly string[];
  /** Where the App is installed; null: not known. */
  readonly installedAt: readonly string[] | null;
}

const toFinding = (system: string, checked: Checked): Finding =>
  "failed" in checked
    ? { level: "problem", what: `${system}: ${checked.failed}`, mend: null }
    : ok(`${system}: ${checked.says}`);

function ofOwners({ owners, installedAt }: OutsideFacts): readonly Finding[] {
  if (installedAt === null) return [];
  const installed = installedAt.map((owner) => owner.toLowerCase());
  const unknown = owners.filter((owner) => !installed.includes(owner));
  const others = installedAt.filter((owner) => !owners.includes(owner.toLowerCase()));
  return [
    ...unknown.map((owner) =>
      problem(
        `SITREP_OWNERS names ${owner}, where the App is not installed.`,
        "Correct the name, or install the App there.",
      ),
    ),
    ...others.map((owner) =>
      note(
        `Incidents of ${owner} stay on GitHub.`,
        "To tell them in Slack and Freshdesk too, add the name to SITREP_OWNERS.",
      ),
    ),
  ];
}

/** What there is to say of the systems outside of the issue; of those without credentials, nothing. */
export function reportOutside(facts: OutsideFacts): readonly Finding[] {
  const { slack, freshdesk, backlog } = facts;
  return [
    ...(slack === null ? [] : [slack.works, ...slack.seen]).map((one) => toFinding("Slack", one)),
    ...(freshdesk === null ? [] : [toFinding("Freshdesk", freshdesk)]),
    ...(backlog === null ? [] : [toFinding("Backlog", backlog)]),
    ...(slack === null && freshdesk === null ? [] : ofOwners(facts)),
  ];
}
