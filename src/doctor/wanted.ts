import { load } from "js-yaml";

/** What an App, or an installation of it, may do and hears of. */
export interface Grants {
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

/** Permissions without which all but one thing works; `app.yml` says which for each. */
export const OPTIONAL: readonly string[] = [
  "checks",
  "members",
  "organization_projects",
  "pull_requests",
];

/** Levels that are less than wanted, and with which all but one thing works. */
const ENOUGH: Readonly<Record<string, string>> = { contents: "read" };

/** Events without which the sweep finds out later. */
const OPTIONAL_EVENTS: readonly string[] = ["pull_request", "pull_request_review"];

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

const isEnough = (name: string, { permissions }: Grants): boolean =>
  Object.hasOwn(ENOUGH, name) && permissions[name] === ENOUGH[name];

/** The permissions that are wanted and not granted, or less than wanted. */
export const lackingPermissions = (wanted: Grants, granted: Grants): readonly Lacking[] =>
  Object.entries(wanted.permissions).flatMap(([name, level]) => {
    const has = RANKS.indexOf(granted.permissions[name] ?? "");
    if (has >= RANKS.indexOf(level)) return [];
    const isOptional = OPTIONAL.includes(name) || isEnough(name, granted);
    return [{ name, text: `${name}: ${level}`, isOptional }];
  });

/** The events that are wanted and not subscribed. */
export const lackingEvents = (wanted: Grants, granted: Grants): readonly Lacking[] =>
  wanted.events.flatMap((name) =>
    granted.events.includes(name)
      ? []
      : [{ name, text: name, isOptional: OPTIONAL_EVENTS.includes(name) }],
  );
