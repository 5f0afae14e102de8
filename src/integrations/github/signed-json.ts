import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** Signs JSON that stands where people can edit it, and says whether it is as it was signed. */
export interface SignedJson {
  readonly sign: (json: string) => string;
  readonly isSigned: (json: string, signature: string) => boolean;
}

/**
 * `secret` is the operator's webhook secret; the key is derived from it, another one for each `purpose`, and never leaves the process
 * (docs/decisions/0002-signature-key-from-the-webhook-secret.md).
 */
export function createSignedJson(secret: string, purpose: string): SignedJson {
  const key = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
  const sign = (json: string): string => createHmac("sha256", key).update(json).digest("base64url");
  return {
    sign,
    isSigned: (json, signature) => {
      const wanted = Buffer.from(sign(json));
      const given = Buffer.from(signature);
      return wanted.length === given.length && timingSafeEqual(wanted, given);
    },
  };
}
