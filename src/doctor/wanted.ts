import { load } from "js-yaml";

/** What an App, or an installation of it, may do and hears of. */
export interface Grants {
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

/** Permissions without which all but one thing works; `app.yml` says which for each. */
export const OPTIONAL: readonly string[] = ["checks", "members", "organization_projects"];

/** What `app.yml` asks for. Throws when its text is not as expected, which is a mistake of Sitrep's. */
export function toWanted(appYml: string): Grants {
  const { default_permissions: permissions, default_events: events } = load(appYml) as {
    readonly default_permissions: Grants["permissions"];
    readonly default_events: Grants["events"];
  };
  return { permissions, events };
}

const RANKS: readonly string[] = ["read", "write", "admin"];

/** One that is wanted and not there. */
export interface Lacking {
  readonly name: string;
  /** As GitHub's pages have it: `issues: write`, or the event's name. */
  readonly text: string;
  readonly isOptional: boolean;
}

/** The permissions that are wanted and not granted, or less than wanted. */
export const lackingPermissions = (wanted: Grants, granted: Grants): readonly Lacking[] =>
  Object.entries(wanted.permissions).flatMap(([name, level]) => {
    const has = RANKS.indexOf(granted.permissions[name] ?? "");
    if (has >= RANKS.indexOf(level)) return [];
    return [{ name, text: `${name}: ${level}`, isOptional: OPTIONAL.includes(name) }];
  });

/** The events that are wanted and not subscribed. */
export const lackingEvents = (wanted: Grants, granted: Grants): readonly Lacking[] =>
  wanted.events.flatMap((name) =>
    granted.events.includes(name) ? [] : [{ name, text: name, isOptional: false }],
  );
