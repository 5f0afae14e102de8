import { generateKeyPair, randomBytes } from "node:crypto";
import { promisify } from "node:util";

/** What the sandbox's app proves itself with to the embedded GitHub, made anew at every start. */
export interface SandboxCredentials {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** PEM. */
  readonly publicKey: string;
  readonly webhookSecret: string;
}

const generate = promisify(generateKeyPair);

/** A fresh RSA key pair and webhook secret; they open nothing outside the sandbox. */
export async function createCredentials(): Promise<SandboxCredentials> {
  const keys = await generate("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  return { appId: 1, ...keys, webhookSecret: randomBytes(24).toString("hex") };
}
