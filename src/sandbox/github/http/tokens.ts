import { createPublicKey, randomBytes, verify } from "node:crypto";
import type { Installation } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { toTimestamp } from "../world/store.ts";

/** Who calls: the app with its JWT, an installation with its token, or nobody. */
export type Caller =
  | { readonly kind: "app" }
  | { readonly kind: "installation"; readonly installation: Installation }
  | { readonly kind: "nobody" };

/** Mints installation tokens and recognises callers. */
export interface Tokens {
  mint(installation: Installation): { readonly token: string; readonly expires_at: string };
  /** The caller by the `Authorization` header; null when what it says is wrong or out of date. */
  recognise(authorization: string | undefined): Caller | null;
  expireAll(): void;
}

const HOUR = 3_600_000;
/** The longest that a JWT may be valid, and how much clocks may differ, in seconds. */
const LONGEST = 600;
const DRIFT = 60;

const decode = (part: string): string => Buffer.from(part, "base64url").toString();

function parseJson(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Whether a JWT is signed (RS256) with the app's key, names the app, and is valid at `seconds`. */
function isAppJwt(jwt: string, store: Store, seconds: number): boolean {
  const [head = "", claims = "", signature = ""] = jwt.split(".");
  if (parseJson(decode(head))?.["alg"] !== "RS256") return false;
  const key = createPublicKey(store.app.publicKey);
  const signed = Buffer.from(`${head}.${claims}`);
  if (!verify("RSA-SHA256", signed, key, Buffer.from(signature, "base64url"))) return false;
  const { iss, iat, exp } = parseJson(decode(claims)) ?? {};
  if (String(iss) !== String(store.app.id)) return false;
  if (typeof iat !== "number" || typeof exp !== "number") return false;
  return iat <= seconds + DRIFT && exp > seconds && exp - iat <= LONGEST + DRIFT;
}

/**
 * Credentials go by the machine's own clock and not by the sandbox's: GitHub's client libraries keep tokens by the machine's clock
 * too, and winding the sandbox forward must not look like a stolen key.
 */
export function createTokens(store: Store): Tokens {
  const issued = new Map<string, { readonly installationId: number; readonly until: number }>();
  return {
    mint: (installation) => {
      const token = `ghs_${randomBytes(18).toString("hex")}`;
      const until = Date.now() + HOUR;
      issued.set(token, { installationId: installation.id, until });
      return { token, expires_at: toTimestamp(new Date(until)) };
    },
    recognise: (authorization) => {
      if (authorization === undefined) return { kind: "nobody" };
      const [scheme = "", credential = ""] = authorization.trim().split(/\s+/);
      if (!/^(?:bearer|token)$/i.test(scheme)) return null;
      if (credential.includes("."))
        return isAppJwt(credential, store, Date.now() / 1000) ? { kind: "app" } : null;
      const grant = issued.get(credential);
      if (grant === undefined || grant.until <= Date.now()) return null;
      const installation = store.installations.get(grant.installationId);
      return installation === undefined ? null : { kind: "installation", installation };
    },
    expireAll: () => issued.clear(),
  };
}
