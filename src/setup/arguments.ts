import type { Environment } from "../config/index.ts";
import type { PublicAddress } from "./to-manifest.ts";

/** What the setup starts with, or a sentence about what is wrong. */
export type SetupArguments =
  | { readonly kind: "address"; readonly address: PublicAddress }
  | { readonly kind: "problem"; readonly problem: string };

const USAGE = `Say where GitHub will reach this Sitrep, for example:

  npm run setup -- https://sitrep.example.org

That is the public address of the server (or of the proxy before it). GitHub sends the deliveries there.
For an Enterprise Server set GHE_HOST; for an App that belongs to an organisation set GH_ORG.`;

/** Reads the words behind `npm run setup --` and the environment (with `.env`). Never throws. */
export function readArguments(words: readonly string[], env: Environment): SetupArguments {
  const [word, ...more] = words;
  if (env["APP_ID"]) {
    const problem =
      "An App is registered already: APP_ID is set, here or in .env. To register another one, take APP_ID, PRIVATE_KEY and WEBHOOK_SECRET out first.";
    return { kind: "problem", problem };
  }
  if (word === undefined || more.length > 0) return { kind: "problem", problem: USAGE };
  if (!URL.canParse(word) || !/^https?:\/\/[^\s'"<>\\?#@]+$/.test(word)) {
    return {
      kind: "problem",
      problem: `The public address must begin with https:// and have no blank, quotation mark, "?", "#" or "@".\n\n${USAGE}`,
    };
  }
  const base = new URL(word).href.replace(/\/+$/, "");
  const path = env["WEBHOOK_PATH"] || "/api/github/webhooks";
  return { kind: "address", address: { base, webhook: `${base}${path}` } };
}
