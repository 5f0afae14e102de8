import { isSameLogin } from "../incident/actor.ts";
import type { Policy } from "../incident/policy.ts";
import { ROLE_NAMES } from "../incident/roles.ts";
import type { ReportFacts, Tenure } from "../report/index.ts";
import { person, short } from "./places.ts";
import { cut } from "./visible.ts";

/** How the people of an incident are named in its report: `who` in full, `bare` beside somebody of the same role, `Who` first in a sentence. */
export interface ReportPeople {
  readonly who: (login: string) => string;
  readonly bare: (login: string, beside: string) => string;
  /** An expert's area, where their name does not tell it: ` (storage)`. */
  readonly area: (login: string, area: string) => string;
  /** People's words, in which those who took part are named in the same way. */
  readonly words: (text: string) => string;
}

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
] as const;

interface Label {
  readonly role: Tenure["role"];
  readonly full: string;
  readonly bare: string;
}

const ROLES: readonly Tenure["role"][] = [...ROLE_NAMES, "expert"];

/** The holders of a role in the order in which they had it, each once; whoever had a role before it in the table is named by that. */
function holdersOf(tenures: readonly Tenure[], role: Tenure["role"]): readonly Tenure[] {
  const before = ROLES.slice(0, ROLES.indexOf(role));
  return tenures.filter(
    (one, index) =>
      one.role === role &&
      tenures.findIndex((other) => other.role === role && isSameLogin(other.who, one.who)) ===
        index &&
      !tenures.some((other) => before.includes(other.role) && isSameLogin(other.who, one.who)),
  );
}

function toLabels({ tenures }: ReportFacts, { roles }: Policy): ReadonlyMap<string, Label> {
  const labels = ROLES.flatMap((role) => {
    const holders = holdersOf(tenures, role);
    const title = short(roles[role].title);
    return holders.map(({ who, area }, index): readonly [string, Label] => {
      const name = who.toLowerCase();
      const ordinal = ORDINALS[index] ?? `${index + 1}th`;
      const isOnly = holders.length === 1;
      const isOnlyOfArea = area !== null && holders.filter((one) => one.area === area).length === 1;
      if (isOnlyOfArea) {
        const full = `the ${title} for ${short(area)}`;
        return [name, { role, full, bare: full }];
      }
      const full = isOnly ? `the ${title}` : `the ${ordinal} ${title}`;
      return [name, { role, full, bare: isOnly ? full : `the ${ordinal}` }];
    });
  });
  return new Map(labels);
}

const inBrackets = (area: string): string => (area === "" ? "" : ` (${short(area)})`);

/** More of a text is not shown. */
const LONGEST_WORDS = 1000;

const MENTION = /(?<![\w@/.-])@([a-z\d](?:-?[a-z\d]){0,38})(?![\w/@-])/gi;

/** People by what they were in the incident, or by their logins, as the policy has it; nobody is notified. */
export function toReportPeople(facts: ReportFacts, policy: Policy, server: string): ReportPeople {
  if (policy.report.names === "logins") {
    const who = (login: string): string => person(login, server);
    return { who, bare: who, area: (_, area) => inBrackets(area), words: (text) => text };
  }
  const labels = toLabels(facts, policy);
  const representative = `the ${short(policy.roles.representative.title)}`;
  const labelOf = (login: string): Label | undefined => labels.get(login.toLowerCase());
  const who = (login: string): string => {
    if (isSameLogin(login, facts.representative)) return representative;
    return labelOf(login)?.full ?? "a responder";
  };
  const isKnown = (login: string): boolean =>
    labelOf(login) !== undefined ||
    isSameLogin(login, facts.representative) ||
    facts.participants.some((one) => isSameLogin(one.login, login));
  return {
    who,
    bare: (login, beside) => {
      const [one, other] = [labelOf(login), labelOf(beside)];
      return one !== undefined && one.role === other?.role ? one.bare : who(login);
    },
    area: (login, area) => (who(login).endsWith(` for ${short(area)}`) ? "" : inBrackets(area)),
    words: (text) =>
      cut(text, LONGEST_WORDS).replace(MENTION, (whole, login: string) =>
        isKnown(login) ? who(login) : whole,
      ),
  };
}
