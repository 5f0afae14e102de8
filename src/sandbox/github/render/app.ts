import type { Installation } from "../world/records.ts";
import { toTimestamp } from "../world/store.ts";
import type { Store } from "../world/store.ts";
import { renderUser } from "./user.ts";

const REGISTERED = toTimestamp(new Date(0));

/** The app as REST shows it, also as `performed_via_github_app`. */
export function renderApp(store: Store) {
  const { app, origin, bot } = store;
  return {
    id: app.id,
    client_id: `Iv1.${app.id}`,
    slug: app.slug,
    node_id: `A_kwDO${app.id}`,
    owner: renderUser(origin, bot),
    name: app.slug,
    description: null,
    external_url: origin,
    html_url: `${origin}/apps/${app.slug}`,
    created_at: REGISTERED,
    updated_at: REGISTERED,
    permissions: app.permissions,
    events: app.events,
  };
}

/** An installation as REST and webhooks show it. */
export function renderInstallation(store: Store, installation: Installation) {
  const { app, origin } = store;
  const { id, account, createdAt } = installation;
  return {
    id,
    client_id: `Iv1.${app.id}`,
    account: renderUser(origin, account),
    repository_selection: "selected",
    access_tokens_url: `${origin}/api/v3/app/installations/${id}/access_tokens`,
    repositories_url: `${origin}/api/v3/installation/repositories`,
    html_url: `${origin}/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.typename,
    permissions: installation.permissions,
    events: installation.events,
    created_at: createdAt,
    updated_at: createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.suspendedAt === null ? null : renderUser(origin, account),
    suspended_at: installation.suspendedAt,
  };
}
