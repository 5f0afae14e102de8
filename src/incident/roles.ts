/**
 * The roles of an incident (docs/process.md, Terms). To add a role, add a row: field, title and default follow from it.
 * `single` roles have one holder at a time, who is asked to confirm and is assigned to the issue.
 */
export const ROLES = {
  commander: {
    title: "Incident Commander",
    duty: "plans, delegates, and knows the state",
    command: "/commander",
  },
  liaison: {
    title: "External Liaison",
    duty: "tells the affected community where things stand",
    command: "/liaison",
  },
} as const satisfies Record<string, RoleRow>;

interface RoleRow {
  readonly title: string;
  readonly duty: string;
  readonly command: string;
}

/** The code name of a role that one person holds at a time; titles may differ by policy, code names never. */
export type RoleName = keyof typeof ROLES;

/** Every role with one holder, in the order in which they are filled. */
export const ROLE_NAMES = Object.keys(ROLES) as readonly RoleName[];
