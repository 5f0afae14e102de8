import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { readSettings } from "../../src/config/settings.ts";
import { SETTINGS_TABLE } from "../../src/config/settings-table.ts";

function makeKey(type: "pkcs1" | "pkcs8"): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return privateKey.export({ type, format: "pem" }).toString();
}

const key = makeKey("pkcs1");
const app = { APP_ID: "12", PRIVATE_KEY: key, WEBHOOK_SECRET: "s3cret" };
const owned = { ...app, SITREP_OWNERS: "acme" };
type Env = Readonly<Record<string, string | undefined>>;

function missing(): never {
  throw Object.assign(new Error("ENOENT: /secret/path"), { code: "ENOENT" });
}

const problemsOf = (env: Env, readFile: (path: string) => string = missing): readonly string[] => {
  const read = readSettings(env, readFile);
  return read.kind === "problems" ? read.problems : [];
};

const readApp = (env: Env) => readSettings({ ...app, ...env }, missing);

const slackOf = (env: Env): unknown => {
  const read = readApp({ SITREP_OWNERS: "acme", ...env });
  return read.kind === "app" ? read.settings.slack : read;
};

const freshdeskOf = (env: Env): unknown => {
  const read = readApp({ SITREP_OWNERS: "acme", ...env });
  return read.kind === "app" ? read.settings.freshdesk : read;
};

const keyOf = (env: Env, readFile: (path: string) => string = missing): string | null => {
  const read = readSettings({ APP_ID: "12", WEBHOOK_SECRET: "s3cret", ...env }, readFile);
  return read.kind === "app" ? read.settings.privateKey : null;
};

describe("the settings", () => {
  it("ask for the sandbox when no credential is set", () => {
    const service = {
      host: "127.0.0.1",
      port: 3000,
      webhookPath: "/api/github/webhooks",
      logLevel: "info",
      logFormat: "pretty",
      concurrency: 8,
      sweepMinutes: 10,
    };
    expect(readSettings({}, missing)).toEqual({ kind: "sandbox", service });
    const empty = { APP_ID: "", PRIVATE_KEY: " ", WEBHOOK_SECRET: "" };
    expect(readSettings(empty, missing)).toEqual({ kind: "sandbox", service });
  });

  it("ask for the App when all credentials are set, with defaults for the rest", () => {
    expect(readSettings(app, missing)).toEqual({
      kind: "app",
      settings: {
        appId: 12,
        privateKey: key,
        webhookSecret: "s3cret",
        baseUrl: "https://api.github.com",
        host: "0.0.0.0",
        port: 3000,
        webhookPath: "/api/github/webhooks",
        logLevel: "info",
        logFormat: "json",
        concurrency: 8,
        sweepMinutes: 10,
        sandbox: null,
        owners: [],
        slack: null,
        freshdesk: null,
      },
    });
  });

  it("know the sandbox by its token alone", () => {
    const token = "0123456789abcdef";
    expect(readApp({ SANDBOX_TOKEN: token })).toMatchObject({
      settings: { sandbox: { token, clockOffset: 0 } },
    });
    expect(readApp({ SANDBOX_TOKEN: token, SANDBOX_CLOCK_OFFSET: "-60000" })).toMatchObject({
      settings: { sandbox: { clockOffset: -60_000 } },
    });
    expect(readApp({ SANDBOX_CLOCK_OFFSET: "1" })).toMatchObject({ settings: { sandbox: null } });
  });

  it("reach Slack with a token alone, or elsewhere with an address too", () => {
    const token = "xoxb-1-2-abc";
    expect(slackOf({ SLACK_BOT_TOKEN: token })).toEqual({
      token,
      apiUrl: "https://slack.com/api/",
    });
    expect(slackOf({ SLACK_BOT_TOKEN: token, SLACK_API_URL: "http://127.0.0.1:4011/api" })).toEqual(
      { token, apiUrl: "http://127.0.0.1:4011/api/" },
    );
    expect(slackOf({ SLACK_API_URL: "https://slack.example.com/api/" })).toBeNull();
  });

  it.each([
    ["https://example.freshdesk.com/", "https://example.freshdesk.com"],
    ["HTTPS://Example.Freshdesk.com", "https://example.freshdesk.com"],
    ["http://127.0.0.1:4012", "http://127.0.0.1:4012"],
  ])("reach Freshdesk at %s", (FRESHDESK_URL, url) => {
    const FRESHDESK_API_KEY = "abcdefgh12345678";
    const expected = { url, apiKey: FRESHDESK_API_KEY };
    expect(freshdeskOf({ FRESHDESK_URL, FRESHDESK_API_KEY })).toEqual(expected);
  });

  it.each([
    ["acme", ["acme"]],
    ["Acme, acme-labs", ["acme", "acme-labs"]],
    [" @acme  bo ", ["acme", "bo"]],
    ["", []],
  ])("tell outside of GitHub of the owners in %j", (SITREP_OWNERS, owners) => {
    expect(readApp({ SITREP_OWNERS })).toMatchObject({ settings: { owners } });
  });

  it("reach a GitHub Enterprise Server by its host and protocol", () => {
    const ghe = { ...app, GHE_HOST: "127.0.0.1:4010", GHE_PROTOCOL: "http" };
    expect(readSettings(ghe, missing)).toMatchObject({
      settings: { baseUrl: "http://127.0.0.1:4010/api/v3" },
    });
    expect(readSettings({ ...app, GHE_HOST: "github.example.com" }, missing)).toMatchObject({
      settings: { baseUrl: "https://github.example.com/api/v3" },
    });
  });

  it.each<[string, Env, RegExp]>([
    ["no app id", { ...app, APP_ID: "" }, /^APP_ID is missing\. It is the number called App ID/],
    ["no key", { ...app, PRIVATE_KEY: "" }, /^PRIVATE_KEY is missing\. Generate one/],
    ["no secret", { ...app, WEBHOOK_SECRET: "" }, /^WEBHOOK_SECRET is missing/],
    ["a client id", { ...app, APP_ID: "Iv1.8a61f9b3a7aba766" }, /looks like the Client ID/],
    ["app id 0", { ...app, APP_ID: "0" }, /^APP_ID must be a positive whole number/],
    ["app id 1.5", { ...app, APP_ID: "1.5" }, /^APP_ID must be a positive whole number/],
    ["a port in words", { PORT: "http" }, /^PORT must be a whole number from 0 to 65535/],
    ["a port too high", { PORT: "65536" }, /^PORT must be a whole number/],
    ["a level that is none", { LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of trace, debug/],
    ["a format that is none", { LOG_FORMAT: "xml" }, /^LOG_FORMAT must be one of json, pretty/],
    ["a host with a scheme", { HOST: "http://0.0.0.0" }, /^HOST must be an address/],
    ["a path without a slash", { WEBHOOK_PATH: "hooks" }, /^WEBHOOK_PATH must be a path/],
    ["a path that is taken", { WEBHOOK_PATH: "/healthz" }, /^WEBHOOK_PATH must be a path/],
    ["a GHE URL", { ...app, GHE_HOST: "https://git.example.com" }, /^GHE_HOST must be a host name/],
    ["a GHE path", { ...app, GHE_HOST: "git.example.com/api" }, /^GHE_HOST must be a host name/],
    ["GitHub.com as GHE", { ...app, GHE_HOST: "github.com" }, /^GHE_HOST is for .* unset it\.$/],
    ["a protocol", { ...app, GHE_PROTOCOL: "ftp" }, /^GHE_PROTOCOL must be one of https, http/],
    ["no looks at once", { SITREP_CONCURRENCY: "0" }, /^SITREP_CONCURRENCY must be .* 1 to 100/],
    ["a short token", { ...app, SANDBOX_TOKEN: "x" }, /^SANDBOX_TOKEN must have 16 characters/],
    [
      "no offset",
      { ...app, SANDBOX_TOKEN: "0123456789abcdef", SANDBOX_CLOCK_OFFSET: "1h" },
      /^SANDBOX_CLOCK_OFFSET must be a whole number/,
    ],
    [
      "Slack and nobody's incidents",
      { ...app, SLACK_BOT_TOKEN: "xoxb-1" },
      /^SITREP_OWNERS is missing, and SLACK_BOT_TOKEN is set\. Set it to/,
    ],
    [
      "Freshdesk and nobody's incidents",
      {
        ...app,
        FRESHDESK_URL: "https://example.freshdesk.com",
        FRESHDESK_API_KEY: "abcdefgh12345678",
        SITREP_OWNERS: " , ",
      },
      /^SITREP_OWNERS is missing, and FRESHDESK_API_KEY is set\. Set it to/,
    ],
    ["owners that are none", { ...app, SITREP_OWNERS: "acme/hub" }, /^SITREP_OWNERS must be/],
    [
      "a user's token",
      { ...owned, SLACK_BOT_TOKEN: "xoxp-1" },
      /^SLACK_BOT_TOKEN must be .* begins with xoxb-/,
    ],
    [
      "a Slack in the open",
      { ...owned, SLACK_BOT_TOKEN: "xoxb-1", SLACK_API_URL: "http://slack.example.com/api/" },
      /^SLACK_API_URL must be an address that begins with https:/,
    ],
    [
      "a Slack with a password",
      { ...owned, SLACK_BOT_TOKEN: "xoxb-1", SLACK_API_URL: "https://a:b@slack.example.com/" },
      /^SLACK_API_URL must be/,
    ],
    [
      "no address",
      { ...owned, SLACK_BOT_TOKEN: "xoxb-1", SLACK_API_URL: "slack.com" },
      /^SLACK_API_URL must be/,
    ],
    [
      "a Freshdesk without a key",
      { ...owned, FRESHDESK_URL: "https://example.freshdesk.com" },
      /^FRESHDESK_API_KEY is missing.* unset FRESHDESK_URL/,
    ],
    [
      "a key without a Freshdesk",
      { ...owned, FRESHDESK_API_KEY: "abcdefgh12345678" },
      /^FRESHDESK_URL is missing.* unset FRESHDESK_API_KEY/,
    ],
    ...[
      "http://example.freshdesk.com",
      "https://example.freshdesk.com/api/v2",
      "https://a:b@example.freshdesk.com",
      "https://example.freshdesk.com/?x",
      "example.freshdesk.com",
    ].map((url): [string, Env, RegExp] => [
      `a Freshdesk at ${url}`,
      { ...owned, FRESHDESK_URL: url, FRESHDESK_API_KEY: "abcdefgh12345678" },
      /^FRESHDESK_URL must be the address of your Freshdesk/,
    ]),
    [
      "a key with its password",
      {
        ...owned,
        FRESHDESK_URL: "https://example.freshdesk.com",
        FRESHDESK_API_KEY: "abcdefgh12345678:X",
      },
      /^FRESHDESK_API_KEY must be the API key/,
    ],
    ["a sweep too rare", { SITREP_SWEEP_MINUTES: "1441" }, /^SITREP_SWEEP_MINUTES must be/],
  ])("with %s say what is wrong and what to do", (_what, env, problem) => {
    expect(problemsOf(env)).toEqual([expect.stringMatching(problem)]);
  });

  it("say everything that is wrong at once", () => {
    const starts = problemsOf({ APP_ID: "x", PORT: "x" }).map((text) => text.split(" ")[0]);
    expect(starts).toEqual(["APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET", "PORT"]);
  });

  it("never repeat what was set", () => {
    const value = fc.stringMatching(/^hunter2[\w -]{0,20}$/);
    const names = SETTINGS_TABLE.map(({ name }) => name);
    const env = fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1 });
    fc.assert(fc.property(env, (some) => expect(problemsOf(some).join()).not.toContain("hunter2")));
  });

  it("have one row each in the table, by name", () => {
    const names = SETTINGS_TABLE.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const asked = new Set<string>();
    const env = new Proxy(app, {
      get: (target, name) => {
        asked.add(String(name));
        return Reflect.get(target, name) as unknown;
      },
    });
    readSettings(env, missing);
    expect([...asked].toSorted()).toEqual([...names].toSorted());
  });
});

describe("the private key", () => {
  it.each<[string, (pem: string) => string]>([
    ["as it is", (pem) => pem],
    ["with CRLF", (pem) => pem.replaceAll("\n", "\r\n")],
    ["with \\n for line breaks", (pem) => pem.replaceAll("\n", "\\n")],
    ["with \\r\\n for line breaks", (pem) => pem.replaceAll("\n", "\\r\\n")],
    ["with blanks for line breaks", (pem) => pem.replaceAll("\n", " ")],
    ["on one line", (pem) => pem.replaceAll("\n", "")],
    ["in quotes", (pem) => `"${pem.replaceAll("\n", "\\n")}"`],
    ["in base64", (pem) => Buffer.from(pem).toString("base64")],
    ["in wrapped base64", (pem) => Buffer.from(pem).toString("base64").replace(/.{76}/g, "$&\n")],
    ["in base64 of CRLF", (pem) => Buffer.from(pem.replaceAll("\n", "\r\n")).toString("base64")],
  ])("is read %s", (_how, write) => {
    expect(keyOf({ PRIVATE_KEY: write(key) })).toBe(key);
  });

  it("is read in PKCS #8", () => {
    const pkcs8 = makeKey("pkcs8");
    expect(keyOf({ PRIVATE_KEY: pkcs8 })).toBe(pkcs8);
  });

  it("is read from a file, when it is not set itself", () => {
    const files: Env = { "/run/key.pem": key };
    const readFile = (path: string): string => files[path] ?? missing();
    expect(keyOf({ PRIVATE_KEY_PATH: "/run/key.pem" }, readFile)).toBe(key);
    expect(keyOf({ PRIVATE_KEY: key, PRIVATE_KEY_PATH: "/nowhere" }, readFile)).toBe(key);
  });

  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ec = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const locked = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
    type: "pkcs8",
    format: "pem",
    cipher: "aes-256-cbc",
    passphrase: "x",
  });
  const lockedOld = key.replace("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n");
  const damaged = key.replace(/\n.{64}\n/, "\nhunter2\n");
  it.each<[string, string, RegExp]>([
    ["is no PEM", "hunter2", /is not a PEM private key: it must begin with "-----BEGIN RSA/],
    ["is no PEM in base64", Buffer.from("hunter2").toString("base64"), /is not a PEM private key/],
    ["is cut after its first line", key.split("\n")[0]!, /a part of it was lost/],
    ["is cut off", key.slice(0, 500), /a part of it was lost/],
    ["is damaged", damaged, /does not open: its text was damaged/],
    [
      "is a public key",
      publicKey.export({ type: "spki", format: "pem" }).toString(),
      /holds a certificate or a public key/,
    ],
    ["is not RSA", ec, /is not an RSA key/],
    ["is locked", locked.toString(), /locked by a passphrase/],
    ["is locked in the older form", lockedOld, /locked by a passphrase/],
  ])("that %s is refused in words, without repeating it", (_what, text, problem) => {
    const problems = problemsOf({ ...app, PRIVATE_KEY: text });
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems[0]).toMatch(/^PRIVATE_KEY /);
    expect(problems[0]).not.toContain("hunter2");
  });

  it.each([
    ["ENOENT", /^The file that PRIVATE_KEY_PATH names does not exist/],
    ["EACCES", /may not be read/],
    ["EISDIR", /is a folder/],
    ["EIO", /cannot be read/],
  ])("in a file that fails with %s is asked for in words", (code, problem) => {
    const env = { ...app, PRIVATE_KEY: "", PRIVATE_KEY_PATH: "/secret/hunter2.pem" };
    const fail = (): never => {
      throw Object.assign(new Error("hunter2"), { code });
    };
    expect(problemsOf(env, fail)).toEqual([expect.stringMatching(problem)]);
    expect(problemsOf(env, fail)[0]).not.toContain("hunter2");
  });

  it("in the variable for its path is told where it belongs", () => {
    const env = { ...app, PRIVATE_KEY: "", PRIVATE_KEY_PATH: key };
    expect(problemsOf(env)).toEqual([expect.stringMatching(/Set PRIVATE_KEY to it\.$/)]);
  });
});
