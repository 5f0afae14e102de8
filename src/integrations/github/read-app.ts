import type { Probot } from "probot";

/** What is granted: permissions by name, and events. */
export interface Granted {
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

/** The App as it is registered, and where it is installed. */
export interface AppFacts {
  /** Such as `sitrep[bot]`. */
  readonly login: string;
  readonly app: Granted;
  readonly installations: readonly (Granted & {
    readonly id: number;
    readonly owner: string;
    readonly isSuspended: boolean;
  })[];
}

const toGranted = (given: {
  readonly permissions: object;
  readonly events: readonly string[];
}): Granted => ({
  permissions: Object.fromEntries(
    Object.entries(given.permissions).map(([name, level]) => [name, String(level)]),
  ),
  events: given.events,
});

/** Asks GitHub, as the App itself. Rejects when GitHub is not reached, or does not accept the credentials. */
export async function readApp(probot: Probot): Promise<AppFacts> {
  const octokit = await probot.auth();
  const { data } = await octokit.rest.apps.getAuthenticated();
  if (data === null) throw new Error("GitHub knows no App with these credentials");
  const found = await octokit.paginate(octokit.rest.apps.listInstallations, { per_page: 100 });
  return {
    login: `${data.slug ?? ""}[bot]`,
    app: toGranted(data),
    installations: found.map((one) => ({
      ...toGranted(one),
      id: one.id,
      owner: one.account === null || !("login" in one.account) ? "(unknown)" : one.account.login,
      isSuspended: one.suspended_at !== null,
    })),
  };
}

const HOUR_MS = 60 * 60_000;

/**
 * Asks GitHub at most once in an hour what the App asks for. Null as long as that is not known; the last answer while GitHub
 * does not answer. Never rejects.
 */
export function createGranted(probot: Probot, now: () => number): () => Promise<Granted | null> {
  let known: Granted | null = null;
  let askedAt = -Infinity;
  return async () => {
    if (now() - askedAt < HOUR_MS) return known;
    askedAt = now();
    try {
      const octokit = await probot.auth();
      const { data } = await octokit.rest.apps.getAuthenticated();
      if (data !== null) known = toGranted(data);
    } catch {
      askedAt = -Infinity;
    }
    return known;
  };
}
