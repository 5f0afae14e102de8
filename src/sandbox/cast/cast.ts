import type { RepositoryRole } from "../github/index.ts";

/** Somebody whom the player can act as. */
export interface CastMember {
  readonly login: string;
  readonly name: string;
  /** What they do in the team. */
  readonly job: string;
  readonly place: string;
  /** IANA name of their time zone. */
  readonly zone: string;
  readonly role: RepositoryRole;
}

/** Everybody in the sandbox who is played: two engineers in far zones, three others, one of them without rights. */
export const CAST = [
  {
    login: "ana-sre",
    name: "Ana Ferreira",
    job: "SRE",
    place: "Berlin",
    zone: "Europe/Berlin",
    role: "maintain",
  },
  {
    login: "bo-sre",
    name: "Bo Tāmihana",
    job: "SRE, databases",
    place: "Auckland",
    zone: "Pacific/Auckland",
    role: "write",
  },
  {
    login: "sam-support",
    name: "Sam Okoye",
    job: "Support Steward",
    place: "Lagos",
    zone: "Africa/Lagos",
    role: "write",
  },
  {
    login: "pat-pm",
    name: "Pat Lindqvist",
    job: "Project Manager",
    place: "Toronto",
    zone: "America/Toronto",
    role: "write",
  },
  {
    login: "cleo-hub",
    name: "Cleo Marchetti",
    job: "Community Representative",
    place: "Lisbon",
    zone: "Europe/Lisbon",
    role: "read",
  },
] as const satisfies readonly CastMember[];

/** The login of somebody in the cast. */
export type CastLogin = (typeof CAST)[number]["login"];

/** Who acts until the player chooses. */
export const FIRST_PLAYER: CastLogin = "ana-sre";

/** The member with this login, or undefined. */
export const findMember = (login: string): CastMember | undefined =>
  CAST.find((member) => member.login === login);

const RIGHTS: Readonly<Record<RepositoryRole, string>> = {
  admin: "may do everything",
  maintain: "may command",
  write: "may command",
  triage: "may label and assign",
  read: "may open and comment",
  none: "may read",
};

/** What a role allows, in a few words for the page. */
export const describeRights = (role: RepositoryRole): string => RIGHTS[role];

const ORDER: readonly RepositoryRole[] = ["none", "read", "triage", "write", "maintain", "admin"];

/** Whether a role is at least another one. */
export const isAtLeast = (role: RepositoryRole, least: RepositoryRole): boolean =>
  ORDER.indexOf(role) >= ORDER.indexOf(least);
