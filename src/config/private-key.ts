import { createPrivateKey } from "node:crypto";
import type { Reading } from "./reading.ts";

const pem = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]+?)-----END \1-----/;
const whereToGet =
  "Get one from the App's settings page on GitHub: Private keys, Generate a private key.";

/**
 * The PEM text of an RSA private key, from the text of a `.pem` file in the shapes in which it survives environments: as it
 * is, in quotes, in base64, with `\n` or blanks for its line breaks. `name` is the variable to name in the problem.
 */
export function readPrivateKey(name: string, text: string): Reading<string> {
  const unquoted = text.trim().replace(/^(["'])(.*)\1$/s, "$2");
  const decoded = unquoted.includes("-----") ? unquoted : fromBase64(unquoted);
  const [, label, body] = pem.exec(decoded.replace(/\\r|\\n/g, "\n")) ?? [];
  if (label === undefined || body === undefined) return { problem: notPem(name, decoded) };
  if (!label.endsWith("PRIVATE KEY")) {
    return { problem: `${name} holds a certificate or a public key. ${whereToGet}` };
  }
  if (label.startsWith("ENCRYPTED") || body.includes("ENCRYPTED")) {
    return { problem: `${name} is locked by a passphrase, but must be without one. ${whereToGet}` };
  }
  return check(name, rewrap(label, body));
}

function notPem(name: string, text: string): string {
  const isCut = text.includes("-----BEGIN");
  const what = isCut
    ? 'begins like a PEM private key but has no "-----END ... PRIVATE KEY-----": a part of it was lost, perhaps all lines but the first. Put it in quotes, or write \\n for its line breaks, or use base64.'
    : 'is not a PEM private key: it must begin with "-----BEGIN RSA PRIVATE KEY-----" or be the whole .pem file in base64.';
  return `${name} ${what} ${whereToGet}`;
}

function rewrap(label: string, body: string): string {
  const lines = body.replace(/\s+/g, "").match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}

function check(name: string, key: string): Reading<string> {
  try {
    if (createPrivateKey(key).asymmetricKeyType === "rsa") return { value: key };
  } catch {
    return {
      problem: `${name} looks like a PEM private key but does not open: its text was damaged on the way. Copy the .pem file again. ${whereToGet}`,
    };
  }
  return { problem: `${name} is not an RSA key, and GitHub Apps have RSA keys. ${whereToGet}` };
}

function fromBase64(text: string): string {
  return /^[\w+/=\s-]+$/.test(text) ? Buffer.from(text, "base64").toString("latin1") : "";
}
