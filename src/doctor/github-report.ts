import { note, ok, problem, type Finding } from "./finding.ts";
import { lackingEvents, lackingPermissions, type Grants, type Lacking } from "./wanted.ts";

/** One place where the App is installed. */
export interface InstallationFacts extends Grants {
  readonly owner: string;
  readonly isSuspended: boolean;
}

/** What GitHub says of the App; `failed`: in a sentence, why it said nothing. */
export type GitHubFacts =
  | { readonly failed: string }
  | {
      readonly login: string;
      readonly app: Grants;
      readonly installations: readonly InstallationFacts[];
    };

const joined = (lacking: readonly Lacking[]): string => lacking.map(({ text }) => text).join(", ");

const toFindings = (
  lacking: readonly Lacking[],
  what: (names: string) => string,
  mend: string,
): readonly Finding[] => {
  const needed = lacking.filter(({ isOptional }) => !isOptional);
  const optional = lacking.filter(({ isOptional }) => isOptional);
  return [
    ...(needed.length > 0 ? [problem(what(joined(needed)), mend)] : []),
    ...(optional.length > 0
      ? [note(what(joined(optional)), `Optional: all else works without. ${mend}`)]
      : []),
  ];
};

function ofInstallation(
  { owner, isSuspended, ...granted }: InstallationFacts,
  app: Grants,
  wanted: Grants,
): readonly Finding[] {
  if (isSuspended) {
    return [
      problem(
        `GitHub: the App is suspended at ${owner}.`,
        "Nothing happens there. An owner ends that in the settings, under GitHub Apps, or uninstalls it.",
      ),
    ];
  }
  // What the App does not ask for itself nobody can grant: that is said once, above.
  const asked = lackingPermissions(wanted, app).map(({ name }) => name);
  const lacking = lackingPermissions(wanted, granted).filter(({ name }) => !asked.includes(name));
  if (lacking.length === 0) return [ok(`GitHub: ${owner} grants what the App asks for.`)];
  return toFindings(
    lacking,
    (names) => `GitHub: ${owner} has not granted ${names}.`,
    `An owner of ${owner} accepts it in the settings, under GitHub Apps, Sitrep.`,
  );
}

/** What there is to say of the App on GitHub. `wanted` is what `app.yml` asks for. */
export function reportGitHub(facts: GitHubFacts, wanted: Grants): readonly Finding[] {
  if ("failed" in facts) {
    return [
      problem(
        `GitHub: ${facts.failed}`,
        "Check APP_ID, PRIVATE_KEY and GHE_HOST, and whether this machine reaches GitHub.",
      ),
    ];
  }
  const { login, app, installations } = facts;
  const page = "Change it on the App's settings page on GitHub, under Permissions & events.";
  const lacking = [
    ...toFindings(
      lackingPermissions(wanted, app),
      (names) => `GitHub: the App does not ask for ${names}.`,
      `${page} Owners are asked to accept it then.`,
    ),
    ...toFindings(
      lackingEvents(wanted, app),
      (names) => `GitHub: the App does not hear of the events ${names}.`,
      page,
    ),
  ];
  const missing = "Install it: on the App's settings page, under Install App.";
  return [
    ok(`GitHub: the credentials work. The App is ${login}.`),
    ...lacking,
    ...(installations.length === 0 ? [problem("GitHub: it is installed nowhere.", missing)] : []),
    ...installations.flatMap((one) => ofInstallation(one, app, wanted)),
  ];
}
