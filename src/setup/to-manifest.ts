import { load } from "js-yaml";

/** Where GitHub's servers reach this Sitrep. */
export interface PublicAddress {
  /** `https://sitrep.example.org`, without a slash at the end. */
  readonly base: string;
  /** The whole address at which deliveries arrive. */
  readonly webhook: string;
}

/**
 * The text of an `app.yml` for one installation: that of the project, with the addresses that only the operator knows. In JSON,
 * which is YAML too. Throws when the project's file is no mapping.
 */
export function toManifest(appYml: string, { base, webhook }: PublicAddress): string {
  const asked = load(appYml);
  if (typeof asked !== "object" || asked === null || Array.isArray(asked)) {
    throw new TypeError("app.yml is no mapping");
  }
  return JSON.stringify({ ...asked, url: base, hook_attributes: { url: webhook, active: true } });
}
