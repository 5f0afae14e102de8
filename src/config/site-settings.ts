import type { Environment } from "./environment.ts";

/** What was asked for at the command line. */
export interface SiteRequest {
  readonly repo?: string | undefined;
  readonly out: string;
  readonly private: boolean;
  readonly names: boolean;
  readonly baseUrl?: string | undefined;
  readonly app?: string | undefined;
}

/** What a site is built with. Holds a secret: never log it whole. */
export interface SiteSettings {
  readonly token: string;
  /** Where GitHub's REST API is, without a slash at the end. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  /** The folder that is written. */
  readonly out: string;
  readonly isPrivateMeant: boolean;
  readonly names: boolean;
  /** With a slash at the end; null: not known. */
  readonly baseUrl: string | null;
  /** Sitrep's login; null: found by its records. */
  readonly app: string | null;
}

/** The settings, or sentences that say what is wrong; none of them quotes the token. */
export type ReadSiteSettings =
  | { readonly kind: "settings"; readonly settings: SiteSettings }
  | { readonly kind: "problems"; readonly problems: readonly string[] };

const REPOSITORY = /^([\w.-]{1,100})\/([\w.-]{1,100})$/;

const isWeb = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** In a workflow GitHub says where its API is; elsewhere the App's own settings do. */
function apiUrlOf(env: Environment): string {
  const told = env["GITHUB_API_URL"]?.trim();
  if (told) return told.replace(/\/+$/, "");
  const host = env["GHE_HOST"]?.trim();
  return host
    ? `${env["GHE_PROTOCOL"]?.trim() || "https"}://${host}/api/v3`
    : "https://api.github.com";
}

function toBaseUrl(text: string | undefined): string | null {
  if (text === undefined || !isWeb(text)) return null;
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/\/*$/, "/")}`;
}

/**
 * Reads what the site is built with: `GITHUB_TOKEN` or `GH_TOKEN`, and where nothing else is asked for, the repository of the workflow
 * (`GITHUB_REPOSITORY`). Never throws.
 */
export function readSiteSettings(env: Environment, asked: SiteRequest): ReadSiteSettings {
  const token = env["GITHUB_TOKEN"]?.trim() || env["GH_TOKEN"]?.trim() || "";
  const place = asked.repo ?? env["GITHUB_REPOSITORY"]?.trim() ?? "";
  const [, owner = "", repo = ""] = REPOSITORY.exec(place) ?? [];
  const apiUrl = apiUrlOf(env);
  const problems = [
    token === ""
      ? "GITHUB_TOKEN is missing. It is a token that may read the repository's issues and contents; a workflow has one as `${{ github.token }}`, and `gh auth token` prints yours."
      : null,
    owner === "" ? "Say which repository: --repo owner/name." : null,
    isWeb(apiUrl) ? null : "GITHUB_API_URL must be an address such as https://api.github.com.",
    asked.baseUrl === undefined || isWeb(asked.baseUrl)
      ? null
      : "--base-url must be the address at which the site will stand, such as https://example.github.io/incidents/.",
  ].filter((problem) => problem !== null);
  if (problems.length > 0) return { kind: "problems", problems };
  return {
    kind: "settings",
    settings: {
      token,
      apiUrl,
      owner,
      repo,
      out: asked.out,
      isPrivateMeant: asked.private,
      names: asked.names,
      baseUrl: toBaseUrl(asked.baseUrl),
      app: asked.app ?? null,
    },
  };
}
